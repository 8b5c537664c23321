/** What a key of the desk asks for. */
export type Geste =
  | 'carte'
  | 'sans-carte'
  | 'legende'
  | 'rechercher'
  | 'attentes'
  | 'preparees'
  | 'conclure'
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
  | 'differer'
  | 'annuler'
  | 'etiquettes'
  | 'fiche'
  | 'patient-suivant'
  | 'zone-suivante'
  | 'zone-precedente'
  | 'theme'
  | 'changer-mot-de-passe'
  | 'administrer'
  | 'fermer-session'

/** A key as the screen writes it; `Maj+` is the Shift key of a French keyboard. */
export type Touche = (typeof GESTES)[number][0]

/** The keys of the desk: fixed verbs on function keys, never a letter (WCAG 2.1.4). */
export const GESTES = [
  ['F1', 'legende'],
  ['F2', 'carte'],
  ['Maj+F2', 'preparees'],
  ['Ctrl+F2', 'sans-carte'],
  ['F3', 'rechercher'],
  ['Maj+F3', 'attentes'],
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
  ['Maj+F8', 'differer'],
  ['Ctrl+F8', 'voir-copie'],
  ['F9', 'valider'],
  ['Maj+F9', 'ecarter'],
  ['F10', 'fiche'],
  ['Maj+F10', 'conclure'],
  ['F12', 'patient-suivant'],
  ['Maj+F12', 'fermer-session'],
  ['Ctrl+F1', 'theme'],
  ['Ctrl+F9', 'changer-mot-de-passe'],
  ['Ctrl+F10', 'administrer'],
  ['Échap', 'annuler'],
] as const satisfies readonly (readonly [touche: string, geste: Geste])[]

export const gesteDe = (touche: string): Geste | null =>
  GESTES.find(([connue]) => connue === touche)?.[1] ?? null

/** The key of an act, or null for the act that is typing itself. */
export const toucheDe = (geste: Geste): Touche | null =>
  GESTES.find(([, connu]) => connu === geste)?.[0] ?? null
