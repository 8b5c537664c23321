import { describe, expect, it, vi } from 'vitest'
import { follow } from './follow.ts'
import { keepLine, LiaisonPerdue, type KeptLine } from './keep-line.ts'
import type { Line, LineFailure } from './line.ts'

/** A workstation whose comings and goings the test decides; `delays` records what the line waited for. */
function createWorkstation(outcomes: (LineFailure | 'connecte')[]) {
  const losses: AbortController[] = []
  const delays: number[] = []
  const open = async (): Promise<Line | LineFailure> => {
    const outcome = outcomes.shift() ?? 'perdu'
    if (outcome !== 'connecte') return outcome
    const lost = new AbortController()
    losses.push(lost)
    const number = losses.length
    return { link: { call: async () => `ligne ${number}` }, lost: lost.signal, close: () => undefined }
  }
  const wait = async (ms: number, signal: AbortSignal): Promise<void> => {
    delays.push(ms)
    if (outcomes.length === 0) await new Promise((resolve) => signal.addEventListener('abort', resolve))
  }
  return { line: keepLine(open, wait), delays, lose: (): void => losses.at(-1)?.abort() }
}

const call = ({ link }: KeptLine): Promise<unknown> => link.call(['x'], undefined, { context: {} })
const reach = (line: KeptLine, etat: string): Promise<void> =>
  vi.waitFor(() => expect(line.etat()).toBe(etat))

describe('liaison tenue avec le poste', () => {
  it('un appel hors de portée échoue aussitôt, et n’est jamais rejoué', async () => {
    const { line } = createWorkstation(['perdu'])
    await line.tried
    await expect(call(line)).rejects.toBeInstanceOf(LiaisonPerdue)
    line.close()
  })

  it('une liaison perdue est reprise, et les appels passent par la nouvelle', async () => {
    const { line, lose } = createWorkstation(['connecte', 'perdu', 'connecte'])
    const etats: string[] = []
    line.suivre(() => etats.push(line.etat()))
    await line.tried
    expect(await call(line)).toBe('ligne 1')
    lose()
    await vi.waitFor(() => expect(etats).toEqual(['connecte', 'perdu', 'connecte']))
    expect(await call(line)).toBe('ligne 2')
    line.close()
  })

  it('les essais s’espacent jusqu’à cinq secondes', async () => {
    const { line, delays } = createWorkstation(Array.from({ length: 8 }, () => 'perdu'))
    await vi.waitFor(() => expect(delays).toEqual([100, 250, 500, 1000, 2000, 5000, 5000, 5000]))
    line.close()
  })

  it('un ticket refusé arrête les essais', async () => {
    const { line, delays } = createWorkstation(['expiree', 'connecte'])
    await line.tried
    expect([line.etat(), delays]).toEqual(['expiree', []])
  })
})

describe('signal suivi', () => {
  it('reprend à chaque nouvelle liaison, et s’arrête quand on le quitte', async () => {
    const { line, lose } = createWorkstation(['connecte', 'connecte', 'connecte'])
    const received: number[] = []
    const signals: AbortSignal[] = []
    const stop = follow(line, {
      open: async (signal) => (signals.push(signal), single(signals.length)),
      receive: (value) => void received.push(value),
    })
    await vi.waitFor(() => expect(received).toEqual([1]))
    lose()
    await vi.waitFor(() => expect(received).toEqual([1, 2]))
    stop()
    lose()
    await reach(line, 'connecte')
    expect([received, signals.map(({ aborted }) => aborted)]).toEqual([
      [1, 2],
      [true, true],
    ])
    line.close()
  })

  it('refusé par le poste, il le dit', async () => {
    const { line } = createWorkstation(['connecte'])
    const failure = new Error('session/absente')
    const fail = vi.fn<(error: unknown) => void>()
    follow(line, { open: () => Promise.reject(failure), receive: () => undefined, fail })
    await vi.waitFor(() => expect(fail).toHaveBeenCalledExactlyOnceWith(failure))
    line.close()
  })
})

async function* single(value: number): AsyncGenerator<number> {
  yield value
}
