/** What an establishment may grant separately. Source: RNIV, organisation models; EXI SI, création distincte de la qualification. */
export const DROITS = [
  'creer-modifier',
  'numeriser',
  'valider',
  'appeler-insi',
  'qualifier',
  'modifier-traits-stricts',
  'attributs',
  'transferer',
  'traiter',
  'preparer',
  'voir-pieces',
  'fusionner',
  'administrer',
] as const

export type Droit = (typeof DROITS)[number]

/** Each right as a sentence begins. */
export const LIBELLES_DROIT: Readonly<Record<Droit, string>> = {
  'creer-modifier': 'Créer ou modifier une identité',
  numeriser: 'Enregistrer une pièce présentée',
  valider: 'Valider une identité d’après la pièce',
  'appeler-insi': 'Appeler INSi',
  qualifier: 'Qualifier une identité',
  'modifier-traits-stricts': 'Modifier les traits stricts',
  attributs: 'Poser ou lever un attribut de l’identité',
  transferer: 'Transférer une admission',
  traiter: 'Traiter une admission transférée',
  preparer: 'Préparer une venue',
  'voir-pieces': 'Consulter la copie d’une pièce',
  fusionner: 'Fusionner deux identités',
  administrer: 'Administrer les comptes et les droits',
}
