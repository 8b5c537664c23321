import { describe, expect, it } from 'vitest'
import type { Identite } from '../identite/identite.ts'
import { parseMatriculeIns } from '../identite/matricule.ts'
import { contenuEtiquette } from './contenu-etiquette.ts'
import { contenuFiche } from './contenu-fiche.ts'
import { texteImprimable, type ContexteImpression } from './contexte-impression.ts'
import { prenomsSuivants } from './prenoms-suivants.ts'

const matricule = parseMatriculeIns('279035121518989')
if (!matricule.ok) throw new Error('matricule')

const QUALIFIEE: Identite = {
  traits: {
    nomNaissance: 'PAT-TROIS',
    prenomsNaissance: 'DOMINIQUE MARIE-LOUISE',
    premierPrenom: 'DOMINIQUE',
    sexe: 'F',
    dateNaissance: '1979-03-28',
    lieuNaissance: '63220',
  },
  utilises: { nomUtilise: 'DUPONT', prenomUtilise: null },
  insi: { date: '2026-11-22', ins: { matricule: matricule.value, oid: '1.2.250.1.213.1.4.10' } },
  piece: { type: 'CN', date: '2026-11-21' },
  attributs: [],
}

const CONTEXTE: ContexteImpression = {
  ipp: '8001234567',
  nda: '2600123456',
  entree: '2026-11-22T09:15',
  service: 'Urgences',
  etablissement: 'CH de Démonstration',
  lieuNaissance: 'Montel-de-Gelat',
  agent: 'M. Martin',
  poste: 'ADM-03',
  lot: 'E26-000123',
  emisLe: '2026-11-22T09:17:30',
  environnement: 'production',
}

const PROVISOIRE = { ...QUALIFIEE, insi: null, piece: null }
const RECUPEREE = { ...QUALIFIEE, piece: null }
const VALIDEE = { ...QUALIFIEE, insi: null }
const DOUTEUSE: Identite = { ...QUALIFIEE, insi: null, attributs: ['homonyme', 'douteux'] }
const TOUTES = [QUALIFIEE, PROVISOIRE, RECUPEREE, VALIDEE, DOUTEUSE]

describe("étiquette patient : l'identité dans l'ordre de lecture, jamais le matricule", () => {
  it('contenu entier d’une identité qualifiée', () =>
    expect(contenuEtiquette(QUALIFIEE, CONTEXTE)).toEqual({
      nomNaissance: 'PAT-TROIS',
      premierPrenom: 'DOMINIQUE',
      prenomsSuivants: ['MARIE-LOUISE'],
      naissance: 'Née le 28/03/1979 · Sexe F',
      utilises: 'Nom utilisé DUPONT',
      mention: { statut: 'qualifiee', texte: 'IDENTITÉ QUALIFIÉE', attributs: [] },
      sejour: 'Entrée 22/11/2026 · Urgences',
      ipp: '8001234567',
      nda: '2600123456',
      trace: 'Lot E26-000123 · 22/11/2026 à 09:17 · M. Martin · ADM-03',
      avertissement: null,
    }))

  it.each(TOUTES.map((identite, rang) => [rang, identite] as const))(
    'aucun matricule ni OID, quel que soit le statut (%i)',
    (_rang, identite) =>
      expect(JSON.stringify(contenuEtiquette(identite, CONTEXTE))).not.toMatch(/27903|1\.2\.250/),
  )

  it.each([
    [PROVISOIRE, 'IDENTITÉ PROVISOIRE', []],
    [RECUPEREE, 'IDENTITÉ RÉCUPÉRÉE', []],
    [VALIDEE, 'IDENTITÉ VALIDÉE', []],
    [DOUTEUSE, 'IDENTITÉ PROVISOIRE', ['HOMONYME', 'DOUTEUSE']],
  ] as const)('EXI SI 07, EXI SI 22 : mention de statut %#', (identite, texte, attributs) => {
    const { mention } = contenuEtiquette(identite, CONTEXTE)
    expect([mention.texte, mention.attributs]).toEqual([texte, attributs])
  })

  it('un trait utilisé égal au trait de naissance n’est pas répété', () => {
    const utilises = { nomUtilise: 'PAT-TROIS', prenomUtilise: 'DOMINIQUE' }
    expect(contenuEtiquette({ ...QUALIFIEE, utilises }, CONTEXTE).utilises).toBeNull()
  })

  it.each([
    [null, 'CLAUDE', 'Prénom utilisé CLAUDE'],
    ['DUPONT', 'CLAUDE', 'Nom utilisé DUPONT · Prénom utilisé CLAUDE'],
    [null, null, null],
  ])('traits utilisés « %s » et « %s »', (nomUtilise, prenomUtilise, attendu) =>
    expect(
      contenuEtiquette({ ...QUALIFIEE, utilises: { nomUtilise, prenomUtilise } }, CONTEXTE).utilises,
    ).toBe(attendu),
  )

  it.each(['simulation', 'recette', ''])(
    'hors production (« %s »), la page se dit impropre aux soins',
    (environnement) =>
      expect(contenuEtiquette(QUALIFIEE, { ...CONTEXTE, environnement }).avertissement).toBe(
        'SIMULATION – NE PAS UTILISER POUR LES SOINS',
      ),
  )
})

