/** What a key of the desk asks for. */
export type Geste =
  | 'carte'
  | 'rechercher'
  | 'saisir'
  | 'circonstance'
  | 'venue'
  | 'etat-civil'
  | 'piece'
  | 'retirer-piece'
  | 'joindre-copie'
  | 'voir-copie'
  | 'insi'
  | 'deverrouiller'
  | 'valider'
  | 'ecarter'
  | 'annuler'
  | 'etiquettes'
  | 'fiche'
  | 'patient-suivant'
  | 'zone-suivante'
  | 'zone-precedente'
  | 'theme'
  | 'fermer-session'

/** A key as the screen writes it; `Maj+` is the Shift key of a French keyboard. */
export type Touche = (typeof GESTES)[number][0]

/** The keys of the desk: fixed verbs on function keys, never a letter (WCAG 2.1.4). */
export const GESTES = [
  ['F2', 'carte'],
  ['F3', 'rechercher'],
  ['F4', 'insi'],
  ['Maj+F4', 'deverrouiller'],
  ['F5', 'circonstance'],
  ['Maj+F5', 'venue'],
  ['Ctrl+F5', 'etat-civil'],
  ['F6', 'zone-suivante'],
  ['Maj+F6', 'zone-precedente'],
  ['F7', 'piece'],
  ['Maj+F7', 'retirer-piece'],
  ['Ctrl+F7', 'joindre-copie'],
  ['F8', 'etiquettes'],
  ['Ctrl+F8', 'voir-copie'],
  ['F9', 'valider'],
  ['Maj+F9', 'ecarter'],
  ['F10', 'fiche'],
  ['F12', 'patient-suivant'],
  ['Maj+F12', 'fermer-session'],
  ['Ctrl+F1', 'theme'],
  ['Échap', 'annuler'],
] as const satisfies readonly (readonly [touche: string, geste: Geste])[]

export const gesteDe = (touche: string): Geste | null =>
  GESTES.find(([connue]) => connue === touche)?.[1] ?? null

/** The key of an act, or null for the act that is typing itself. */
export const toucheDe = (geste: Geste): Touche | null =>
  GESTES.find(([, connu]) => connu === geste)?.[0] ?? null
