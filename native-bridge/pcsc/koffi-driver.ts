import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import { abiDe, type Abi } from './abi.ts'
import type { AttenteLecteur, ChangementLecteur, Contexte, Liaison, PcscDriver } from './pcsc-driver.ts'
import { SCARD, type CodeScard } from './scard-codes.ts'
import { openScardLibrary, type ScardLibrary } from './scard-library.ts'

/** Options of `SCardEstablishContext`, `SCardConnect` and `SCardDisconnect`. Source: winscard.h. */
const SCOPE_SYSTEM = 2
const SHARE_SHARED = 2
const PROTOCOL_T0_OR_T1 = 3
const LEAVE_CARD = 0

const TAILLE_NOMS = 8192
/** The longest short APDU answer: 256 bytes and the status. */
const TAILLE_REPONSE = 258

export interface OptionsPcsc {
  readonly systeme?: NodeJS.Platform
  /** Another PC/SC library than the system's. */
  readonly bibliotheque?: string
}

/** Opens PC/SC on this machine, or tells why it cannot: `cartes/bibliotheque-absente`. */
export function openPcscDriver(options: OptionsPcsc = {}): Result<PcscDriver, Refus> {
  const systeme = options.systeme ?? process.platform
  const abi = abiDe(systeme)
  if (!abi) return echec(refuser('cartes/bibliotheque-absente'))
  const ouverte = openScardLibrary(abi, options.bibliotheque)
  return ouverte.ok ? succes(driverOf(ouverte.value, abi, systeme)) : ouverte
}

function driverOf(scard: ScardLibrary, abi: Abi, systeme: NodeJS.Platform): PcscDriver {
  return {
    systeme,
    async establish() {
      const contexte = [0]
      return reply(await scard.establish(SCOPE_SYSTEM, null, null, contexte), () => contexte[0] as Contexte)
    },
    release: async (contexte) => reply(await scard.release(contexte), nothing),
    cancel: async (contexte) => reply(await scard.cancel(contexte), nothing),
    async listReaders(contexte) {
      const noms = Buffer.alloc(TAILLE_NOMS * abi.tailleCaractere)
      const longueur = [TAILLE_NOMS]
      const code = await scard.listReaders(contexte, null, noms, longueur)
      if (code === SCARD.NO_READERS) return succes([])
      return reply(code, () => namesIn(noms.subarray(0, (longueur[0] ?? 0) * abi.tailleCaractere), abi))
    },
    async statusChange(contexte, delaiMs, attendus) {
      const etats = attendus.map((attendu) => readerState(attendu, abi))
      const code = await scard.statusChange(contexte, delaiMs, etats, etats.length)
      return reply(code, () => etats.map(changeOf))
    },
    async connect(contexte, lecteur) {
      const poignee = [0]
      const protocole = [0]
      const code = await scard.connect(contexte, lecteur, SHARE_SHARED, PROTOCOL_T0_OR_T1, poignee, protocole)
      return reply(code, () => liaisonOf(poignee, protocole))
    },
    async reconnect(liaison) {
      const protocole = [0]
      const code = await scard.reconnect(
        liaison.poignee,
        SHARE_SHARED,
        PROTOCOL_T0_OR_T1,
        LEAVE_CARD,
        protocole,
      )
      return reply(code, () => liaisonOf([liaison.poignee], protocole))
    },
    disconnect: async (liaison) => reply(await scard.disconnect(liaison.poignee, LEAVE_CARD), nothing),
    begin: async (liaison) => reply(await scard.begin(liaison.poignee), nothing),
    end: async (liaison) => reply(await scard.end(liaison.poignee, LEAVE_CARD), nothing),
    async transmit(liaison, commande) {
      const reponse = Buffer.alloc(TAILLE_REPONSE)
      const longueur = [TAILLE_REPONSE]
      const entete = { dwProtocol: liaison.protocole, cbPciLength: scard.tailleIoRequest }
      const code = await scard.transmit(
        liaison.poignee,
        entete,
        commande,
        commande.length,
        null,
        reponse,
        longueur,
      )
      return reply(code, () => new Uint8Array(reponse.subarray(0, longueur[0] ?? 0)))
    },
  }
}

const nothing = (): void => undefined

const reply = <T>(code: CodeScard, value: () => T): Result<T, CodeScard> =>
  code === SCARD.SUCCESS ? succes(value()) : echec(code)

const liaisonOf = (
  poignee: readonly (number | bigint | undefined)[],
  protocole: readonly number[],
): Liaison => ({
  poignee: poignee[0] ?? 0,
  protocole: protocole[0] ?? 0,
})

const namesIn = (noms: Buffer, abi: Abi): readonly string[] =>
  noms
    .toString(abi.tailleCaractere === 2 ? 'utf16le' : 'utf8')
    .split('\0')
    .filter((nom) => nom !== '')

interface ReaderState {
  readonly szReader: string
  readonly dwEventState: number
  readonly cbAtr: number
  readonly rgbAtr: Uint8Array
}

const readerState = (attendu: AttenteLecteur, abi: Abi): ReaderState & { [champ: string]: unknown } => ({
  szReader: attendu.nom,
  pvUserData: null,
  dwCurrentState: attendu.etatConnu,
  dwEventState: 0,
  cbAtr: 0,
  rgbAtr: new Uint8Array(abi.tailleAtr),
})

const changeOf = (etat: ReaderState): ChangementLecteur => ({
  nom: etat.szReader,
  etat: etat.dwEventState,
  atr: new Uint8Array(etat.rgbAtr).slice(0, etat.cbAtr),
})
