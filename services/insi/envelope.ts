import type { DemandeInsi } from '#domain/insi/demande.ts'
import type { ConfigInsi } from './config.ts'
import { contexteBam, contexteLps, type Horodatage } from './contexts.ts'
import { escapeXml } from './escape-xml.ts'
import { SOAP12, WSA } from './namespaces.ts'
import { operationTraits, type Operation } from './operation.ts'

/** What makes one message unique; `messageId` carries its `uuid:` prefix. */
export interface Message {
  readonly messageId: string
  readonly bam: Horodatage
  readonly lps: Horodatage
  /** SOAP header blocks of the authentication, inserted verbatim; none with an organisation certificate. */
  readonly securite: string
}

/** Writes the SOAP 1.2 message of one operation. Source: WSDL DESIR ICIR 1.5.0. */
export const composeMessage = (operation: Operation, message: Message, config: ConfigInsi): string =>
  `<soap:Envelope xmlns:soap="${SOAP12}"><soap:Header>${message.securite}` +
  `<wsa:MessageID xmlns:wsa="${WSA}">${escapeXml(message.messageId)}</wsa:MessageID>` +
  `<wsa:Action xmlns:wsa="${WSA}">${operation.action}</wsa:Action>` +
  contexteBam(message.bam, config, operation.couverture) +
  contexteLps(message.lps, config) +
  `</soap:Header><soap:Body>${operation.corps}</soap:Body></soap:Envelope>`

/** The message of one search by traits. Source: INSi_RECSANS_INS.xsd. */
export const composeEnvelope = (demande: DemandeInsi, message: Message, config: ConfigInsi): string =>
  composeMessage(operationTraits(demande), message, config)
