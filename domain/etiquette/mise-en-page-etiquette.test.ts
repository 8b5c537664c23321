import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ContenuEtiquette } from './contenu-etiquette.ts'
import { mettreEnPageEtiquette } from './mise-en-page-etiquette.ts'
import { PLANCHE_24 } from './planche-24.ts'
import type { Primitive, Texte } from './primitive.ts'
import { POINT, type Typographie } from './typographie.ts'
import { verifierPage } from './verifier-page.ts'

/** Letters half an em wide, two fifths in narrow faces. */
const TYPO: Typographie = {
  largeur: (texte, police, corps) =>
    texte.length * (police.startsWith('etroite') ? 0.4 : 0.5) * corps * POINT,
  connait: () => true,
}

/** As wide as a Code 128 of ten digits. */
const CODES = { ipp: Array<number>(30).fill(3), nda: Array<number>(30).fill(3) }

const CONTENU: ContenuEtiquette = {
  nomNaissance: 'PAT-TROIS',
  premierPrenom: 'DOMINIQUE',
  prenomsSuivants: ['MARIE-LOUISE'],
  naissance: 'Née le 28/03/1979 · Sexe F',
  utilises: 'Nom utilisé DUPONT',
  mention: { statut: 'qualifiee', texte: 'IDENTITÉ QUALIFIÉE', attributs: [] },
  sejour: 'Entrée 22/11/2026',
  ipp: '8001234567',
  nda: '2600123456',
  trace: 'Lot E26-000123 · M. Martin',
  avertissement: null,
}

const mettreEnPage = (change: Partial<ContenuEtiquette> = {}) =>
  mettreEnPageEtiquette({ ...CONTENU, ...change }, CODES, TYPO)
const estTexte = (primitive: Primitive): primitive is Texte => primitive.genre === 'texte'
const textes = (primitives: readonly Primitive[]): readonly string[] =>
  primitives.filter(estTexte).map(({ texte }) => texte)
const defauts = (primitives: readonly Primitive[]) => verifierPage(primitives, PLANCHE_24.etiquette, TYPO)

