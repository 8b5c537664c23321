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
