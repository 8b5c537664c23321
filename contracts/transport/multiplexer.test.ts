import { describe, expect, it } from 'vitest'
import { MAX_MESSAGE_BYTES, type Channel, type Message } from './channel.ts'
import { multiplex, type ByteStream } from './multiplexer.ts'

/** The shell's side of a pipe that is still open. */
function opener(shell: ByteStream): () => Channel {
  const { open } = multiplex(shell, refuse)
  return () => {
    const channel = open()
    if (channel === null) throw new Error('closed')
    return channel
  }
}

describe('canaux sur un même tube', () => {
  it('chaque canal ne reçoit que ses messages, texte et octets, dans l’ordre', async () => {
    const [shell, workstation] = streamPair()
    const accepted: Message[][] = []
    multiplex(workstation, (channel) => accepted.push(record(channel).messages))
    const open = opener(shell)
    const [first, second] = [open(), open()]
    await first.send('un')
    await second.send('deux')
    await first.send(Uint8Array.of(1, 2))
    expect(accepted).toEqual([['un', Uint8Array.of(1, 2)], ['deux']])
  })

  it('fermer un canal le ferme de l’autre côté et laisse vivre ses voisins', async () => {
    const [shell, workstation] = streamPair()
    const accepted: Recorded[] = []
    multiplex(workstation, (channel) => accepted.push(record(channel)))
    const open = opener(shell)
    const [first, second] = [open(), open()]
    first.close()
    await first.send('perdu')
    await second.send('vivant')
    expect(accepted).toEqual([
      { messages: [], closed: 1 },
      { messages: ['vivant'], closed: 0 },
    ])
  })

  it('la fin du tube ferme tous les canaux, une fois chacun', () => {
    const [shell, workstation] = streamPair()
    multiplex(workstation, () => undefined)
    const { open, close } = multiplex(shell, refuse)
    const recorded = [open(), open()].flatMap((channel) => (channel === null ? [] : [record(channel)]))
    close()
    close()
    expect(recorded.map(({ closed }) => closed)).toEqual([1, 1])
    expect(open()).toBeNull()
  })

  it('une faute de trame ferme le tube', () => {
    const [shell, workstation] = streamPair()
    const closed = { count: 0 }
    multiplex(workstation, refuse)
    shell.receive({ bytes: () => undefined, close: () => void closed.count++ })
    void shell.write(new Uint8Array(9).fill(0xff))
    expect(closed.count).toBe(1)
  })

  it('un message au-delà de la limite ne ferme que son canal', async () => {
    const [shell, workstation] = streamPair()
    const accepted: Recorded[] = []
    multiplex(workstation, (channel) => accepted.push(record(channel)))
    const open = opener(shell)
    const [large, small] = [open(), open()]
    await large.send(new Uint8Array(MAX_MESSAGE_BYTES + 1))
    await small.send('vivant')
    expect(accepted).toEqual([
      { messages: [], closed: 1 },
      { messages: ['vivant'], closed: 0 },
    ])
  })
})

interface Recorded {
  readonly messages: Message[]
  closed: number
}

function record(channel: Channel): Recorded {
  const recorded: Recorded = { messages: [], closed: 0 }
  channel.receive({ message: (message) => recorded.messages.push(message), close: () => recorded.closed++ })
  return recorded
}

function refuse(): void {
  throw new Error('Only the shell opens channels.')
}

/** Two ends of a pipe that delivers at once. */
function streamPair(): [ByteStream, ByteStream] {
  const ends = [
    new Set<Parameters<ByteStream['receive']>[0]>(),
    new Set<Parameters<ByteStream['receive']>[0]>(),
  ]
  const side = (near: number, far: number): ByteStream => ({
    write: async (bytes) => {
      for (const listener of ends[far] ?? []) listener.bytes(bytes)
    },
    receive: (listener) => {
      ends[near]?.add(listener)
      return () => void ends[near]?.delete(listener)
    },
    close: () => {
      for (const end of ends) for (const listener of end) listener.close()
    },
  })
  return [side(0, 1), side(1, 0)]
}