describe('mise en page d’une étiquette patient', () => {
  it('identité courte : tout se lit, dans l’ordre, sans défaut', () => {
    const { primitives, complet } = mettreEnPage()
    expect({ textes: textes(primitives), complet, defauts: defauts(primitives) }).toEqual({
      textes: [
        'PAT-TROIS',
        'DOMINIQUE',
        'MARIE-LOUISE',
        'Née le 28/03/1979 · Sexe F',
        'Nom utilisé DUPONT',
        'IDENTITÉ QUALIFIÉE',
        'Entrée 22/11/2026',
        'IPP 8001234567',
        'NDA 2600123456',
        'Lot E26-000123 · M. Martin',
      ],
      complet: true,
      defauts: [],
    })
  })

  it('statut qualifié sans attribut sur fond blanc, tout autre en blanc sur noir', () => {
    const fonds = (mention: ContenuEtiquette['mention']) =>
      mettreEnPage({ mention }).primitives.filter(({ genre }) => genre === 'aplat').length
    const { mention } = CONTENU
    expect([
      fonds(mention),
      fonds({ ...mention, attributs: ['HOMONYME'] }),
      fonds({ statut: 'provisoire', texte: 'IDENTITÉ PROVISOIRE', attributs: [] }),
    ]).toEqual([0, 1, 1])
  })

  it('hors production, l’avertissement occupe un bandeau au pied', () => {
    const { primitives } = mettreEnPage({ avertissement: 'SIMULATION' })
    expect(textes(primitives)).toContain('SIMULATION')
    expect(defauts(primitives)).toEqual([])
  })

  it.each<[string, readonly string[], string, string]>([
    ['un seul prénom : rien ne suit', [], 'ANNE', 'ANNE'],
    ['les suivants dont la place manque sont comptés', Array(9).fill('CLEMENTINE'), 'ANNE', ' autres'],
    ['un seul de trop', ['ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNOPQRSTUVWXYZ'], 'ANNE', '+1 autre'],
    ['tous de trop', Array(12).fill('A'.repeat(60)), 'ANNE', '+12 autres'],
    ['à peine la place du nombre', Array(3).fill('A'.repeat(60)), 'A'.repeat(30), '+3'],
  ])('prénoms : %s', (_cas, prenomsSuivants, premierPrenom, attendu) => {
    const { primitives, complet } = mettreEnPage({ prenomsSuivants, premierPrenom })
    expect(textes(primitives).some((texte) => texte.endsWith(attendu))).toBe(true)
    expect(complet).toBe(true)
  })

  it('pas même la place du nombre des autres prénoms : l’étiquette se dit incomplète', () =>
    expect(mettreEnPage({ prenomsSuivants: ['B'.repeat(60)], premierPrenom: 'A'.repeat(36) }).complet).toBe(
      false,
    ))

  it.each<[string, Partial<ContenuEtiquette>, string]>([
    ['nom', { nomNaissance: 'W'.repeat(100) }, 'NOM INCOMPLET – VOIR DOSSIER'],
    ['prénom', { premierPrenom: 'W'.repeat(100) }, 'PRÉNOM INCOMPLET – VOIR DOSSIER'],
    [
      'nom et prénom',
      { nomNaissance: 'W'.repeat(100), premierPrenom: 'W'.repeat(100) },
      'NOM ET PRÉNOM INCOMPLETS – VOIR DOSSIER',
    ],
  ])('%s trop long : jamais coupé en silence', (_cas, change, alerte) => {
    const { primitives, complet } = mettreEnPage(change)
    const ecrits = textes(primitives).join(' ')
    expect([complet, ecrits.includes('…'), ecrits.includes(alerte)]).toEqual([false, true, true])
  })

  it('un séjour trop long pour tenir à côté du statut passe dessous, ou cède la place aux traits', () => {
    const sejour = 'Entrée 22/11/2026 · Chirurgie orthopédique et traumatologique'
    expect(textes(mettreEnPage({ sejour, utilises: null }).primitives)).toContain(sejour)
    const dense = mettreEnPage({
      sejour,
      nomNaissance: 'DE LA ROCHEFOUCAULD MONTMORENCY LAVAL TOCQUEVILLE',
      utilises: 'Nom utilisé DE LA ROCHEFOUCAULD MONTMORENCY · Prénom utilisé MARIE-ANTOINETTE',
      mention: { statut: 'provisoire', texte: 'IDENTITÉ PROVISOIRE', attributs: ['HOMONYME', 'DOUTEUSE'] },
      avertissement: 'SIMULATION',
    })
    expect(textes(dense.primitives)).not.toContain(sejour)
  })

  it('l’étiquette la plus pleine, dessinée au plus dense, reste sans défaut', () => {
    const mention = {
      statut: 'provisoire',
      texte: 'IDENTITÉ '.repeat(9),
      attributs: ['HOMONYME', 'DOUTEUSE'],
    } as const
    const { primitives } = mettreEnPage({
      nomNaissance: 'W'.repeat(100),
      premierPrenom: 'W'.repeat(100),
      utilises: 'Nom utilisé '.repeat(9),
      mention,
      avertissement: 'SIMULATION',
    })
    expect(defauts(primitives)).toEqual([])
  })

  it('des codes trop larges sont dessinés au plus fin, et la page est refusée', () => {
    const large = { ipp: Array<number>(60).fill(4), nda: Array<number>(60).fill(4) }
    const { primitives } = mettreEnPageEtiquette(CONTENU, large, TYPO)
    expect(defauts(primitives).map(({ regle }) => regle)).toContain('zone-de-silence')
  })

  it('quels que soient les noms : rien ne se recouvre, ce qui est complet est écrit en entier', () => {
    const mot = fc.stringMatching(/^[A-Z]{1,18}$/)
    const nom = fc.array(mot, { minLength: 1, maxLength: 4 }).map((mots) => mots.join(' '))
    fc.assert(
      fc.property(
        nom,
        nom,
        fc.array(mot, { maxLength: 5 }),
        (nomNaissance, premierPrenom, prenomsSuivants) => {
          const { primitives, complet } = mettreEnPage({ nomNaissance, premierPrenom, prenomsSuivants })
          const ecrits = textes(primitives).join(' ')
          expect(defauts(primitives)).toEqual([])
          expect(!complet || (ecrits.includes(nomNaissance) && ecrits.includes(premierPrenom))).toBe(true)
        },
      ),
      { numRuns: 200 },
    )
  })
})
