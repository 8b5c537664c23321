import type { ConfigInsi } from './config.ts'
import { escapeXml } from './escape-xml.ts'
import { CTXBAM, CTXLPS } from './namespaces.ts'

/** Identity of one context block: a fresh UUID and the instant of the call, UTC. */
export interface Horodatage {
  readonly id: string
  readonly temps: string
}

/** The beneficiary context; COUVERTURE is there even when it holds nothing. Source: ROOT_ctxbam_CTXBAM_V01_02.xsd. */
export const contexteBam = (
  { id, temps }: Horodatage,
  { emetteur }: ConfigInsi,
  couverture: string,
): string =>
  `<ctxbam:ContexteBAM xmlns:ctxbam="${CTXBAM}" Nature="CTXBAM" Version="01_02">` +
  `<ctxbam:Id>${escapeXml(id)}</ctxbam:Id><ctxbam:Temps>${escapeXml(temps)}</ctxbam:Temps>` +
  `<ctxbam:Emetteur>${escapeXml(emetteur)}</ctxbam:Emetteur><ctxbam:COUVERTURE>${couverture}</ctxbam:COUVERTURE>` +
  `</ctxbam:ContexteBAM>`

/** The software context; R="4" says the IDAM is an authorisation number. Source: ROOT_ctxlps_CTXLPS_V01_00.xsd. */
export const contexteLps = ({ id, temps }: Horodatage, config: ConfigInsi): string =>
  `<ctxlps:ContexteLPS xmlns:ctxlps="${CTXLPS}" Nature="CTXLPS" Version="01_00">` +
  `<ctxlps:Id>${escapeXml(id)}</ctxlps:Id><ctxlps:Temps>${escapeXml(temps)}</ctxlps:Temps>` +
  `<ctxlps:Emetteur>${escapeXml(config.emetteur)}</ctxlps:Emetteur>` +
  `<ctxlps:LPS><ctxlps:IDAM R="4">${escapeXml(config.idam)}</ctxlps:IDAM>` +
  `<ctxlps:Version>${escapeXml(config.versionLogiciel)}</ctxlps:Version>` +
  `<ctxlps:Instance>${escapeXml(config.instance)}</ctxlps:Instance>` +
  `<ctxlps:Nom>urn:lps:${escapeXml(config.nomLogiciel)}:${escapeXml(config.versionLogiciel)}</ctxlps:Nom></ctxlps:LPS>` +
  `</ctxlps:ContexteLPS>`
