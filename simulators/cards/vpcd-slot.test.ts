import { once } from 'node:events'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { stallingCard } from './odd-cards.ts'
import { openVpcdSlot, type VirtualCard } from './vpcd-slot.ts'

let lecteur: Server
let port = 0
beforeEach(async () => {
  lecteur = createServer().listen(0, '127.0.0.1')
  await once(lecteur, 'listening')
  port = (lecteur.address() as AddressInfo).port
})
afterEach(() => {
  lecteur.close()
})

const remises: string[] = []
const echo: VirtualCard = {
  atr: Uint8Array.of(0x3b, 0x00),
  reset: () => remises.push('remise'),
  apdu: (commande) => Uint8Array.of(...commande, 0x90, 0x00),
}

const frame = (...corps: readonly number[]): Buffer => Buffer.from([0, corps.length, ...corps])

async function read(socket: Socket): Promise<string> {
  const [recu] = (await once(socket, 'data')) as [Buffer]
  return recu.toString('hex')
}

describe('un emplacement de lecteur virtuel parle le protocole de vpcd', () => {
  it('mise sous tension, ATR, commande, même coupées en morceaux', async () => {
    const slot = openVpcdSlot(port)
    const connexion = once(lecteur, 'connection')
    expect(await slot.insert(echo)).toEqual({ ok: true, value: undefined })
    const [socket] = (await connexion) as [Socket]
    socket.write(Buffer.concat([frame(1), frame(4)]))
    expect(await read(socket)).toBe('00023b00')
    expect(remises.splice(0)).toEqual(['remise'])
    const commande = frame(0x00, 0xa4)
    socket.write(commande.subarray(0, 1))
    await sleep(10)
    socket.write(commande.subarray(1))
    expect(await read(socket)).toBe('000400a49000')
    await slot.remove()
  })

  it('retirer la carte coupe la connexion, même au milieu d’une commande', async () => {
    const slot = openVpcdSlot(port)
    const connexion = once(lecteur, 'connection')
    await slot.insert(stallingCard(echo, 0))
    const [socket] = (await connexion) as [Socket]
    socket.on('error', () => undefined)
    socket.write(frame(0x00, 0xa4))
    await sleep(20)
    const fin = once(socket.resume(), 'close')
    await slot.remove()
    await fin
    expect(slot.inserted()).toBe(false)
  })

  it('lecteur absent : dit injoignable ; déjà une carte : dit occupé', async () => {
    const slot = openVpcdSlot(port)
    await slot.insert(echo)
    expect(await slot.insert(echo)).toEqual({ ok: false, error: 'occupe' })
    await slot.remove()
    const absent = openVpcdSlot(1)
    expect(await absent.insert(echo)).toEqual({ ok: false, error: 'injoignable' })
    expect(absent.inserted()).toBe(false)
  })
})
