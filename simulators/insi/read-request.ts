import type { Element } from '@xmldom/xmldom'
import { echec, type Result } from '#domain/result.ts'
import { lireDemande, type Demande } from './lire-demande.ts'
import { operationDe, type Operation } from './operations.ts'
import { porteurDe, verifierAssertion, type Confiance } from './verifier-assertion.ts'
import { fauteVitale } from './verifier-vitale.ts'
import { descend, elementsOf, NS, ordonnes, parseXml, textOf } from './xml.ts'

/** The two doors of the service: `tlsm` for organisation certificates, `ps` for the cards of professionals. */
export type Porte = 'tlsm' | 'ps'

/** What the simulated front end receives: the door, the TLS client if any, the HTTP header, the text. */
export interface RequeteHttp {
  readonly porte: Porte
  readonly cn: string
  readonly contentType: string
  readonly xml: string
}

/** A request that passed every check, or the code of the fault it deserves; the MessageID is echoed by faults. */
export interface Controle {
  readonly messageId: string
  readonly demande: Result<Demande, string>
}

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'

/** What the front end holds requests to. */
export interface Exigences extends Confiance {
  readonly idams: readonly string[]
}

/**
 * Checks a request in the order of the service: certificate name, action, identifier, contexts, authorisation number, traits.
 * Codes in `simu_` are this simulator's own: the real ones are not public.
 */
export function controler(requete: RequeteHttp, exigences: Exigences): Controle {
  const racine = parseXml(requete.xml)
  const enTete = descend(racine, ['soap', 'Header'])
  const messageId = textOf(descend(enTete, ['wsa', 'MessageID'])) ?? ''
  const operation = operationDe(requete.contentType)
  const contexte = { requete, racine, enTete, messageId, exigences, operation }
  const premierEchec = REGLES.find(([, respectee]) => !respectee(contexte))
  if (premierEchec) return { messageId, demande: echec(premierEchec[0]) }
  const faute = fauteAssertions(contexte)
  const corps = corpsDe(contexte)
  return {
    messageId,
    demande: faute === null && operation ? lireDemande(corps, operation) : echec(faute ?? 'simu_type'),
  }
}

interface Contexte {
  readonly requete: RequeteHttp
  readonly racine: Element | null
  readonly enTete: Element | null
  readonly messageId: string
  readonly exigences: Exigences
  readonly operation: Operation | undefined
}

const REGLES: readonly (readonly [erreur: string, respectee: (contexte: Contexte) => boolean])[] = [
  ['desir_560', ({ requete }) => requete.porte === 'ps' || ['INSI-AUTO', 'INSI-MANU'].includes(requete.cn)],
  ['simu_xml', ({ racine }) => racine?.namespaceURI === NS.soap && racine.localName === 'Envelope'],
  ['simu_type', ({ operation }) => operation !== undefined],
  [
    'simu_action',
    ({ enTete, operation }) => textOf(descend(enTete, ['wsa', 'Action'])) === operation?.action,
  ],
  ['simu_corps', (contexte) => corpsDe(contexte) !== null],
  ['simu_messageid', ({ messageId }) => new RegExp(`^uuid:${UUID}$`, 'i').test(messageId)],
  ['simu_contexte_bam', ({ enTete }) => bamConforme(descend(enTete, ['bam', 'ContexteBAM']))],
  ['simu_contexte_lps', ({ enTete }) => lpsConforme(descend(enTete, ['lps', 'ContexteLPS']))],
  ['desir_550', ({ enTete, exigences }) => idamConnu(enTete, exigences.idams)],
]

/**
 * The card of a professional brings its assertion, and that of a Carte Vitale for the search by card. An organisation certificate brings
 * none: one shows a client mixing the two modes; whether it may search by card is not public, it may not here.
 */
function fauteAssertions({ requete, enTete, exigences, operation }: Contexte): string | null {
  const assertions = elementsOf(descend(enTete, ['wsse', 'Security']))
  const parCarte = operation?.nom === 'carte'
  if (requete.porte === 'tlsm')
    return assertions.length > 0 ? 'simu_assertion' : parCarte ? 'simu_operation' : null
  const siennes = parCarte ? assertions.slice(0, 1) : assertions
  const verifiee = verifierAssertion(requete.xml, siennes, exigences)
  if (!verifiee.ok) return verifiee.error
  return parCarte ? fauteVitale(assertions.slice(1), porteurDe(verifiee.value), exigences.maintenant) : null
}

/** The only child of Body, when it is that of the operation announced. */
function corpsDe({ racine, operation }: Contexte): Element | null {
  const [corps, ...reste] = elementsOf(descend(racine, ['soap', 'Body']))
  return corps &&
    operation &&
    reste.length === 0 &&
    corps.namespaceURI === NS[operation.espace] &&
    corps.localName === operation.corps
    ? corps
    : null
}

/** ContexteBAM 01_02: identifier, instant, and COUVERTURE present even when empty. Source: ROOT_ctxbam_CTXBAM_V01_02.xsd. */
const bamConforme = (bam: Element | null): boolean =>
  bam !== null &&
  entete(bam, 'bam', 'CTXBAM') &&
  ordonnes(bam, ['Id', 'Temps', 'Emetteur', 'DateRef', 'COUVERTURE']) &&
  descend(bam, ['bam', 'COUVERTURE']) !== null

/** ContexteLPS 01_00. Source: ROOT_ctxlps_CTXLPS_V01_00.xsd. */
const lpsConforme = (lps: Element | null): boolean =>
  lps !== null &&
  entete(lps, 'lps', 'CTXLPS') &&
  ordonnes(lps, ['Id', 'Temps', 'Emetteur', 'LPS']) &&
  ordonnes(descend(lps, ['lps', 'LPS']), ['IDAM', 'Version', 'Instance', 'Nom'])

function entete(contexte: Element, espace: 'bam' | 'lps', nature: string): boolean {
  const temps = textOf(descend(contexte, [espace, 'Temps'])) ?? ''
  return (
    (contexte.getAttribute('Nature') ?? nature) === nature &&
    contexte.hasAttribute('Version') &&
    descend(contexte, [espace, 'Id']) !== null &&
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})?$/.test(temps)
  )
}

function idamConnu(enTete: Element | null, idams: readonly string[]): boolean {
  const idam = descend(enTete, ['lps', 'ContexteLPS'], ['lps', 'LPS'], ['lps', 'IDAM'])
  return idam?.getAttribute('R') === '4' && idams.includes(textOf(idam) ?? '')
}
