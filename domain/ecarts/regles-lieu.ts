import { LIEU_INCONNU } from '../identite/lieu-naissance.ts'
import type { Paire } from './paire.ts'
import { distance } from './proximite.ts'
import {
  AUCUNE,
  CLAUSE_LIEU,
  CLAUSE_MAJEUR,
  CLAUSE_SAISIE,
  dansUnSensOuLAutre,
  SUITES_AUTRE_PERSONNE,
  SUITES_BASES,
  SUITES_MINEURES,
  SUITES_SAISIE,
  type ReglesDuTrait,
} from './regle.ts'

/** Cities that have both a code and arrondissement codes. Source: COG. */
const ARRONDISSEMENTS: readonly (readonly [ville: string, arrondissement: RegExp])[] = [
  ['75056', /^751(?:0[1-9]|1\d|20)$/],
  ['13055', /^132(?:0[1-9]|1[0-6])$/],
  ['69123', /^6938[1-9]$/],
]

const estVilleDe = ({ a, b }: Paire): boolean =>
  ARRONDISSEMENTS.some(([ville, arrondissement]) => a.texte === ville && arrondissement.test(b.texte))

/** Corsica was one department, 20, until 1976; the commune kept its last three digits. Source: COG. */
const estAncienneCorse = ({ a, b }: Paire): boolean =>
  a.texte.startsWith('20') &&
  ['2A', '2B'].includes(b.texte.slice(0, 2)) &&
  a.texte.slice(2) === b.texte.slice(2)

/** Postal codes mostly end in 0; those of Paris, Marseille and Lyon hold the arrondissement. */
const estCodePostalDe = ({ a, b }: Paire): boolean =>
  (a.texte.endsWith('0') || /^(?:750|130|6900)\d/.test(a.texte)) &&
  a.texte.slice(0, 2) === b.texte.slice(0, 2)

const estPays = (code: string): boolean => code.startsWith('99')

/** Birth places, from the same commune to another one. */
export const REGLES_LIEU: ReglesDuTrait = {
  regles: [
    {
      id: 'lieu/ecriture',
      gravite: 'egal',
      cause: 'Le même code est écrit autrement.',
      clause: CLAUSE_LIEU,
      suites: AUCUNE,
      reconnait: ({ a, b }) => a.texte === b.texte,
    },
    {
      id: 'lieu/inconnu',
      gravite: 'mineur',
      cause: 'Le lieu de naissance n’est connu que d’un côté.',
      clause: CLAUSE_LIEU,
      suites: SUITES_MINEURES,
      reconnait: ({ a, b }) => ['', LIEU_INCONNU].includes(a.texte) || ['', LIEU_INCONNU].includes(b.texte),
    },
    {
      id: 'lieu/ancienne-corse',
      gravite: 'mineur',
      cause: 'L’un des codes est celui de la commune corse avant 1976.',
      clause: CLAUSE_LIEU,
      suites: SUITES_MINEURES,
      reconnait: dansUnSensOuLAutre(estAncienneCorse),
    },
    {
      id: 'lieu/arrondissement',
      gravite: 'mineur',
      cause: 'L’un des codes est un arrondissement de l’autre commune.',
      clause: CLAUSE_LIEU,
      suites: SUITES_MINEURES,
      reconnait: dansUnSensOuLAutre(estVilleDe),
    },
    {
      id: 'lieu/meme-lieu',
      gravite: 'mineur',
      cause: 'Les deux codes désignent le même lieu : ancien code, commune fusionnée ou pays successeur.',
      clause: CLAUSE_LIEU,
      suites: SUITES_MINEURES,
      reconnait: ({ a, b, contexte }) =>
        contexte.memeLieu(a.texte, b.texte) || contexte.memeLieu(b.texte, a.texte),
    },
    {
      id: 'lieu/pays-commune',
      gravite: 'majeur',
      cause: 'L’un des lieux est un pays étranger, l’autre une commune française.',
      clause: CLAUSE_LIEU,
      suites: SUITES_BASES,
      reconnait: ({ a, b }) => estPays(a.texte) !== estPays(b.texte),
    },
    {
      id: 'lieu/pays',
      gravite: 'majeur',
      cause: 'Le pays de naissance diffère.',
      clause: CLAUSE_MAJEUR,
      suites: SUITES_AUTRE_PERSONNE,
      reconnait: ({ a }) => estPays(a.texte),
    },
    {
      id: 'lieu/code-postal',
      gravite: 'majeur',
      cause:
        'L’un des codes ressemble à un code postal : le lieu de naissance est un code INSEE, jamais un code postal.',
      clause: CLAUSE_LIEU,
      suites: SUITES_SAISIE,
      reconnait: dansUnSensOuLAutre(estCodePostalDe),
    },
    {
      id: 'lieu/frappe',
      gravite: 'majeur',
      cause: 'Un seul chiffre du code diffère, ou deux sont permutés : faute de frappe probable.',
      clause: CLAUSE_SAISIE,
      suites: SUITES_SAISIE,
      reconnait: ({ a, b }) => distance(a.texte, b.texte) === 1,
    },
  ],
  sinon: {
    id: 'lieu/different',
    gravite: 'majeur',
    cause: 'Le lieu de naissance diffère.',
    clause: CLAUSE_MAJEUR,
    suites: SUITES_AUTRE_PERSONNE,
  },
}
