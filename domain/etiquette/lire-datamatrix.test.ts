import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lireDatamatrix } from './lire-datamatrix.ts'

const ENTETE = 'IS010000000000000000000000'
const DEBUT = `${ENTETE}S1279035121518989S21.2.250.1.213.1.4.10`
const LU = {
  ok: true,
  value: {
    nomNaissance: 'PAT-TROIS',
    prenomsNaissance: 'DOMINIQUE MARIE-LOUISE',
    sexe: 'F',
    dateNaissance: '28/03/1979',
    lieuNaissance: '63220',
  },
}
const ILLISIBLE = { ok: false, error: { code: 'datamatrix/illisible' } }

describe('EXI REC 02, lecture d’un DataMatrix INS (format v2.2 §3)', () => {
  it.each([
    ['séparateur', `${DEBUT}S3DOMINIQUE MARIE-LOUISE\u001DS4PAT-TROIS\u001DS5FS628-03-1979S763220`],
    ['séparateur écrit', `${DEBUT}S3DOMINIQUE MARIE-LOUISE<GS>S4PAT-TROIS<GS>S5FS628-03-1979S763220`],
    ['séparateur perdu', `${DEBUT}S3DOMINIQUE MARIE-LOUISES4PAT-TROISS5FS628-03-1979S763220`],
    ['autre ordre', `${DEBUT}S4PAT-TROIS\u001DS3DOMINIQUE MARIE-LOUISE\u001DS5FS628-03-1979S763220`],
  ])('%s', (_cas, message) => expect(lireDatamatrix(message)).toEqual(LU))

  it('sans lieu, facultatif', () => {
    const lu = lireDatamatrix(`${DEBUT}S3ANNE\u001DS4PAT\u001DS5FS628-03-1979`)
    expect(lu.ok && lu.value.lieuNaissance).toBeNull()
  })

  it.each([
    ['vide', ''],
    ['autre code', 'DC04FR0000011E6F1E6F'],
    ['en-tête inconnue', 'IS020000000000000000000000S1279035121518989'],
    ['clé fausse', `${ENTETE}S1279035121518988S21.2.250.1.213.1.4.10S3A\u001DS4B\u001DS5FS628-03-1979`],
    ['OID inconnu', `${ENTETE}S1279035121518989S21.2.250.1.213.1.4.50S3A\u001DS4B\u001DS5FS628-03-1979`],
    ['tronqué', `${DEBUT}S3DOMINIQUE`],
    ['champ répété', `${DEBUT}S3A\u001DS3A\u001DS4B\u001DS5FS628-03-1979`],
    ['date impossible à lire', `${DEBUT}S3A\u001DS4B\u001DS5FS61979-03-28`],
  ])('%s : refusé, rien n’est repris', (_cas, message) => expect(lireDatamatrix(message)).toEqual(ILLISIBLE))

  it('aucun texte ne fait tomber la lecture', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (texte) => {
        lireDatamatrix(DEBUT + texte)
      }),
      { numRuns: 2000 },
    ))
})
