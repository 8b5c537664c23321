import koffi, { type LibraryHandle, type TypeObject } from 'koffi'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import { ioRequestDe, readerStateDe, type Abi } from './abi.ts'
import type { CodeScard } from './scard-codes.ts'

type Type = string | TypeObject | ReturnType<typeof koffi.out>

type Fonction = (...arguments_: readonly unknown[]) => Promise<CodeScard>

/** The functions of the system's PC/SC library, each run on a worker thread so that the event loop stays free. */
export interface ScardLibrary {
  readonly establish: Fonction
  readonly release: Fonction
  readonly cancel: Fonction
  readonly listReaders: Fonction
  readonly statusChange: Fonction
  readonly connect: Fonction
  readonly reconnect: Fonction
  readonly disconnect: Fonction
  readonly begin: Fonction
  readonly end: Fonction
  readonly transmit: Fonction
  /** Size in bytes of the protocol header `transmit` takes. */
  readonly tailleIoRequest: number
}

/** Opens the PC/SC library; `cartes/bibliotheque-absente` when the machine has none, or one without its functions. */
export function openScardLibrary(abi: Abi, chemin = abi.bibliotheque): Result<ScardLibrary, Refus> {
  try {
    return succes(bind(abi, chemin))
  } catch {
    // koffi throws one plain Error for a missing file and for a missing symbol: both leave the desk without cards.
    return echec(refuser('cartes/bibliotheque-absente'))
  }
}

function bind(abi: Abi, chemin: string): ScardLibrary {
  const bibliotheque = koffi.load(chemin)
  const { dword, poignee, texte, suffixe } = abi
  const ioRequest = ioRequestDe(abi)
  const fonction = (nom: string, types: readonly Type[]): Fonction =>
    promise(
      abi.convention === ''
        ? bibliotheque.func(nom, abi.long, [...types])
        : bibliotheque.func(abi.convention, nom, abi.long, [...types]),
    )
  const out = (type: string) => koffi.out(koffi.pointer(type))
  const inout = (type: string | TypeObject) => koffi.inout(koffi.pointer(type))
  return {
    establish: fonction('SCardEstablishContext', [dword, 'void *', 'void *', out(poignee)]),
    release: fonction('SCardReleaseContext', [poignee]),
    cancel: fonction('SCardCancel', [poignee]),
    listReaders: fonction(`SCardListReaders${suffixe}`, [poignee, 'void *', 'void *', inout(dword)]),
    statusChange: fonction(`SCardGetStatusChange${suffixe}`, [
      poignee,
      dword,
      inout(readerStateDe(abi)),
      dword,
    ]),
    connect: fonction(`SCardConnect${suffixe}`, [poignee, texte, dword, dword, out(poignee), out(dword)]),
    reconnect: fonction('SCardReconnect', [poignee, dword, dword, dword, out(dword)]),
    disconnect: fonction('SCardDisconnect', [poignee, dword]),
    begin: fonction('SCardBeginTransaction', [poignee]),
    end: fonction('SCardEndTransaction', [poignee, dword]),
    transmit: fonction('SCardTransmit', [
      poignee,
      koffi.pointer(ioRequest),
      'void *',
      dword,
      'void *',
      'void *',
      inout(dword),
    ]),
    tailleIoRequest: koffi.sizeof(ioRequest),
  }
}

/** A `long` code is sign-extended or not depending on the system: only its 32 low bits count. */
function promise(native: ReturnType<LibraryHandle['func']>): Fonction {
  return (...arguments_) =>
    new Promise((resolve, reject) => {
      native.async(...arguments_, (erreur: Error | null, code: number | bigint) => {
        if (erreur) reject(erreur)
        else resolve(Number(BigInt.asUintN(32, BigInt(code))))
      })
    })
}
