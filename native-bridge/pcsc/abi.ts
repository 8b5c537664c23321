import koffi from 'koffi'

/** Integer widths, names and struct layouts of one PC/SC implementation. */
export interface Abi {
  readonly bibliotheque: string
  readonly convention: string
  /** Suffix of the functions that take text. */
  readonly suffixe: string
  readonly dword: string
  readonly long: string
  readonly poignee: string
  readonly texte: string
  readonly tailleAtr: number
  /** Bytes of one character of `texte`. */
  readonly tailleCaractere: 1 | 2
}

/** Null where no PC/SC implementation was checked. Sources: pcsclite.h (DWORD is unsigned long), winscard.h. */
export function abiDe(systeme: NodeJS.Platform): Abi | null {
  if (systeme === 'linux') return PCSC_LITE
  if (systeme === 'win32') return WINSCARD
  return null
}

const PCSC_LITE: Abi = {
  bibliotheque: 'libpcsclite.so.1',
  convention: '',
  suffixe: '',
  dword: 'ulong',
  long: 'long',
  poignee: 'long',
  texte: 'str',
  tailleAtr: 33,
  tailleCaractere: 1,
}

// The wide functions: a reader's name may carry accents, which the narrow ones would lose.
const WINSCARD: Abi = {
  bibliotheque: 'winscard.dll',
  convention: '__stdcall',
  suffixe: 'W',
  dword: 'uint32',
  long: 'int32',
  poignee: 'uintptr_t',
  texte: 'str16',
  tailleAtr: 36,
  tailleCaractere: 2,
}

export const ioRequestDe = (abi: Abi) => koffi.struct({ dwProtocol: abi.dword, cbPciLength: abi.dword })

export const readerStateDe = (abi: Abi) =>
  koffi.struct({
    szReader: abi.texte,
    pvUserData: 'void *',
    dwCurrentState: abi.dword,
    dwEventState: abi.dword,
    cbAtr: abi.dword,
    rgbAtr: koffi.array('uint8', abi.tailleAtr, 'Typed'),
  })
