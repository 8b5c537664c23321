import type { Element } from '@xmldom/xmldom'
import { echec, succes, type Result } from '#domain/result.ts'
import type { Recherche } from './population.ts'
import { verifierAssertion, type Confiance } from './verifier-assertion.ts'
import { descend, elementsOf, NS, parseXml, textOf } from './xml.ts'

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
  readonly recherche: Result<Recherche, string>
}

const ACTION = 'urn:ServiceIdentiteCertifiee:1.0.0:rechercherInsAvecTraitsIdentite'
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
  const contexte = { requete, racine, enTete, messageId, exigences }
  const premierEchec = REGLES.find(([, respectee]) => !respectee(contexte))
  if (premierEchec) return { messageId, recherche: echec(premierEchec[0]) }
  const demandeur = identifier(contexte)
  return { messageId, recherche: demandeur.ok ? lireRecherche(corpsDe(racine)) : demandeur }
}

interface Contexte {
  readonly requete: RequeteHttp
  readonly racine: Element | null
  readonly enTete: Element | null
  readonly messageId: string
  readonly exigences: Exigences
}

const REGLES: readonly (readonly [erreur: string, respectee: (contexte: Contexte) => boolean])[] = [
  ['desir_560', ({ requete }) => requete.porte === 'ps' || ['INSI-AUTO', 'INSI-MANU'].includes(requete.cn)],
  ['simu_xml', ({ racine }) => racine?.namespaceURI === NS.soap && racine.localName === 'Envelope'],
  ['simu_type', ({ requete }) => memeAction(requete.contentType)],
  ['simu_action', ({ enTete }) => textOf(descend(enTete, ['wsa', 'Action'])) === ACTION],
  ['simu_corps', ({ racine }) => corpsDe(racine) !== null],
  ['simu_messageid', ({ messageId }) => new RegExp(`^uuid:${UUID}$`, 'i').test(messageId)],
  ['simu_contexte_bam', ({ enTete }) => bamConforme(descend(enTete, ['bam', 'ContexteBAM']))],
  ['simu_contexte_lps', ({ enTete }) => lpsConforme(descend(enTete, ['lps', 'ContexteLPS']))],
  ['desir_550', ({ enTete, exigences }) => idamConnu(enTete, exigences.idams)],
]

/** An organisation certificate brings no assertion: an unexpected one shows a client mixing the two modes. */
function identifier({ requete, enTete, exigences }: Contexte): Result<unknown, string> {
  const securite = descend(enTete, ['wsse', 'Security'])
  if (requete.porte === 'ps') return verifierAssertion(requete.xml, securite, exigences)
  return elementsOf(securite).length === 0 ? succes(null) : echec('simu_assertion')
}

const memeAction = (contentType: string): boolean =>
  /^application\/soap\+xml\s*;/i.test(contentType) && contentType.includes(`action="${ACTION}"`)

/** The only child of Body, when it is the search by traits. */
function corpsDe(racine: Element | null): Element | null {
  const [corps, ...reste] = elementsOf(descend(racine, ['soap', 'Body']))
  return corps &&
    reste.length === 0 &&
    corps.namespaceURI === NS.recsans &&
    corps.localName === 'RECSANSVITALE'
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

/** Whether the children are among these names, each once at most, in this order. */
function ordonnes(parent: Element | null, noms: readonly string[]): boolean {
  const rangs = elementsOf(parent).map(({ localName }) => noms.indexOf(localName ?? ''))
  return rangs.every((rang, place) => rang >= 0 && rang > (rangs[place - 1] ?? -1))
}

function idamConnu(enTete: Element | null, idams: readonly string[]): boolean {
  const idam = descend(enTete, ['lps', 'ContexteLPS'], ['lps', 'LPS'], ['lps', 'IDAM'])
  return idam?.getAttribute('R') === '4' && idams.includes(textOf(idam) ?? '')
}

const TRAITS = ['NomNaissance', 'Prenom', 'Sexe', 'DateNaissance', 'LieuNaissance']

function lireRecherche(corps: Element | null): Result<Recherche, string> {
  const trait = (nom: string): string | null => textOf(descend(corps, ['recsans', nom]))
  const nomNaissance = trait('NomNaissance')
  const prenom = trait('Prenom')
  const sexe = trait('Sexe')
  const dateNaissance = trait('DateNaissance')
  if (!ordonnes(corps, TRAITS) || !nomNaissance || !prenom || !sexe || !dateNaissance)
    return echec('simu_traits')
  return succes({ nomNaissance, prenom, sexe, dateNaissance, lieuNaissance: trait('LieuNaissance') })
}
