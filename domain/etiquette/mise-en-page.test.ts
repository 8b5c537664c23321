import { describe, expect, it } from 'vitest'
import { ajusterTexte, essais } from './ajuster-texte.ts'
import { CAPACITE, places, PLANCHE_24 } from './planche-24.ts'
import type { Primitive, Support } from './primitive.ts'
import { ligne } from './tracer.ts'
import { POINT, type Typographie } from './typographie.ts'
import { verifierPage } from './verifier-page.ts'

/** Every character half an em wide, capitals and a few signs only. */
const TYPO: Typographie = {
  largeur: (texte, _police, corps) => texte.length * 0.5 * corps * POINT,
  connait: (texte) => /^[A-Z …-]*$/.test(texte),
}
const largeur = (caracteres: number, corps: number) => caracteres * 0.5 * corps * POINT

describe('règle d’ajustement : jamais de coupe silencieuse', () => {
  const TENTATIVES = [...essais('grasse', [11, 9]), ...essais('etroite-grasse', [8, 7], 2)] as const
  const ajuster = (texte: string) => ajusterTexte(texte, largeur(20, 10), TENTATIVES, TYPO)

  it.each([
    ['court', 'DUPONT', { lignes: ['DUPONT'], police: 'grasse', corps: 11, complet: true }],
    [
      'plus petit',
      'ABCDEFGHIJKLMNOPQRST',
      { lignes: ['ABCDEFGHIJKLMNOPQRST'], police: 'grasse', corps: 10, complet: true },
    ],
    [
      'sur deux lignes, coupé après un trait d’union',
      'SAINT-EXUPERY-DE-MONTMORENCY-LAVAL',
      {
        lignes: ['SAINT-EXUPERY-DE-', 'MONTMORENCY-LAVAL'],
        police: 'etroite-grasse',
        corps: 8,
        complet: true,
      },
    ],
    [
      'un mot trop long : marque visible',
      'A'.repeat(60),
      { lignes: [`${'A'.repeat(27)}…`], police: 'etroite-grasse', corps: 7, complet: false },
    ],
    [
      'trop de mots : marque visible',
      'AAAA BBBB '.repeat(10).trim(),
      {
        lignes: ['AAAA BBBB AAAA BBBB AAAA', 'BBBB AAAA BBBB AAAA BBBB AA…'],
        police: 'etroite-grasse',
        corps: 7,
        complet: false,
      },
    ],
  ])('%s', (_cas, texte, attendu) => expect(ajuster(texte)).toEqual(attendu))

  it('un texte ajusté est rendu entier, ou se dit incomplet et se termine par la marque', () => {
    for (let longueur = 1; longueur <= 120; longueur++) {
      const texte = 'ABCDEF GH-IJKLMN O'.repeat(8).slice(0, longueur).trim()
      const { lignes, complet } = ajuster(texte)
      const rendu = lignes.join(' ').replaceAll('- ', '-')
      expect(complet ? rendu : rendu.endsWith('…')).toEqual(complet ? texte : true)
    }
  })
})

describe('planche A4 de 24 étiquettes', () => {
  it('les 24 places tiennent dans la feuille et ne se recouvrent pas', () => {
    const boites = places(CAPACITE).map(({ x, y }) => ({ x, y, ...PLANCHE_24.etiquette }))
    for (const une of boites) {
      expect(une.x + une.largeur <= 210_000 && une.y + une.hauteur <= 297_000).toBe(true)
      const voisines = boites.filter(
        (autre) => Math.abs(autre.x - une.x) < une.largeur && Math.abs(autre.y - une.y) < une.hauteur,
      )
      expect(voisines).toEqual([une])
    }
  })

  it('commence à l’étiquette n et passe à la feuille suivante', () =>
    expect(places(3, 23)).toEqual([
      { feuille: 0, x: 7_210 + 66_040, y: 12_900 + 7 * 33_900 },
      { feuille: 0, x: 7_210 + 2 * 66_040, y: 12_900 + 7 * 33_900 },
      { feuille: 1, x: 7_210, y: 12_900 },
    ]))
})

