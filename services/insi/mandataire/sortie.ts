import type { Refus } from '#domain/refus/refus.ts'
import { refuser } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import { estLocale, type ConfigInsi } from '../config.ts'
import { estExclu } from './exclusions.ts'
import { lireAdresseMandataire, lireRoutesPac, nu, type Route } from './route.ts'

/** Chooses the ways to an address, the first to be tried first. */
export type ChoisirRoutes = (url: URL) => Promise<Result<readonly Route[], Refus>>

/**
 * The ways out of one establishment. Refusals: `insi/mandataire-pac` when the script cannot be read, fails, or names no HTTP way;
 * `insi/configuration` when a simulated desk would leave this machine.
 */
export function choisirRoutesDe({
  mandataire,
  environnement,
}: Pick<ConfigInsi, 'mandataire' | 'environnement'>): ChoisirRoutes {
  return async (url) => {
    const routes = await routesDe(mandataire, url)
    const sort = routes.ok && environnement === 'simulation' && !routes.value.every(reste)
    return sort ? echec(refuser('insi/configuration', 'mandataire')) : routes
  }
}

/** A simulated desk never reaches the network. */
const reste = (route: Route): boolean =>
  route === 'directe' || estLocale(`http://${route.hote.includes(':') ? `[${route.hote}]` : route.hote}`)

async function routesDe(
  mandataire: ConfigInsi['mandataire'],
  url: URL,
): Promise<Result<readonly Route[], Refus>> {
  if (!mandataire) return succes(['directe'])
  if (mandataire.forme === 'adresse') {
    if (estExclu(nu(url.hostname), mandataire.exclusions)) return succes(['directe'])
    const route = lireAdresseMandataire(mandataire.url)
    return route ? succes([route]) : echec(refuser('insi/configuration', 'mandataire'))
  }
  const script = await mandataire.script()
  if (script === null) return echec(refuser('insi/mandataire-pac'))
  const { evaluerPac } = await import('./pac.ts')
  const reponse = await evaluerPac(script, url)
  const routes = reponse === null ? [] : lireRoutesPac(reponse)
  return routes.length > 0 ? succes(routes) : echec(refuser('insi/mandataire-pac'))
}
