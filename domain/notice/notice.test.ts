import { describe, expect, it } from 'vitest'
import { SAISIE_VIDE, type ChampSaisi, type Saisie } from '../admission/admission.ts'
import type { Notice } from '../decision/faits-decision.ts'
import type { TraitCompare } from '../ecarts/ecart.ts'
import { FEUILLE_A4 } from '../etiquette/mise-en-page-fiche.ts'
import { POINT, type Typographie } from '../etiquette/typographie.ts'
import { verifierPage } from '../etiquette/verifier-page.ts'
import { contenuNotice, type ContexteNotice } from './contenu-notice.ts'
import { mettreEnPageNotice } from './mise-en-page-notice.ts'
import { NOTICES_PAR_DEFAUT, type ReglagesNotices } from './reglages-notice.ts'

/** Letters wider than those of any face, on average: what fits here fits on paper. */
const TYPO: Typographie = {
  largeur: (texte, police, corps) =>
    texte.length * (police.startsWith('etroite') ? 0.46 : 0.54) * corps * POINT,
  connait: () => true,
}

const champ = (valeur: string): ChampSaisi => ({ brut: valeur, valeur, refus: null, provenance: 'SM' })

const saisie = (nom: string, prenoms: string): Saisie => ({
  ...SAISIE_VIDE,
  nomNaissance: champ(nom),
  prenomsNaissance: champ(prenoms),
  sexe: champ('F'),
  dateNaissance: champ('1936-06-21'),
  lieuNaissance: champ('63220'),
})

const CONTEXTE: ContexteNotice = {
  saisie: saisie('TCHITCHI', 'OLA CATARINA'),
  reglages: { ...NOTICES_PAR_DEFAUT, etablissement: 'Centre hospitalier de Démonstration' },
  lot: '20261122-A1B2C3',
  emisLe: '2026-11-22T09:15',
  environnement: 'production',
  lieuNaissance: 'Mons',
}

const TRAITS: readonly TraitCompare[] = [
  'nomNaissance',
  'prenomsNaissance',
  'sexe',
  'dateNaissance',
  'lieuNaissance',
]

/** Every set of traits, the empty one included. */
const PARTIES = Array.from({ length: 2 ** TRAITS.length }, (_, masque) =>
  TRAITS.filter((_trait, rang) => (masque >> rang) & 1),
)

const textes = (notice: Notice, differents: readonly TraitCompare[], contexte = CONTEXTE) =>
  contenuNotice({ notice, differents }, contexte).sections.flatMap(({ titre, lignes }) => [
    titre,
    ...lignes.map(({ marque, texte }) => (marque === null ? texte : `${marque} ${texte}`)),
  ])

