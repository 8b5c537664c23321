import koffi from 'koffi'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import { CKR, type CodeCkr } from './cryptoki.ts'
import { functionsOffset, readNumber, type Layout } from './layout.ts'

export type FonctionCk = (...arguments_: readonly unknown[]) => Promise<CodeCkr>

/** Functions of one PKCS#11 library, each run on a worker thread so that the heartbeat survives a slow card. */
export interface CryptokiLibrary {
  readonly initialize: FonctionCk
  readonly finalize: FonctionCk
  readonly getInfo: FonctionCk
  readonly getSlotList: FonctionCk
  readonly getTokenInfo: FonctionCk
  readonly openSession: FonctionCk
  readonly closeAllSessions: FonctionCk
  readonly login: FonctionCk
  readonly logout: FonctionCk
  readonly getAttributeValue: FonctionCk
  readonly findObjectsInit: FonctionCk
  readonly findObjects: FonctionCk
  readonly findObjectsFinal: FonctionCk
  readonly signInit: FonctionCk
  readonly sign: FonctionCk
}

/** Opens a PKCS#11 library; `cpx/bibliotheque-absente` for a file that is missing or is not one. */
export function openCryptokiLibrary(chemin: string, layout: Layout): Result<CryptokiLibrary, Refus> {
  try {
    return succes(bind(chemin, layout))
  } catch {
    // koffi throws one plain Error for a missing file and for a missing symbol: both leave the desk without CPx.
    return echec(refuser('cpx/bibliotheque-absente'))
  }
}

const ULONG = 'ulong'
const MEMOIRE = 'void *'

/** Only `C_GetFunctionList` is sure to be exported: the others are taken from its list. Source: PKCS#11 v2.40, 5.3. */
function bind(chemin: string, layout: Layout): CryptokiLibrary {
  const liste = Buffer.alloc(layout.pointer)
  const code: unknown = koffi.load(chemin).func('C_GetFunctionList', ULONG, [MEMOIRE])(liste)
  if (Number(code) !== CKR.OK) throw new Error(`C_GetFunctionList: ${String(code)}`)
  const adresse = BigInt(readNumber(liste, 0, layout.pointer))
  /** `rang` is the place of the function in CK_FUNCTION_LIST. */
  const fonction = (rang: number, types: readonly string[]): FonctionCk => {
    const place = functionsOffset(layout) + rang * layout.pointer
    const pointeur = BigInt(koffi.decode(adresse, place, 'uintptr_t') as number | bigint)
    return promise(koffi.decode(pointeur, koffi.proto(ULONG, [...types])) as FonctionNative)
  }
  return {
    initialize: fonction(0, [MEMOIRE]),
    finalize: fonction(1, [MEMOIRE]),
    getInfo: fonction(2, [MEMOIRE]),
    getSlotList: fonction(4, ['uint8', MEMOIRE, MEMOIRE]),
    getTokenInfo: fonction(6, [ULONG, MEMOIRE]),
    openSession: fonction(12, [ULONG, ULONG, MEMOIRE, MEMOIRE, MEMOIRE]),
    closeAllSessions: fonction(14, [ULONG]),
    login: fonction(18, [ULONG, ULONG, MEMOIRE, ULONG]),
    logout: fonction(19, [ULONG]),
    getAttributeValue: fonction(24, [ULONG, ULONG, MEMOIRE, ULONG]),
    findObjectsInit: fonction(26, [ULONG, MEMOIRE, ULONG]),
    findObjects: fonction(27, [ULONG, MEMOIRE, ULONG, MEMOIRE]),
    findObjectsFinal: fonction(28, [ULONG]),
    signInit: fonction(42, [ULONG, MEMOIRE, ULONG]),
    sign: fonction(43, [ULONG, MEMOIRE, ULONG, MEMOIRE, MEMOIRE]),
  }
}

interface FonctionNative {
  async(...arguments_: readonly unknown[]): void
}

/** Memory lent to calls under way: koffi keeps none of its arguments from being collected meanwhile. */
const prets = new Set<readonly unknown[]>()

function promise(native: FonctionNative): FonctionCk {
  return (...arguments_) =>
    new Promise((resolve, reject) => {
      prets.add(arguments_)
      native.async(...arguments_, (erreur: Error | null, code: number | bigint) => {
        prets.delete(arguments_)
        if (erreur) reject(erreur)
        else resolve(Number(code))
      })
    })
}