describe('une page fautive ne s’imprime pas', () => {
  const SUPPORT: Support = { largeur: 60_000, hauteur: 30_000, marge: 1_000 }
  const texte = (x: number, y: number, mots = 'NOM') =>
    ligne(mots, [x, y], { police: 'grasse', corps: 10 }, TYPO)
  const barres = (x: number, y: number, module = 254): Primitive => ({
    genre: 'barres',
    x,
    y,
    largeur: 20 * module,
    hauteur: 5_000,
    barres: [10, 4, 6],
    module,
  })
  const matrice = (x: number, y: number, module = 508): Primitive => ({
    genre: 'matrice',
    x,
    y,
    largeur: 2 * module,
    hauteur: 2 * module,
    matrice: { cote: 2, modules: [1, 0, 0, 1] },
    module,
  })
  const aplat = (x: number, largeurAplat: number): Primitive => ({
    genre: 'aplat',
    x,
    y: 2_000,
    largeur: largeurAplat,
    hauteur: 8_000,
    encre: 'noir',
  })
  const blanc = (x: number): Primitive => ({ ...texte(x, 4_000), encre: 'blanc' })
  const verifier = (...page: readonly Primitive[]) => verifierPage(page, SUPPORT, TYPO)

  it('page correcte : texte, barres, symbole, mots blancs sur fond noir', () =>
    expect(
      verifier(
        texte(1_000, 22_000),
        barres(5_000, 2_000),
        matrice(40_000, 20_000),
        aplat(30_000, 15_000),
        blanc(31_000),
      ),
    ).toEqual([]))

  it.each<[string, readonly Primitive[], string, number]>([
    ['texte dans la marge', [texte(900, 5_000)], 'debordement', 0],
    ['texte au-delà du bord', [texte(58_000, 5_000)], 'debordement', 0],
    ['deux textes l’un sur l’autre', [texte(5_000, 5_000), texte(6_000, 6_000)], 'chevauchement', 0],
    ['texte à cheval sur un fond', [aplat(5_000, 2_000), texte(6_000, 4_000)], 'chevauchement', 1],
    [
      'texte à 9 modules des barres',
      [barres(10_000, 5_000), texte(10_000 + 29 * 254, 6_000)],
      'zone-de-silence',
      0,
    ],
    [
      'texte à 1 module du symbole',
      [matrice(10_000, 5_000), texte(10_000 + 3 * 508, 5_000)],
      'zone-de-silence',
      0,
    ],
    ['fond noir sous les barres', [aplat(5_000, 20_000), barres(8_000, 3_000)], 'zone-de-silence', 1],
    ['barres dont le silence sort de l’étiquette', [barres(2_000, 5_000)], 'debordement', 0],
    ['module de 0,3 mm, sept points et quelque', [barres(10_000, 5_000, 300)], 'module', 0],
    ['symbole dont le module n’est pas de points entiers', [matrice(10_000, 5_000, 300)], 'module', 0],
    [
      'symbole auquel manque un module',
      [{ ...matrice(10_000, 5_000), matrice: { cote: 2, modules: [1, 0, 0] } } as Primitive],
      'symbole',
      0,
    ],
    ['barres étirées', [{ ...barres(10_000, 5_000), largeur: 3_000 }], 'symbole', 0],
    [
      'texte sur le trait d’un cadre',
      [
        texte(5_000, 5_000),
        { genre: 'cadre', x: 6_000, y: 4_000, largeur: 9_000, hauteur: 9_000, trait: 300, encre: 'noir' },
      ],
      'chevauchement',
      0,
    ],
    ['symbole étiré', [{ ...matrice(10_000, 5_000), largeur: 2_000 }], 'symbole', 0],
    ['barres trop basses', [{ ...barres(10_000, 5_000), hauteur: 2_000 }], 'symbole', 0],
    ['caractère sans glyphe', [texte(5_000, 5_000, 'Ж')], 'glyphe', 0],
    ['texte plus large que sa boîte', [{ ...texte(5_000, 5_000), largeur: 1_000 }], 'largeur', 0],
    ['mots blancs sur blanc', [blanc(5_000)], 'contraste', 0],
    ['mots noirs sur noir', [aplat(4_000, 20_000), texte(5_000, 4_000)], 'contraste', 1],
  ])('%s', (_cas, page, regle, rang) => expect(verifier(...page)).toEqual([{ regle, rang }]))
})
