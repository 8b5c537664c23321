import { describe, expect, it } from 'vitest'
import { lireAdresse } from './adresse.ts'
import { lireIpp } from './lire-ipp.ts'

const ADRESSE = { voie: '28 AVENUE DE BRETEUIL', ville: 'PARIS', codePostal: '75007', pays: 'FRA' }

describe('ce qu’un échange ajoute à l’identité', () => {
  it('une adresse a quatre textes, le pays en trois lettres', () =>
    expect(lireAdresse(ADRESSE)).toEqual({ ok: true, value: ADRESSE }))

  it.each([
    null,
    'PARIS',
    [],
    {},
    { ...ADRESSE, pays: 'France' },
    { ...ADRESSE, voie: 28 },
    { ...ADRESSE, etage: '3' },
  ])('%j n’est pas une adresse', (contenu) =>
    expect(lireAdresse(contenu)).toEqual({ ok: false, error: { code: 'echange/adresse' } }),
  )

  it('un IPP est un texte court', () =>
    expect(lireIpp('IPP-000003')).toEqual({ ok: true, value: 'IPP-000003' }))

  it.each(['', 'é', 'A^B', '1'.repeat(21), '279035121518989'])(
    'EXI ID 29 : « %s » n’est pas un IPP, un matricule encore moins',
    (saisie) => expect(lireIpp(saisie)).toEqual({ ok: false, error: { code: 'echange/ipp' } }),
  )
})
