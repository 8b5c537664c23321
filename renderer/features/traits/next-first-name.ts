import { premiersPrenomsDe } from '#domain/identite/premier-prenom.ts'

/** The first given name before (-1) or after (1) this one among those the list allows, going round; null when there is no choice. */
export function nextFirstName(liste: string, actuel: string, pas: 1 | -1): string | null {
  const choix = premiersPrenomsDe(liste)
  if (choix.length < 2) return null
  const ici = choix.indexOf(actuel)
  const depart = ici === -1 && pas === -1 ? 0 : ici
  return choix[(depart + pas + choix.length) % choix.length] ?? null
}
