import { describe, expect, it } from 'vitest'
import type { ContenuFiche } from './contenu-fiche.ts'
import { FEUILLE_A4, mettreEnPageFiche } from './mise-en-page-fiche.ts'
import type { Matrice, Primitive } from './primitive.ts'
import { POINT, type Typographie } from './typographie.ts'
import { verifierPage } from './verifier-page.ts'

/** Letters half an em wide, two fifths in narrow faces. */
const TYPO: Typographie = {
  largeur: (texte, police, corps) =>
    texte.length * (police.startsWith('etroite') ? 0.4 : 0.5) * corps * POINT,
  connait: () => true,
}

const SYMBOLE: Matrice = { cote: 36, modules: Array<0 | 1>(36 * 36).fill(1) }
const BARRES = Array<number>(30).fill(3)

const QUALIFIEE: ContenuFiche = {
  titre: "Fiche d'admission",
  entete: 'CH de Démonstration · Urgences · Entrée le 22/11/2026 à 09:15',
  mention: { statut: 'qualifiee', texte: 'IDENTITÉ QUALIFIÉE', attributs: [] },
  nomNaissance: 'PAT-TROIS',
  prenomsNaissance: 'DOMINIQUE MARIE-LOUISE',
  details: [
    { libelle: 'Premier prénom', valeur: 'DOMINIQUE' },
    { libelle: 'Date de naissance', valeur: '28/03/1979' },
    { libelle: 'Sexe', valeur: 'Féminin' },
    { libelle: 'Nom utilisé', valeur: null },
  ],
  ins: {
    diffusable: true,
    matricule: '2 79 03 51 215 189 89',
    nature: 'NIR de test',
    oid: '1.2.250.1.213.1.4.10',
  },
  controles: [{ libelle: "Pièce d'identité", valeur: 'Aucune pièce contrôlée' }],
  ipp: '8001234567',
  nda: '2600123456',
  trace: 'Lot E26-000123',
  avertissement: null,
}

const PROVISOIRE: ContenuFiche = {
  ...QUALIFIEE,
  mention: { statut: 'provisoire', texte: 'IDENTITÉ PROVISOIRE', attributs: ['HOMONYME'] },
  ins: { diffusable: false, raison: 'Provisoire : pas de matricule.', conduite: 'Demandez une pièce.' },
}

const mettreEnPage = (contenu: ContenuFiche, ins: Matrice | null) =>
  mettreEnPageFiche(contenu, { ipp: BARRES, nda: BARRES, ins }, TYPO)
const textes = (primitives: readonly Primitive[]): readonly string[] =>
  primitives.flatMap((primitive) => (primitive.genre === 'texte' ? [primitive.texte] : []))
const nombre = (primitives: readonly Primitive[], genre: Primitive['genre']): number =>
  primitives.filter((primitive) => primitive.genre === genre).length

describe('mise en page d’une fiche d’admission', () => {
  it('identité qualifiée : matricule en clair, symbole légendé, aucun défaut (EXI DIF 02)', () => {
    const { primitives, complet } = mettreEnPage(QUALIFIEE, SYMBOLE)
    expect(verifierPage(primitives, FEUILLE_A4, TYPO)).toEqual([])
    expect(textes(primitives)).toEqual([
      "Fiche d'admission",
      'CH de Démonstration · Urgences · Entrée le 22/11/2026 à 09:15',
      'IDENTITÉ QUALIFIÉE',
      'Nom de naissance',
      'PAT-TROIS',
      'Prénoms de naissance',
      'DOMINIQUE MARIE-LOUISE',
      'Premier prénom',
      'DOMINIQUE',
      'Date de naissance',
      '28/03/1979',
      'Sexe',
      'Féminin',
      'Nom utilisé',
      'Non recueilli',
      'Identité nationale de santé (INS)',
      'Matricule INS',
      '2 79 03 51 215 189 89',
      'NIR de test · OID 1.2.250.1.213.1.4.10',
      'INS à scanner',
      "Pièce d'identité",
      'Aucune pièce contrôlée',
      'IPP 8001234567',
      'NDA 2600123456',
      'Lot E26-000123',
    ])
    expect([complet, nombre(primitives, 'matrice'), nombre(primitives, 'barres')]).toEqual([true, 1, 2])
  })

  it('autre statut : ni matricule ni symbole, la raison et la conduite à tenir (EXI SI 08)', () => {
    const { primitives } = mettreEnPage(PROVISOIRE, null)
    expect(verifierPage(primitives, FEUILLE_A4, TYPO)).toEqual([])
    expect(textes(primitives)).toEqual(
      expect.arrayContaining([
        'IDENTITÉ PROVISOIRE',
        'Provisoire : pas de matricule.',
        'Demandez une pièce.',
      ]),
    )
    expect([nombre(primitives, 'matrice'), textes(primitives).includes('INS à scanner')]).toEqual([0, false])
  })

  it.each([
    ['un symbole sans matricule diffusable', PROVISOIRE, SYMBOLE],
    ['un matricule diffusable sans symbole', QUALIFIEE, null],
  ])('%s : le matricule n’est pas imprimé', (_cas, contenu, ins) => {
    const { primitives } = mettreEnPage(contenu, ins)
    expect(textes(primitives)).not.toContain('2 79 03 51 215 189 89')
    expect(nombre(primitives, 'matrice')).toBe(0)
  })

  it('hors production : un bandeau d’avertissement en tête, aucun défaut', () => {
    const { primitives } = mettreEnPage({ ...QUALIFIEE, avertissement: 'SIMULATION' }, SYMBOLE)
    expect(textes(primitives)[0]).toBe('SIMULATION')
    expect(verifierPage(primitives, FEUILLE_A4, TYPO)).toEqual([])
  })

  it('la mention d’un attribut se voit même qualifiée', () => {
    const homonyme = { ...QUALIFIEE, mention: { ...QUALIFIEE.mention, attributs: ['HOMONYME'] } }
    expect(textes(mettreEnPage(homonyme, SYMBOLE).primitives)).toContain('IDENTITÉ QUALIFIÉE · HOMONYME')
  })

  it.each<[string, Partial<ContenuFiche>]>([
    ['nom', { nomNaissance: 'W'.repeat(400) }],
    ['prénoms', { prenomsNaissance: 'W'.repeat(400) }],
    ['valeur', { details: [{ libelle: 'Nom utilisé', valeur: 'W'.repeat(400) }] }],
  ])('%s trop long : marqué et dit incomplet, jamais coupé en silence', (_cas, change) => {
    const { primitives, complet } = mettreEnPage({ ...QUALIFIEE, ...change }, SYMBOLE)
    expect([complet, textes(primitives).some((texte) => texte.endsWith('…'))]).toEqual([false, true])
  })
})
