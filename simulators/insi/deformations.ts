import type { NomMode } from './modes.ts'
import { NS } from './xml.ts'

/** An HTTP answer to write. */
export interface Reponse {
  readonly statut: number
  readonly type: string
  readonly corps: string
  readonly location?: string
}

const SOAP11 = 'http://schemas.xmlsoap.org/soap/envelope/'

/** What a proxy, a broken gateway or an attacker makes of a good answer, by the mode that asks for each. */
export const DEFORMATIONS: Partial<Record<NomMode, (reponse: Reponse) => Reponse>> = {
  'erreur-sans-xml': () => ({ statut: 500, type: 'text/plain', corps: 'Internal Server Error' }),
  html: () => ({ statut: 200, type: 'text/html', corps: page('Authentification requise') }),
  indisponible: () => ({ statut: 503, type: 'text/html', corps: page('Service indisponible') }),
  redirection: () => ({ statut: 302, type: 'text/html', corps: page('Redirection'), location: '/ailleurs' }),
  tronque: changer((corps) => corps.slice(0, corps.length / 2)),
  doctype: changer((corps) => declarer(corps, '<!ENTITY e "e">')),
  entites: changer((corps) => declarer(citer(corps, '&j;'), ENTITES_EMBOITEES)),
  'entite-inconnue': changer((corps) => citer(corps, '&inconnue;')),
  'espace-faux': changer((corps) => corps.replaceAll(NS.resultat, 'http://www.cnamts.fr/INSiLot2')),
  soap11: changer((corps) => corps.replaceAll(NS.soap, SOAP11)),
  'deux-corps': changer((corps) => corps.replace(/<((?:\w+:)?RESULTAT)[ >].*<\/\1>/s, '$&$&')),
  enorme: changer((corps) => `${corps}<!--${'x'.repeat(300 * 1024)}-->`),
}

function changer(change: (corps: string) => string): (reponse: Reponse) => Reponse {
  return (reponse) => ({ ...reponse, corps: change(reponse.corps) })
}

const page = (titre: string): string => `<!DOCTYPE html><html><body><h1>${titre}</h1></body></html>`

const declarer = (corps: string, entites: string): string =>
  `<!DOCTYPE x [${entites}]>${corps.replace(/^<\?xml.*?\?>\s*/, '')}`

/** Puts an entity in the label of the result code, which every answer has. */
const citer = (corps: string, entite: string): string => corps.replace(/(LibelleCR>)/, `$1${entite}`)

/** Ten levels of ten: ten thousand million letters for who expands them. */
const ENTITES_EMBOITEES = Array.from('abcdefghij')
  .map((nom, rang, noms) => `<!ENTITY ${nom} "${rang === 0 ? 'x' : `&${noms[rang - 1]};`.repeat(10)}">`)
  .join('')
