/** One way to a service: straight, or through a proxy (itself reached in clear or over TLS). */
export type Route = 'directe' | RouteMandataire

export interface RouteMandataire {
  readonly hote: string
  readonly port: number
  readonly chiffree: boolean
}

/** Reads the address of a proxy, `http://hote:port` or `https://hote:port`; null when it is not one, or carries a password. */
export function lireAdresseMandataire(adresse: string): RouteMandataire | null {
  const url = URL.parse(adresse)
  if (!url || !['http:', 'https:'].includes(url.protocol)) return null
  if (url.username !== '' || url.password !== '' || !['', '/'].includes(url.pathname) || url.search !== '')
    return null
  const chiffree = url.protocol === 'https:'
  return { hote: nu(url.hostname), port: Number(url.port || (chiffree ? 443 : 80)), chiffree }
}

/** Reads what a PAC script answers, in its order; ways that are not HTTP proxies (SOCKS) are left out. */
export const lireRoutesPac = (reponse: string): readonly Route[] =>
  reponse.split(';').flatMap((choix): readonly Route[] => {
    const [, mot = '', adresse = ''] = /^\s*([A-Z]+)(?:\s+(\S+))?\s*$/i.exec(choix) ?? []
    if (/^DIRECT$/i.test(mot)) return ['directe']
    if (!/^(?:PROXY|HTTPS?)$/i.test(mot)) return []
    const route = lireAdresseMandataire(`${/^HTTPS$/i.test(mot) ? 'https' : 'http'}://${adresse}`)
    return route ? [route] : []
  })

/** An address of the version 6 of IP, without its brackets. */
export const nu = (hote: string): string => hote.replace(/^\[(.*)\]$/, '$1')
