import { BlockList, isIP } from 'node:net'
import { correspondMotif } from './motif.ts'

/**
 * Tells whether a host is reached without the proxy: a name, `.domaine` or `*.domaine` for all that a domain holds, an address, a range
 * `10.0.0.0/8`, or `<local>` for names without a dot, as the settings of Windows and of Linux write them.
 */
export const estExclu = (hote: string, exclusions: readonly string[]): boolean =>
  exclusions.some((exclusion) => correspond(hote.toLowerCase(), exclusion.trim().toLowerCase()))

function correspond(hote: string, exclusion: string): boolean {
  if (exclusion === '') return false
  if (exclusion === '<local>') return isIP(hote) === 0 && !hote.includes('.')
  const plage = /^([\d.:a-f]+)\/(\d{1,3})$/.exec(exclusion)
  if (plage) return dansPlage(hote, plage[1] ?? '', Number(plage[2]))
  const domaine = exclusion.replace(/^\*(?=\.)/, '')
  return domaine.startsWith('.')
    ? hote.endsWith(domaine) || hote === domaine.slice(1)
    : correspondMotif(hote, domaine)
}

function dansPlage(hote: string, reseau: string, prefixe: number): boolean {
  const famille = isIP(reseau)
  if (famille === 0 || isIP(hote) !== famille || prefixe > (famille === 4 ? 32 : 128)) return false
  const type = famille === 4 ? 'ipv4' : 'ipv6'
  const plage = new BlockList()
  plage.addSubnet(reseau, prefixe, type)
  return plage.check(hote, type)
}
