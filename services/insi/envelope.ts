import type { DemandeInsi } from '#domain/insi/demande.ts'
import type { ConfigInsi } from './config.ts'
import { contexteBam, contexteLps, type Horodatage } from './contexts.ts'
import { escapeXml } from './escape-xml.ts'
import { ACTION_TRAITS, RECSANS, SOAP12, WSA } from './namespaces.ts'

/** What makes one message unique; `messageId` carries its `uuid:` prefix. */
export interface Message {
  readonly messageId: string
  readonly bam: Horodatage
  readonly lps: Horodatage
  /** SOAP header blocks of the authentication, inserted verbatim; none with an organisation certificate. */
  readonly securite: string
}

/** Writes the SOAP 1.2 message of one search by traits. Source: WSDL DESIR ICIR 1.5.0, INSi_RECSANS_INS.xsd. */
export const composeEnvelope = (demande: DemandeInsi, message: Message, config: ConfigInsi): string =>
  `<soap:Envelope xmlns:soap="${SOAP12}"><soap:Header>${message.securite}` +
  `<wsa:MessageID xmlns:wsa="${WSA}">${escapeXml(message.messageId)}</wsa:MessageID>` +
  `<wsa:Action xmlns:wsa="${WSA}">${ACTION_TRAITS}</wsa:Action>` +
  contexteBam(message.bam, config) +
  contexteLps(message.lps, config) +
  `</soap:Header><soap:Body><RECSANSVITALE xmlns="${RECSANS}">` +
  // Order of the xsd:sequence.
  `<NomNaissance>${escapeXml(demande.nomNaissance)}</NomNaissance>` +
  `<Prenom>${escapeXml(demande.prenom)}</Prenom>` +
  `<Sexe>${demande.sexe}</Sexe>` +
  `<DateNaissance>${escapeXml(demande.dateNaissance)}</DateNaissance>` +
  (demande.lieuNaissance === undefined
    ? ''
    : `<LieuNaissance>${escapeXml(demande.lieuNaissance)}</LieuNaissance>`) +
  `</RECSANSVITALE></soap:Body></soap:Envelope>`