describe('DX-08, DX-09, DX-11 : ce que la notice dit au patient', () => {
  it('quel trait diffère, pourquoi c’est important, que faire, où', () =>
    expect(textes('insee', ['dateNaissance', 'lieuNaissance'])).toEqual([
      'Ce que nous avons constaté',
      'Nous avons comparé votre pièce d’identité avec le fichier national d’état civil. Voici ce qui est différent :',
      '• Votre date de naissance. Nous avons lu : 21/06/1936',
      '• Votre lieu de naissance. Nous avons lu : Mons',
      'Pourquoi c’est important',
      'Votre identité nationale de santé évite de confondre votre dossier avec celui d’une autre personne.',
      'Nous ne pouvons pas l’utiliser tant que cette différence existe. Vos soins continuent normalement.',
      'Ce que vous pouvez faire',
      '1. Vérifiez ce qui est écrit sur votre acte de naissance.',
      '2. Si l’acte de naissance est juste, demandez à l’Insee de corriger le fichier national.',
      '3. Vous seul pouvez faire cette demande. L’hôpital ne peut pas la faire à votre place.',
      '4. Demandez quels documents fournir. Gardez cette feuille.',
      '5. À votre prochaine venue, signalez la correction à l’accueil.',
      'À qui vous adresser',
      '• L’Insee, Répertoire national d’identification des personnes physiques. Pour une naissance à l’étranger, demandez d’abord à votre caisse d’assurance maladie.',
      '• Le service des admissions de votre hôpital. Présentez cette feuille : il vous aidera.',
    ]))

  it('DX-09 : la pièce en cause est à refaire par son titulaire', () =>
    expect(textes('piece', ['nomNaissance', 'prenomsNaissance', 'sexe'])).toEqual(
      expect.arrayContaining([
        '• Votre nom de naissance. Nous avons lu : TCHITCHI',
        '• Vos prénoms de naissance. Nous avons lu : OLA CATARINA',
        '• Votre sexe. Nous avons lu : féminin',
        '2. Si la pièce d’identité est fausse, demandez une nouvelle pièce au service qui la délivre.',
      ]),
    ))

  it('personne n’est trouvé : aucun trait n’est accusé', () =>
    expect(textes('insee', [])[1]).toBe(
      'Nous n’avons pas retrouvé votre identité dans le fichier national d’état civil.',
    ))

  it('un trait vide, un lieu sans nom, une valeur inconnue s’écrivent tels quels', () => {
    const contexte = {
      ...CONTEXTE,
      lieuNaissance: null,
      saisie: { ...CONTEXTE.saisie, nomNaissance: null, prenomsNaissance: null, sexe: champ('X') },
    }
    expect(textes('insee', TRAITS, contexte).slice(2, 7)).toEqual([
      '• Votre nom de naissance. Nous avons lu : ',
      '• Vos prénoms de naissance. Nous avons lu : ',
      '• Votre sexe. Nous avons lu : X',
      '• Votre date de naissance. Nous avons lu : 21/06/1936',
      '• Votre lieu de naissance. Nous avons lu : 63220',
    ])
  })

  it('l’établissement écrit ses services, leur adresse et leur page', () => {
    const reglages: ReglagesNotices = {
      etablissement: null,
      contact: { nom: 'Cellule d’identitovigilance', lignes: ['Bureau 12', 'Le matin'], url: null },
      services: {
        ...NOTICES_PAR_DEFAUT.services,
        insee: { nom: 'Insee', lignes: [], url: 'https://exemple.fr/etat-civil' },
      },
    }
    const contenu = contenuNotice({ notice: 'insee', differents: [] }, { ...CONTEXTE, reglages })
    expect([contenu.etablissement, ...(contenu.sections.at(-1)?.lignes ?? [])]).toEqual([
      'Votre établissement de santé',
      { marque: '•', texte: 'Insee. https://exemple.fr/etat-civil' },
      { marque: '•', texte: 'Cellule d’identitovigilance. Bureau 12. Le matin.' },
    ])
  })

  it('dit à qui, quand, et sous quelle référence ; hors production, qu’elle ne vaut pas', () => {
    const { sections: _sections, ...entete } = contenuNotice(
      { notice: 'piece', differents: ['sexe'] },
      { ...CONTEXTE, environnement: 'simulation' },
    )
    expect(entete).toEqual({
      etablissement: 'Centre hospitalier de Démonstration',
      date: 'Le 22/11/2026',
      titre: 'Votre pièce d’identité est à vérifier',
      patient: 'TCHITCHI OLA CATARINA',
      reference: 'Référence : 20261122-A1B2C3',
      avertissement: 'SIMULATION – NE PAS UTILISER POUR LES SOINS',
    })
  })
})

/** Three words, or one alone, of a hundred characters in all. */
const LONGS = ['A'.repeat(33), 'B'.repeat(32), 'C'.repeat(33)].join('-')
const BAVARD: ReglagesNotices = {
  etablissement: 'E'.repeat(70),
  contact: { nom: 'N '.repeat(35), lignes: Array(3).fill('L '.repeat(35)), url: `https://${'u'.repeat(62)}` },
  services: {
    insee: { nom: 'N '.repeat(35), lignes: Array(3).fill('L '.repeat(35)), url: `https://${'u'.repeat(62)}` },
    piece: { nom: 'N '.repeat(35), lignes: Array(3).fill('L '.repeat(35)), url: `https://${'u'.repeat(62)}` },
  },
}

const mettre = (notice: Notice, differents: readonly TraitCompare[], contexte: ContexteNotice) =>
  mettreEnPageNotice(contenuNotice({ notice, differents }, contexte), TYPO)

describe('mise en page d’une notice : une page A4, lisible par tous', () => {
  it.each([
    ['noms ordinaires', CONTEXTE],
    [
      'noms de cent caractères, en simulation',
      { ...CONTEXTE, saisie: saisie(LONGS, LONGS), environnement: 'simulation' },
    ],
    ['l’établissement le plus bavard', { ...CONTEXTE, saisie: saisie(LONGS, LONGS), reglages: BAVARD }],
  ])('%s : aucun débordement, douze points au moins, quels que soient les traits', (_cas, contexte) => {
    for (const notice of ['insee', 'piece'] as const)
      for (const differents of PARTIES) {
        const { primitives, complet } = mettre(notice, differents, contexte)
        expect(verifierPage(primitives, FEUILLE_A4, TYPO)).toEqual([])
        expect(complet).toBe(true)
        const corps = primitives.flatMap((primitive) =>
          primitive.genre === 'texte' ? [primitive.corps] : [],
        )
        expect(Math.min(...corps)).toBeGreaterThanOrEqual(12)
      }
  })

  it('un mot plus long que la page est coupé et marqué, jamais en silence', () => {
    const { primitives, complet } = mettre('insee', [], { ...CONTEXTE, saisie: saisie('A'.repeat(100), 'B') })
    expect(complet).toBe(false)
    expect(verifierPage(primitives, FEUILLE_A4, TYPO)).toEqual([])
    expect(primitives.some((primitive) => primitive.genre === 'texte' && primitive.texte.endsWith('…'))).toBe(
      true,
    )
  })
})
