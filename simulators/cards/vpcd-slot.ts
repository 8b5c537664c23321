import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { echec, succes, type Result } from '#domain/result.ts'

/** A card as a reader drives it. `apdu` may never answer: the slot's removal ends it. */
export interface VirtualCard {
  readonly atr: Uint8Array
  reset(): void
  apdu(command: Uint8Array): Uint8Array | Promise<Uint8Array>
}

/** One slot of the virtual reader. */
export interface VpcdSlot {
  /** False when nothing listens on the port, or when a card is already there. */
  insert(card: VirtualCard): Promise<Result<void, 'injoignable' | 'occupe'>>
  /** Pulls the card, even in the middle of a command. */
  remove(): Promise<void>
  inserted(): boolean
}

/** Control frames are one byte long; anything longer is a command. Source: vsmartcard, vpcd.h. */
const CONTROLE = { eteindre: 0, allumer: 1, reinitialiser: 2, atr: 4 } as const

/** A slot of vpcd, to which the card side connects. Frames are a length of two bytes, big-endian, and a body. */
export function openVpcdSlot(port: number): VpcdSlot {
  let socket: Socket | null = null
  return {
    inserted: () => socket !== null,
    async insert(card) {
      if (socket) return echec('occupe')
      const ouvert = connect({ host: '127.0.0.1', port, noDelay: true })
      socket = ouvert
      ouvert.on('close', () => {
        if (socket === ouvert) socket = null
      })
      try {
        await once(ouvert, 'connect')
      } catch {
        socket = null
        return echec('injoignable')
      }
      ouvert.on('error', () => ouvert.destroy())
      serve(ouvert, card)
      return succes(undefined)
    },
    async remove() {
      const ouvert = socket
      if (!ouvert) return
      const fermeture = once(ouvert, 'close')
      ouvert.destroy()
      await fermeture
    },
  }
}

/** Answers frames in the order they came. */
function serve(socket: Socket, card: VirtualCard): void {
  let recu = Buffer.alloc(0)
  let suite = Promise.resolve()
  socket.on('data', (morceau) => {
    recu = Buffer.concat([recu, morceau])
    while (recu.length >= 2 && recu.length >= 2 + recu.readUInt16BE(0)) {
      const corps = recu.subarray(2, 2 + recu.readUInt16BE(0))
      recu = recu.subarray(2 + corps.length)
      suite = suite.then(() => handle(socket, card, corps))
    }
  })
}

async function handle(socket: Socket, card: VirtualCard, corps: Buffer): Promise<void> {
  if (corps.length > 1) {
    send(socket, await card.apdu(new Uint8Array(corps)))
  } else if (corps[0] === CONTROLE.atr) {
    send(socket, card.atr)
  } else if (corps[0] === CONTROLE.allumer || corps[0] === CONTROLE.reinitialiser) {
    card.reset()
  }
}

function send(socket: Socket, corps: Uint8Array): void {
  if (socket.destroyed) return
  const trame = Buffer.alloc(2 + corps.length)
  trame.writeUInt16BE(corps.length, 0)
  trame.set(corps, 2)
  socket.write(trame)
}