describe("fiche d'admission : le matricule seulement si l'identité est qualifiée (EXI SI 08)", () => {
  it('identité qualifiée : matricule, nature et OID', () =>
    expect(contenuFiche(QUALIFIEE, CONTEXTE)).toEqual({
      titre: 'Fiche d’admission',
      entete: 'CH de Démonstration · Urgences · Entrée le 22/11/2026 à 09:15',
      mention: { statut: 'qualifiee', texte: 'IDENTITÉ QUALIFIÉE', attributs: [] },
      nomNaissance: 'PAT-TROIS',
      prenomsNaissance: 'DOMINIQUE MARIE-LOUISE',
      details: [
        { libelle: 'Premier prénom', valeur: 'DOMINIQUE' },
        { libelle: 'Date de naissance', valeur: '28/03/1979' },
        { libelle: 'Sexe', valeur: 'Féminin' },
        { libelle: 'Lieu de naissance (code INSEE)', valeur: '63220 Montel-de-Gelat' },
        { libelle: 'Nom utilisé', valeur: 'DUPONT' },
        { libelle: 'Prénom utilisé', valeur: null },
      ],
      ins: {
        diffusable: true,
        matricule: '2 79 03 51 215 189 89',
        nature: 'NIR de test',
        oid: '1.2.250.1.213.1.4.10',
      },
      controles: [
        { libelle: 'Pièce d’identité', valeur: 'Carte nationale d’identité, contrôle du 21/11/2026' },
        { libelle: 'Téléservice INSi', valeur: 'Réponse acceptée le 22/11/2026' },
      ],
      ipp: '8001234567',
      nda: '2600123456',
      trace: 'Lot E26-000123 · 22/11/2026 à 09:17 · M. Martin · ADM-03',
      avertissement: null,
    }))

  it.each([
    [PROVISOIRE, /provisoire/],
    [RECUPEREE, /sans contrôle d’une pièce/],
    [VALIDEE, /sans réponse d’INSi/],
    [DOUTEUSE, /signalée douteuse ou fictive/],
  ])('sinon la raison et la conduite à tenir, sans matricule (%#)', (identite, raison) => {
    const contenu = contenuFiche(identite, CONTEXTE)
    expect(JSON.stringify(contenu)).not.toMatch(/27903|2 79 03|1\.2\.250/)
    expect(contenu.ins).toEqual({
      diffusable: false,
      raison: expect.stringMatching(raison) as string,
      conduite: expect.stringMatching(/\.$/) as string,
    })
  })
})

describe('fiche d’admission : ce qui manque se dit', () => {
  it('lieu inconnu, lieu sans libellé, lieu avec son libellé', () => {
    const lieu = (lieuNaissance: string, libelle: string | null) =>
      contenuFiche(
        { ...PROVISOIRE, traits: { ...QUALIFIEE.traits, lieuNaissance } },
        { ...CONTEXTE, lieuNaissance: libelle },
      ).details.find((detail) => detail.libelle.startsWith('Lieu'))?.valeur
    expect([lieu('99999', null), lieu('63220', null), lieu('63220', 'Montel-de-Gelat')]).toEqual([
      '99999 (inconnu)',
      '63220',
      '63220 Montel-de-Gelat',
    ])
  })

  it('pièce, absence de pièce, pièce d’un type inconnu ; INSi accepté, sans réponse, interdit', () => {
    const controles = (identite: Identite) =>
      contenuFiche(identite, CONTEXTE).controles.map(({ valeur }) => valeur)
    expect([
      controles(QUALIFIEE)[1],
      controles(PROVISOIRE),
      controles({ ...DOUTEUSE, piece: { type: 'ZZ', date: '2026-11-21' } }),
    ]).toEqual([
      'Réponse acceptée le 22/11/2026',
      ['Aucune pièce contrôlée', 'Sans réponse acceptée'],
      ['ZZ, contrôle du 21/11/2026', 'Appel interdit'],
    ])
  })

  it('une entrée sans heure, un séjour sans service ni établissement', () => {
    const contexte = { ...CONTEXTE, entree: '2026-11-22', service: null, etablissement: null }
    expect([contenuFiche(QUALIFIEE, contexte).entete, contenuEtiquette(QUALIFIEE, contexte).sejour]).toEqual([
      'Entrée le 22/11/2026',
      'Entrée 22/11/2026',
    ])
  })
})

describe('prénoms qui suivent le premier (EXI ID 10)', () => {
  it.each([
    ['DOMINIQUE', 'DOMINIQUE MARIE-LOUISE', ['MARIE-LOUISE']],
    ['MARIE-LOUISE', 'MARIE LOUISE ANNE', ['ANNE']],
    ['MARIE LOUISE', 'MARIE-LOUISE ANNE', ['ANNE']],
    ['MARIE', 'MARIE-LOUISE ANNE', ['MARIE-LOUISE', 'ANNE']],
    ['LE', 'LE', []],
  ])('%s dans « %s »', (premier, liste, suite) => expect(prenomsSuivants(premier, liste)).toEqual(suite))
})

describe('texte imprimable : aucun caractère invisible', () => {
  it.each([
    ['saut de ligne', 'A\r\nB', 'A B'],
    ['inversion du sens', 'DUPONT\u202EEVITSEF', 'DUPONTEVITSEF'],
    ['espace sans chasse', 'DU\u200BPONT', 'DUPONT'],
    ['trait d’union conditionnel', 'SAINT\u00ADEXUPERY', 'SAINTEXUPERY'],
    ['trait d’union insécable', 'SAINT\u2011EXUPERY', 'SAINT-EXUPERY'],
    ['espace insécable', ' A\u00A0\u202FB ', 'A B'],
    ['commande ZPL ou PDF, inerte', '^XZ~JA) Tj ET', '^XZ~JA) Tj ET'],
    ['séparateur GS', 'A\u001DB', 'AB'],
  ])('%s', (_cas, texte, attendu) => expect(texteImprimable(texte)).toBe(attendu))
})
