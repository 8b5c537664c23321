import { abiDe } from './abi.ts'
import { openScardLibrary, type ScardLibrary } from './scard-library.ts'

/** Another program on the same reader, as CCM or CPS Gestion would be; it does what the desk never does. */
export interface Rival {
  /** Sends a command (hexadecimal): the answer, or the code of the failure in hexadecimal. Never inside a transaction. */
  transmit(commande: string): Promise<string>
  lock(): Promise<void>
  unlock(): Promise<void>
  /** Resets the card under everybody, then takes it again. */
  reset(): Promise<void>
  close(): Promise<void>
}

/** Source: winscard.h. */
const SCOPE_SYSTEM = 2
const SHARE = { exclusif: 1, partage: 2 } as const
const T0_OR_T1 = 3
const DISPOSITION = { laisser: 0, reinitialiser: 1 } as const

/** Connects to the card of a reader; throws when it cannot, which is a fault of the test that asks. */
export async function openRival(lecteur: string, partage: keyof typeof SHARE = 'partage'): Promise<Rival> {
  const scard = library()
  const contexte = [0]
  succeed(await scard.establish(SCOPE_SYSTEM, null, null, contexte))
  const [poignee, protocole] = [[0], [0]]
  const connect = async (): Promise<void> =>
    succeed(await scard.connect(contexte[0], lecteur, SHARE[partage], T0_OR_T1, poignee, protocole))
  await connect()
  return {
    async transmit(commande) {
      const envoi = Buffer.from(commande, 'hex')
      const [reponse, longueur] = [Buffer.alloc(258), [258]]
      const entete = { dwProtocol: protocole[0], cbPciLength: scard.tailleIoRequest }
      const code = await scard.transmit(poignee[0], entete, envoi, envoi.length, null, reponse, longueur)
      return code === 0 ? reponse.subarray(0, longueur[0]).toString('hex') : code.toString(16)
    },
    lock: async () => succeed(await scard.begin(poignee[0])),
    unlock: async () => succeed(await scard.end(poignee[0], DISPOSITION.laisser)),
    async reset() {
      succeed(await scard.disconnect(poignee[0], DISPOSITION.reinitialiser))
      await connect()
    },
    async close() {
      await scard.disconnect(poignee[0], DISPOSITION.laisser)
      await scard.release(contexte[0])
    },
  }
}

function library(): ScardLibrary {
  const abi = abiDe(process.platform)
  const ouverte = abi && openScardLibrary(abi)
  if (!ouverte?.ok) throw new Error('no PC/SC library here')
  return ouverte.value
}

function succeed(code: number): void {
  if (code !== 0) throw new Error(`PC/SC failed: ${code.toString(16)}`)
}
