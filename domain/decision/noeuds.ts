import type { Suite } from '../ecarts/ecart.ts'

/** Where the decision stands. Every node but the last has a way out; the tests play them all. */
export type Noeud =
  | 'traits-a-completer'
  | 'appel-interdit'
  | 'a-interroger'
  | 'en-cours'
  | 'nom-a-verifier'
  | 'a-relancer'
  | 'relances-epuisees'
  | 'sans-reponse'
  | 'concordante'
  | 'autre-prenom'
  | 'ecart-mineur'
  | 'ecart-majeur'
  | 'matricule-change'
  | 'autre-matricule'
  | 'ecartee'
  | 'associee'

/** What a node tells the agent, and its ways out in the order they are proposed. */
export interface DescriptionNoeud {
  readonly phrase: string
  readonly suites: readonly Suite[]
}

/** The tree as data; at a major difference, the rules of the differences found narrow the ways out. Source: RNIV, écarts. */
export const NOEUDS: Readonly<Record<Noeud, DescriptionNoeud>> = {
  'traits-a-completer': {
    phrase: 'Complétez ou corrigez les traits avant d’interroger INSi.',
    suites: ['corriger-saisie', 'poursuivre-sans-ins'],
  },
  'appel-interdit': {
    phrase:
      'INSi n’est pas interrogé pour cette identité : douteuse, fictive, ou en situation particulière (EXI SI 09).',
    suites: ['poursuivre-sans-ins', 'transferer-referent'],
  },
  'a-interroger': {
    phrase: 'INSi peut être interrogé.',
    suites: ['rappeler-insi', 'poursuivre-sans-ins'],
  },
  'en-cours': { phrase: 'INSi recherche l’identité.', suites: ['poursuivre-sans-ins'] },
  'nom-a-verifier': {
    phrase:
      'INSi ne trouve personne : vérifiez le nom de naissance sur la pièce. Le nom utilisé (marital) à sa place est la première cause d’échec.',
    suites: [
      'verifier-nom-naissance',
      'corriger-saisie',
      'transferer-referent',
      'notice-insee',
      'poursuivre-sans-ins',
    ],
  },
  'a-relancer': {
    phrase: 'Un autre appel est permis avec les données de la pièce ; chaque appel est un geste.',
    suites: ['rappeler-insi', 'corriger-saisie', 'transferer-referent', 'poursuivre-sans-ins'],
  },
  'relances-epuisees': {
    phrase:
      'Tous les appels permis avec ces traits ont été faits : relisez la pièce (ordre des noms, date, sexe), ou transférez.',
    suites: ['corriger-saisie', 'transferer-referent', 'notice-insee', 'poursuivre-sans-ins'],
  },
  'sans-reponse': {
    phrase: 'INSi n’a pas répondu : l’appel pourra être refait.',
    suites: ['rappeler-insi', 'poursuivre-sans-ins'],
  },
  concordante: {
    phrase: 'Les traits concordent.',
    suites: ['accepter', 'transferer-referent', 'poursuivre-sans-ins'],
  },
  'autre-prenom': {
    phrase:
      'La réponse vient d’un autre prénom que le premier : vérifiez sur la pièce que c’est bien la même personne, un jumeau est possible.',
    suites: ['accepter-motif', 'transferer-referent', 'poursuivre-sans-ins'],
  },
  'ecart-mineur': {
    phrase: 'Écart mineur : acceptable pièce en main, avec un motif.',
    suites: ['accepter-motif', 'corriger-saisie', 'transferer-referent', 'poursuivre-sans-ins'],
  },
  'ecart-majeur': {
    phrase: 'Écart majeur : l’INS ne peut pas être associée avant enquête.',
    suites: [
      'corriger-saisie',
      'transferer-referent',
      'notice-insee',
      'renouveler-piece',
      'poursuivre-sans-ins',
    ],
  },
  'matricule-change': {
    phrase: 'Les traits concordent, le numéro a changé : l’ancien reste dans l’historique.',
    suites: ['accepter', 'transferer-referent', 'poursuivre-sans-ins'],
  },
  'autre-matricule': {
    phrase: 'INSi donne un numéro sans lien avec le précédent : il ne peut pas être associé avant enquête.',
    suites: ['transferer-referent', 'poursuivre-sans-ins'],
  },
  ecartee: {
    phrase: 'La réponse a été écartée : l’admission continue sans INS.',
    suites: [
      'corriger-saisie',
      'transferer-referent',
      'notice-insee',
      'renouveler-piece',
      'poursuivre-sans-ins',
    ],
  },
  associee: { phrase: 'L’INS est associée.', suites: [] },
}
