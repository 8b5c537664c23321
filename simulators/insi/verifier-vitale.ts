import type { Element } from '@xmldom/xmldom'
import { descend, NS, textOf } from './xml.ts'

const VINGT_MINUTES_MS = 1_200_000

/**
 * Verifies the assertion that says which Carte Vitale is there; the code of what is wrong, or null. Its signature, made by a component of
 * the GIE SESAM-Vitale that nobody else has, is not asked for. Source: insi §2.6; CNDA 1.02, twenty minutes.
 */
export function fauteVitale(
  assertions: readonly Element[],
  porteur: string | null,
  maintenant: Date,
): string | null {
  const [vitale, ...autres] = assertions
  if (!vitale || autres.length > 0 || vitale.namespaceURI !== NS.saml) return 'simu_vitale_absente'
  const serie = descend(vitale, ['saml', 'Subject'], ['saml', 'NameID'])
  if (serie?.getAttribute('NameQualifier') !== 'VITALE' || !textOf(serie)) return 'simu_vitale_serie'
  if (textOf(descend(vitale, ['saml', 'Issuer'])) !== porteur) return 'simu_vitale_porteur'
  const age = maintenant.getTime() - Date.parse(vitale.getAttribute('IssueInstant') ?? '')
  return age <= VINGT_MINUTES_MS ? null : 'simu_vitale_perimee'
}
