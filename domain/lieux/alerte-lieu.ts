import { ecrireJour } from '../identite/date-naissance.ts'
import type { LieuNomme } from './nommer-lieu.ts'

/**
 * The warning to show for a code the COG does not list on the day of birth: what, why, what to do; null when there is none.
 * It never refuses: the COG of this product may be older than the document. Source: RNIV 1, lieu de naissance.
 */
export function alerteLieu({ code, raison }: LieuNomme): string | null {
  if (raison?.raison === 'code-postal-saisi')
    return `Le code ${code} est le code postal de ${raison.nom} et n’existe pas au code officiel géographique : saisissez le nom de la commune et choisissez-la dans la liste.`
  if (raison?.raison === 'code-inconnu')
    return `Le code ${code} n’existe pas au code officiel géographique de l’INSEE : vérifiez-le, ou cherchez le lieu par son nom.`
  if (raison?.raison === 'hors-periode')
    return `Le code ${code} désignait ${raison.nom}${periode(raison.debut, raison.fin)}, pas à la date de naissance : cherchez le lieu par son nom, ou vérifiez la date.`
  return null
}

/** The part of a commune has no period of its own. */
function periode(debut: string | null, fin: string | null): string {
  const depuis = debut === null ? [] : [`à partir du ${ecrireJour(debut)}`]
  const avant = fin === null ? [] : [`avant le ${ecrireJour(fin)}`]
  const bornes = [...depuis, ...avant].join(' et ')
  return bornes && ` ${bornes}`
}
