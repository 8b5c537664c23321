import type { Attribut, InfoJeton, Poignee } from './cryptoki.ts'

/** How a PKCS#11 library lays its structures out. Source: PKCS#11 v2.40, 2.1: Windows packs to one byte, and its CK_ULONG has four. */
export interface Layout {
  readonly ulong: 4 | 8
  readonly pointer: 4 | 8
  readonly packed: boolean
}

export const layoutOf = (systeme: NodeJS.Platform, architecture: NodeJS.Architecture): Layout => {
  const pointer = architecture === 'ia32' || architecture === 'arm' ? 4 : 8
  return systeme === 'win32'
    ? { ulong: 4, pointer, packed: true }
    : { ulong: pointer, pointer, packed: false }
}

/** Where the first function pointer of a CK_FUNCTION_LIST stands, after its two bytes of version. */
export const functionsOffset = ({ packed, pointer }: Layout): number => (packed ? 2 : pointer)

export function readNumber(octets: Buffer, position: number, taille: 4 | 8): Poignee {
  if (taille === 4) return octets.readUInt32LE(position)
  const lu = octets.readBigUInt64LE(position)
  return lu <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(lu) : lu
}

export function writeNumber(octets: Buffer, position: number, taille: 4 | 8, valeur: Poignee): void {
  if (taille === 4) octets.writeUInt32LE(Number(valeur), position)
  else octets.writeBigUInt64LE(BigInt(valeur), position)
}

export const numberBytes = (layout: Layout, valeur: Poignee): Buffer => {
  const octets = Buffer.alloc(layout.ulong)
  writeNumber(octets, 0, layout.ulong, valeur)
  return octets
}

/** Reads an array of CK_ULONG. */
export const readNumbers = (octets: Buffer, layout: Layout, nombre: number): readonly Poignee[] =>
  Array.from({ length: nombre }, (_rien, rang) => readNumber(octets, rang * layout.ulong, layout.ulong))

/**
 * An array of CK_ATTRIBUTE { type, pointer, length } followed by the values it points to, in one piece of memory. A CK_ULONG is as
 * wide as a pointer wherever structures are not packed: no padding either way.
 */
export function writeTemplate(
  attributs: readonly Attribut[],
  layout: Layout,
  addressOf: (memoire: Buffer) => bigint,
): Buffer {
  const valeurs = attributs.map((attribut) => valueBytes(attribut, layout))
  const entete = attributs.length * attributeSize(layout)
  const memoire = Buffer.concat([Buffer.alloc(entete), ...valeurs])
  const debut = addressOf(memoire)
  let place = entete
  for (const [rang, { type }] of attributs.entries()) {
    const longueur = valeurs[rang]?.length ?? 0
    const position = rang * attributeSize(layout)
    writeNumber(memoire, position, layout.ulong, type)
    writeNumber(memoire, position + layout.ulong, layout.pointer, debut + BigInt(place))
    writeNumber(memoire, position + layout.ulong + layout.pointer, layout.ulong, longueur)
    place += longueur
  }
  return memoire
}

/** The value the library wrote into a template of one attribute; empty when it says it has none. */
export function readValue(memoire: Buffer, layout: Layout): Uint8Array {
  const longueur = Number(readNumber(memoire, layout.ulong + layout.pointer, layout.ulong))
  const debut = attributeSize(layout)
  return longueur <= memoire.length - debut
    ? new Uint8Array(memoire.subarray(debut, debut + longueur))
    : new Uint8Array()
}

const attributeSize = ({ ulong, pointer }: Layout): number => 2 * ulong + pointer

const valueBytes = ({ valeur }: Attribut, layout: Layout): Uint8Array =>
  typeof valeur === 'number' ? numberBytes(layout, valeur) : valeur

/** CK_MECHANISM without parameter. */
export function writeMechanism(mecanisme: number, layout: Layout): Buffer {
  const octets = Buffer.alloc(attributeSize(layout))
  writeNumber(octets, 0, layout.ulong, mecanisme)
  return octets
}

/** The library may use the locks of the system: calls come from worker threads. */
const CKF_OS_LOCKING_OK = 2

/** CK_C_INITIALIZE_ARGS: four callbacks we do not give, the flags, a reserved pointer. */
export function initializeArguments(layout: Layout): Buffer {
  const octets = Buffer.alloc(5 * layout.pointer + layout.ulong)
  writeNumber(octets, 4 * layout.pointer, layout.ulong, CKF_OS_LOCKING_OK)
  return octets
}

/** CK_TOKEN_INFO: four padded texts (96 bytes), flags, ten numbers, two versions, a clock. */
const TEXTES = 96
const NOMBRES = 11
const CODE_MAX_RANG = 5
const CODE_MIN_RANG = 6

export const tokenInfoSize = ({ ulong }: Layout): number => TEXTES + NOMBRES * ulong + 4 + 16 + 4

export function readTokenInfo(octets: Buffer, { ulong }: Layout): InfoJeton {
  const nombre = (rang: number): number => Number(readNumber(octets, TEXTES + rang * ulong, ulong))
  return {
    etiquette: padded(octets.subarray(0, 32)),
    serie: padded(octets.subarray(80, 96)),
    drapeaux: nombre(0),
    codeMax: nombre(CODE_MAX_RANG),
    codeMin: nombre(CODE_MIN_RANG),
  }
}

const padded = (octets: Uint8Array): string =>
  Buffer.from(octets).toString('utf8').replaceAll('\0', ' ').trimEnd()

/** Where the library's own version stands in a CK_INFO: after a version, 32 characters, flags and 32 characters. */
function libraryVersionOffset({ ulong, packed }: Layout): number {
  const drapeaux = packed ? 34 : Math.ceil(34 / ulong) * ulong
  return drapeaux + ulong + 32
}

/** Size of a CK_INFO, padding included. */
export const infoSize = (layout: Layout): number => libraryVersionOffset(layout) + layout.ulong

/** Version of the library in a CK_INFO, `major.minor`. */
export function readLibraryVersion(octets: Buffer, layout: Layout): string {
  const place = libraryVersionOffset(layout)
  return `${String(octets[place] ?? 0)}.${String(octets[place + 1] ?? 0)}`
}
