import {
  AUCUNE,
  CLAUSE_MAJEUR,
  CLAUSE_SAISIE,
  SUITES_BASES,
  SUITES_MINEURES,
  type ReglesDuTrait,
} from './regle.ts'

const DETERMINES = ['F', 'M']

/** Sex; the INS only knows F and M. */
export const REGLES_SEXE: ReglesDuTrait = {
  regles: [
    {
      id: 'sexe/ecriture',
      gravite: 'egal',
      cause: 'Le même sexe est écrit autrement.',
      clause: CLAUSE_SAISIE,
      suites: AUCUNE,
      reconnait: ({ a, b }) => a.texte === b.texte,
    },
    {
      id: 'sexe/absent',
      gravite: 'majeur',
      cause: 'Une source ne dit pas le sexe.',
      clause: CLAUSE_MAJEUR,
      suites: SUITES_BASES,
      reconnait: ({ a, b }) => a.texte === '' || b.texte === '',
    },
    {
      id: 'sexe/indetermine',
      gravite: 'mineur',
      cause: 'Le sexe est indéterminé d’un côté.',
      clause: 'RNIV 1, sexe (F, M ou I)',
      suites: SUITES_MINEURES,
      reconnait: ({ a, b }) =>
        (a.texte === 'I' && DETERMINES.includes(b.texte)) ||
        (b.texte === 'I' && DETERMINES.includes(a.texte)),
    },
  ],
  sinon: {
    id: 'sexe/different',
    gravite: 'majeur',
    cause: 'Le sexe diffère.',
    clause: CLAUSE_MAJEUR,
    suites: SUITES_BASES,
  },
}
