import koffi from 'koffi'
import type { Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import { openCryptokiLibrary, type CryptokiLibrary } from './cryptoki-library.ts'
import { CKM_RSA_PKCS, CKR, type Attribut, type CodeCkr, type Cryptoki, type Poignee } from './cryptoki.ts'
import {
  infoSize,
  initializeArguments,
  layoutOf,
  numberBytes,
  readLibraryVersion,
  readNumber,
  readNumbers,
  readTokenInfo,
  readValue,
  tokenInfoSize,
  writeMechanism,
  writeTemplate,
  type Layout,
} from './layout.ts'

const CKF_SERIAL_SESSION = 4
const CKU_USER = 1

/** More slots or objects than any card has; the longest attribute read is a certificate. */
const NOMBRE_MAX = 64
const TAILLE_MAX = 16_384
/** An RSA key of 4096 bits signs in 512 bytes. */
const TAILLE_SIGNATURE = 512

/** Opens a PKCS#11 library through koffi; `cpx/bibliotheque-absente` when it cannot be. */
export function openCryptoki(
  chemin: string,
  layout = layoutOf(process.platform, process.arch),
): Result<Cryptoki, Refus> {
  const ouverte = openCryptokiLibrary(chemin, layout)
  return ouverte.ok ? succes(cryptokiOf(ouverte.value, layout)) : ouverte
}

function cryptokiOf(ck: CryptokiLibrary, layout: Layout): Cryptoki {
  return {
    async initialize() {
      const code = await ck.initialize(initializeArguments(layout))
      // A library that cannot lock is still usable: calls never overlap here.
      const retenu = code === CKR.CANT_LOCK ? await ck.initialize(null) : code
      return reply(retenu === CKR.CRYPTOKI_ALREADY_INITIALIZED ? CKR.OK : retenu, nothing)
    },
    finalize: async () => reply(await ck.finalize(null), nothing),
    async libraryVersion() {
      const octets = Buffer.alloc(infoSize(layout))
      return reply(await ck.getInfo(octets), () => readLibraryVersion(octets, layout))
    },
    async slots() {
      const liste = Buffer.alloc(NOMBRE_MAX * layout.ulong)
      const nombre = numberBytes(layout, NOMBRE_MAX)
      const code = await ck.getSlotList(1, liste, nombre)
      return reply(code, () => readNumbers(liste, layout, lengthIn(nombre, layout, NOMBRE_MAX)))
    },
    async tokenInfo(slot) {
      const octets = Buffer.alloc(tokenInfoSize(layout))
      return reply(await ck.getTokenInfo(slot, octets), () => readTokenInfo(octets, layout))
    },
    async openSession(slot) {
      const session = numberBytes(layout, 0)
      const code = await ck.openSession(slot, CKF_SERIAL_SESSION, null, null, session)
      return reply(code, () => readNumber(session, 0, layout.ulong))
    },
    closeSessions: async (slot) => reply(await ck.closeAllSessions(slot), nothing),
    login: async (session, code) => reply(await ck.login(session, CKU_USER, code, code.length), nothing),
    logout: async (session) => reply(await ck.logout(session), nothing),
    find: (session, criteres) => find(ck, layout, session, criteres),
    async attribute(session, objet, type) {
      const attribut = writeTemplate([{ type, valeur: new Uint8Array(TAILLE_MAX) }], layout, koffi.address)
      const code = await ck.getAttributeValue(session, objet, attribut, 1)
      return reply(code, () => readValue(attribut, layout))
    },
    async sign(session, cle, donnees) {
      const debut = await ck.signInit(session, writeMechanism(CKM_RSA_PKCS, layout), cle)
      if (debut !== CKR.OK) return echec(debut)
      const signature = Buffer.alloc(TAILLE_SIGNATURE)
      const longueur = numberBytes(layout, TAILLE_SIGNATURE)
      const code = await ck.sign(session, Buffer.from(donnees), donnees.length, signature, longueur)
      return reply(
        code,
        () => new Uint8Array(signature.subarray(0, lengthIn(longueur, layout, TAILLE_SIGNATURE))),
      )
    },
  }
}

async function find(
  ck: CryptokiLibrary,
  layout: Layout,
  session: Poignee,
  criteres: readonly Attribut[],
): Promise<Result<readonly Poignee[], CodeCkr>> {
  const modele = writeTemplate(criteres, layout, koffi.address)
  const debut = await ck.findObjectsInit(session, modele, criteres.length)
  if (debut !== CKR.OK) return echec(debut)
  const objets = Buffer.alloc(NOMBRE_MAX * layout.ulong)
  const nombre = numberBytes(layout, 0)
  const code = await ck.findObjects(session, objets, NOMBRE_MAX, nombre)
  await ck.findObjectsFinal(session)
  return reply(code, () => readNumbers(objets, layout, lengthIn(nombre, layout, NOMBRE_MAX)))
}

const lengthIn = (octets: Buffer, layout: Layout, max: number): number =>
  Math.min(max, Number(readNumber(octets, 0, layout.ulong)))

const nothing = (): void => undefined

const reply = <T>(code: CodeCkr, value: () => T): Result<T, CodeCkr> =>
  code === CKR.OK ? succes(value()) : echec(code)
