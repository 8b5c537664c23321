import type { Raison } from '#domain/travail/raison.ts'

/** Why an admission is on a work list, as a screen writes it. */
export const LIBELLES_RAISON: Readonly<Record<Raison, string>> = {
  transferee: 'Transférée',
  'reponse-differee': 'Appel différé à revoir',
  'a-valider': 'À valider',
  'a-qualifier': 'À qualifier',
  renvoyee: 'Renvoyée à l’accueil',
}
