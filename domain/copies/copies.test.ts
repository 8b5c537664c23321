import { describe, expect, it } from 'vitest'
import { controlerCopie } from './controler-copie.ts'
import { COPIES_PAR_DEFAUT, premierJourConserve } from './reglages-copies.ts'

const JPEG = [0xff, 0xd8, 0xff, 0xe0, 0, 16]
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const PDF = [...Buffer.from('%PDF-1.7\n')]
const controler = (octets: readonly number[], max = 100) => controlerCopie(Uint8Array.from(octets), max)

describe('une copie de pièce se reconnaît à ses premiers octets (DMN INS 46)', () => {
  it.each([
    ['jpeg', JPEG],
    ['png', PNG],
    ['pdf', PDF],
  ])('%s', (format, octets) => expect(controler(octets)).toEqual({ ok: true, value: format }))

  it.each<[string, readonly number[], string]>([
    ['un fichier vide', [], 'copie/vide'],
    ['un programme', [0x4d, 0x5a, 0x90, 0], 'copie/format'],
    ['une image GIF', [...Buffer.from('GIF89a')], 'copie/format'],
    ['une page qui se dit PDF plus loin', [0x0a, ...PDF], 'copie/format'],
    ['un PNG coupé', PNG.slice(0, 7), 'copie/format'],
    ['un fichier trop lourd', Array.from({ length: 101 }, (_, rang) => JPEG[rang] ?? 0), 'copie/trop-lourde'],
  ])('%s est refusé', (_cas, octets, code) =>
    expect(controler(octets)).toEqual({ ok: false, error: { code } }),
  )
})

describe('durée de conservation (DMN INS 46) : cinq ans après la dernière venue, ou moins', () => {
  it.each([
    ['2026-11-25', 5, '2021-11-25'],
    ['2026-01-01', 1, '2025-01-01'],
    ['2028-02-29', 5, '2023-02-29'],
  ])('le %s, pour %i ans : depuis le %s', (jour, conservationAns, premier) =>
    expect(premierJourConserve(jour, { ...COPIES_PAR_DEFAUT, conservationAns })).toBe(premier),
  )
})
