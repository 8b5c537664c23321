import { describe, expect, it } from 'vitest'
import {
  functionsOffset,
  initializeArguments,
  layoutOf,
  readNumber,
  readTokenInfo,
  readValue,
  tokenInfoSize,
  writeMechanism,
  writeNumber,
  writeTemplate,
  type Layout,
} from './layout.ts'

const LINUX = layoutOf('linux', 'x64')
const WINDOWS = layoutOf('win32', 'x64')
const WINDOWS_32 = layoutOf('win32', 'ia32')

const hex = (octets: Uint8Array): string => Buffer.from(octets).toString('hex')

describe('PKCS#11, structures en mémoire : alignées sous Linux, serrées à l’octet sous Windows', () => {
  it.each([
    ['Linux 64 bits', LINUX, { ulong: 8, pointer: 8, packed: false }, 8],
    ['Windows 64 bits', WINDOWS, { ulong: 4, pointer: 8, packed: true }, 2],
    ['Windows 32 bits', WINDOWS_32, { ulong: 4, pointer: 4, packed: true }, 2],
    ['Linux 32 bits', layoutOf('linux', 'arm'), { ulong: 4, pointer: 4, packed: false }, 4],
  ] as const)(
    '%s : largeurs, et place des fonctions après la version',
    (_systeme, layout, largeurs, debut) => {
      expect(layout).toEqual(largeurs)
      expect(functionsOffset(layout)).toBe(debut)
    },
  )

  it.each([
    ['Linux', LINUX, 48, 32],
    ['Windows', WINDOWS, 44, 32],
    ['Windows 32 bits', WINDOWS_32, 24, 16],
  ] as const)(
    '%s : arguments de C_Initialize, verrous du système permis',
    (_systeme, layout, taille, place) => {
      const octets = initializeArguments(layout)
      expect(octets.length).toBe(taille)
      expect(readNumber(octets, place, layout.ulong)).toBe(2)
      expect(octets.reduce((somme, octet) => somme + octet)).toBe(2)
    },
  )

  it.each([
    ['Linux', LINUX, '0100000000000000 0000000000000000 0000000000000000'],
    ['Windows', WINDOWS, '01000000 0000000000000000 00000000'],
  ] as const)('%s : mécanisme sans paramètre', (_systeme, layout, attendu) =>
    expect(hex(writeMechanism(1, layout))).toBe(attendu.replaceAll(' ', '')),
  )

  it.each([
    [
      'Linux',
      LINUX,
      '0000000000000000 3010000000000000 0800000000000000',
      '0201000000000000 3810000000000000 0200000000000000',
      '0300000000000000 aabb',
    ],
    [
      'Windows',
      WINDOWS,
      '00000000 2010000000000000 04000000',
      '02010000 2410000000000000 02000000',
      '03000000 aabb',
    ],
  ] as const)('%s : critères et valeurs d’un seul tenant', (_systeme, layout, classe, id, valeurs) => {
    const criteres = [
      { type: 0, valeur: 3 },
      { type: 0x102, valeur: Uint8Array.of(0xaa, 0xbb) },
    ]
    expect(hex(writeTemplate(criteres, layout, () => 0x1000n))).toBe(
      (classe + id + valeurs).replaceAll(' ', ''),
    )
  })

  it.each([
    ['Linux', LINUX],
    ['Windows', WINDOWS],
  ] as const)('%s : valeur d’attribut lue, vide quand elle n’existe pas', (_systeme, layout) => {
    const memoire = writeTemplate([{ type: 0x11, valeur: Uint8Array.of(1, 2, 3) }], layout, () => 0n)
    expect(readValue(memoire, layout)).toEqual(Uint8Array.of(1, 2, 3))
    writeNumber(memoire, layout.ulong + layout.pointer, layout.ulong, 2)
    expect(readValue(memoire, layout)).toEqual(Uint8Array.of(1, 2))
    // CK_UNAVAILABLE_INFORMATION
    memoire.fill(0xff, layout.ulong + layout.pointer, 2 * layout.ulong + layout.pointer)
    expect(readValue(memoire, layout)).toEqual(new Uint8Array())
  })

  it.each([
    ['Linux', LINUX, 208],
    ['Windows', WINDOWS, 164],
  ] as const)('%s : jeton, étiquette, série, drapeaux et longueurs du code', (_systeme, layout, taille) => {
    expect(tokenInfoSize(layout)).toBe(taille)
    const octets = tokenInfo(layout)
    expect(readTokenInfo(octets, layout)).toEqual({
      etiquette: 'CPS3v1-2600000018',
      serie: '2600000018',
      drapeaux: 0x1040d,
      codeMin: 4,
      codeMax: 8,
    })
  })

  it('un nombre de huit octets trop grand reste exact', () => {
    const octets = Buffer.alloc(8)
    writeNumber(octets, 0, 8, 2n ** 60n)
    expect(readNumber(octets, 0, 8)).toBe(2n ** 60n)
  })
})

function tokenInfo(layout: Layout): Buffer {
  const octets = Buffer.alloc(tokenInfoSize(layout), 0x20)
  octets.write('CPS3v1-2600000018', 0)
  octets.write('2600000018\0', 80)
  const ecrire = (rang: number, valeur: number) =>
    writeNumber(octets, 96 + rang * layout.ulong, layout.ulong, valeur)
  ecrire(0, 0x1040d)
  ecrire(5, 8)
  ecrire(6, 4)
  return octets
}
