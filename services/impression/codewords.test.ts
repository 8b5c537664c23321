import encodeur from 'bwip-js/node'
import { describe, expect, it } from 'vitest'
import type { Matrice } from '#domain/etiquette/primitive.ts'
import { estConforme, lireSymbole } from './codewords.ts'
import { dessinerDatamatrix } from './datamatrix.ts'

const GS = '\u001D'
const EN_TETE = 'IS010000000000000000000000'
const VECTEURS = [
  {
    nom: 'ANS, OID de 20 caractères',
    message: `${EN_TETE}S1279035121518989S21.2.250.1.213.1.4.10S3DOMINIQUE MARIE-LOUISE${GS}S4PAT-TROIS${GS}S5FS628-03-1979S763220`,
    cote: 40,
    caracteresEnC40: 122,
  },
  {
    nom: 'OID de 19 caractères',
    message: `${EN_TETE}S1277010115400329S21.2.250.1.213.1.4.8${GS}S3SARAH-LOU ANNA${GS}S4GARCIA-HAMMADI${GS}S5FS621-01-1977S701154`,
    cote: 40,
    caracteresEnC40: 121,
  },
  {
    nom: 'format seul',
    message: `${EN_TETE}S1123549685274612S22597845632548156952${GS}S3TEST1 TEST2 TEST${GS}S4DATAMATRIXTEST${GS}S5MS631-08-2021S799255`,
    cote: 40,
    caracteresEnC40: 121,
  },
  {
    nom: 'cas maximal',
    message: `${EN_TETE}S1277010115400329S21.2.250.1.213.1.4.8${GS}S3${'A'.repeat(100)}S4${'B'.repeat(100)}S5FS621-01-1977S701154`,
    cote: 52,
    caracteresEnC40: 290,
  },
] as const

/** The same text drawn by the encoder's own rules, or in a symbol of a given size. */
function dessinerAutrement(text: string, options: object): Matrice {
  const [symbole] = encodeur.raw({ bcid: 'datamatrix', text, ...options })
  if (symbole === undefined || !('pixs' in symbole)) throw new Error('no matrix')
  return { cote: symbole.pixx, modules: symbole.pixs.map((module) => (module === 0 ? 0 : 1)) }
}

describe('format datamatrix INS v2.2 §3.1 : en-tête encodé en C40', () => {
  it.each(VECTEURS)('vecteur $nom : codeword 230 puis C40', ({ message, cote, caracteresEnC40 }) => {
    const matrice = dessinerDatamatrix(message)
    expect([matrice.cote, lireSymbole(matrice)]).toEqual([
      cote,
      { premier: 230, texte: message, caracteresEnC40 },
    ])
    expect(estConforme(lireSymbole(matrice), message)).toBe(true)
  })

  it('un symbole qui dit le même texte sans en-tête C40 est refusé', () => {
    expect(lireSymbole(dessinerAutrement(EN_TETE, {}))).toEqual({
      premier: 74,
      texte: EN_TETE,
      caracteresEnC40: 0,
    })
    for (const [message, options] of [
      [EN_TETE, {}],
      [VECTEURS[0].message, {}],
      [VECTEURS[0].message, { c40headerlength: 20 }],
    ] as const)
      expect(estConforme(lireSymbole(dessinerAutrement(message, options)), message)).toBe(false)
  })

  it('un seul module inversé dans les données ne passe pas', () => {
    const message = VECTEURS[0].message
    const matrice = dessinerDatamatrix(message)
    const refuses = Array.from({ length: 8 }, (_, bit) => {
      const rang = (1 + bit) * matrice.cote + 1 + bit
      const modules = matrice.modules.map((module, place) =>
        place === rang ? (module === 1 ? 0 : 1) : module,
      )
      return estConforme(lireSymbole({ ...matrice, modules }), message)
    })
    expect(refuses).not.toContain(true)
  })
})

describe('ISO/IEC 16022 annexe F : placement des codewords', () => {
  it.each([10, 12, 14, 16, 18, 20, 22, 24, 26, 32, 36, 40, 44, 48, 52])('symbole de %i modules', (cote) => {
    const symbole = lireSymbole(dessinerAutrement('A1 ', { version: `${cote}x${cote}`, c40headerlength: 3 }))
    expect(symbole).toEqual({ premier: 230, texte: 'A1 ', caracteresEnC40: 3 })
  })

  it('un symbole d’une autre taille, ou dans un autre mode, ne se lit pas', () => {
    expect(lireSymbole(dessinerAutrement('A', { version: '64x64' }))).toBeUndefined()
    expect(lireSymbole({ cote: 10, modules: Array<1>(100).fill(1) })).toBeUndefined()
  })

  it('relit les majuscules, chiffres, ponctuation et le séparateur 0x1D', () => {
    const texte = `AZ09 -'.\u001D!_abc`
    expect(lireSymbole(dessinerDatamatrix(texte))?.texte).toBe(texte)
  })
})
