import type { DemandeInsi } from '#domain/insi/demande.ts'
import type { DemandeVitale } from '#domain/insi/demande-vitale.ts'
import type { ReponseInsi } from '#domain/insi/reponse.ts'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import { openAuth, type AuthInsi } from './auth.ts'
import { DELAIS_INSI, verifierConfig, type ConfigInsi, type EnvironnementInsi } from './config.ts'
import { departDe } from './mandataire/depart.ts'
import { composeMessage } from './envelope.ts'
import type { DetailsInsi } from './faults.ts'
import { createHttpsTransport } from './https-transport.ts'
import { questionTraits, questionVitale, type AttesterVitale, type Question } from './question.ts'
import { readAnswer, type Lecture } from './read-answer.ts'
import type { TransportInsi } from './transport.ts'

/** One call and everything it leaves to store: its identifier exists whatever its outcome. */
export interface AppelInsi {
  /** wsa:MessageID of the request, `uuid:` + UUID. */
  readonly messageId: string
  readonly environnement: EnvironnementInsi
  readonly envoyeA: Date
  readonly dureeMs: number
  readonly resultat: Result<ReponseInsi, Refus>
  readonly details: DetailsInsi | null
  /** Request and answer byte for byte, null when nothing left or nothing readable came; identity data, encrypt to store. */
  readonly demandeBrute: string | null
  readonly brut: string | null
}

export interface ClientInsi {
  /** Searches one person; one deliberate call, never repeated by itself. */
  chercherParTraits(demande: DemandeInsi, signal?: AbortSignal): Promise<AppelInsi>
  /**
   * Searches the person of a Carte Vitale; one deliberate call, never repeated by itself. Refused `insi/carte-requise` where calls are not
   * signed by a CPx: nothing public says that INSi takes the search by card otherwise.
   */
  chercherParCarte(demande: DemandeVitale, attester: AttesterVitale, signal?: AbortSignal): Promise<AppelInsi>
  /** Closes the connections kept open between two calls. */
  close(): void
}

/** The clock and the UUIDs (version 4) of the client. */
export interface OutilsInsi {
  readonly now: () => Date
  readonly uuid: () => string
}

/** Opens the INSi client of one establishment; a wrong setting or certificate refuses each call, before any connection. */
export function createClientInsi(config: ConfigInsi, outils: OutilsInsi): ClientInsi {
  const acces = openAcces(config, outils)
  async function appeler(question: Question, signal?: AbortSignal): Promise<AppelInsi> {
    const messageId = `uuid:${outils.uuid()}`
    const envoyeA = outils.now()
    const echange = acces.ok
      ? await echanger({ acces: acces.value, config, messageId, question }, outils, signal)
      : refus(acces.error)
    const dureeMs = outils.now().getTime() - envoyeA.getTime()
    return { messageId, environnement: config.environnement, envoyeA, dureeMs, ...echange }
  }
  return {
    chercherParTraits: (demande, signal) => appeler(questionTraits(demande), signal),
    chercherParCarte: (demande, attester, signal) =>
      appeler(questionVitale(demande, { attester, cpx: config.certificat.forme === 'cpx' }), signal),
    close: () => acces.ok && acces.value.transport.close(),
  }
}

interface Acces {
  readonly auth: AuthInsi
  readonly transport: TransportInsi
}

function openAcces(config: ConfigInsi, { uuid }: OutilsInsi): Result<Acces, Refus> {
  const verifiee = verifierConfig(config)
  if (!verifiee.ok) return verifiee
  const auth = openAuth(config, uuid)
  if (!auth.ok) return auth
  const { secureContext } = auth.value
  const { url, delais = DELAIS_INSI } = config
  const transport = createHttpsTransport({ url, secureContext, delais, depart: departDe(config) })
  return succes({ auth: auth.value, transport })
}

type Echange = Lecture & Pick<AppelInsi, 'demandeBrute'>

interface Envoi {
  readonly acces: Acces
  readonly config: ConfigInsi
  readonly messageId: string
  readonly question: Question
}

async function echanger(envoi: Envoi, { now, uuid }: OutilsInsi, signal?: AbortSignal): Promise<Echange> {
  const { acces, config, messageId, question } = envoi
  if (!question.operation.ok) return refus(question.operation.error)
  const operation = question.operation.value
  const instant = now()
  const demandeur = await acces.auth.identify(instant)
  if (!demandeur.ok) return refus(demandeur.error)
  const securite = await question.completer(demandeur.value.securite, instant)
  if (!securite.ok) return refus(securite.error)
  if (signal?.aborted === true) return refus(refuser('insi/annule'))
  const temps = instant.toISOString()
  const demandeBrute = composeMessage(
    operation,
    { messageId, bam: { id: uuid(), temps }, lps: { id: uuid(), temps }, securite: securite.value },
    { ...config, emetteur: demandeur.value.emetteur },
  )
  const reponse = await acces.transport.post(demandeBrute, operation.action, signal)
  if (!reponse.ok) return { ...refus(reponse.error), demandeBrute }
  const lecture = readAnswer(reponse.value)
  return { ...lecture, details: sansTrait(lecture.details, question.traits), demandeBrute }
}

/** Withholds a reason that quotes a trait of the person: details go to screens and journals. */
function sansTrait(details: DetailsInsi | null, traits: readonly string[]): DetailsInsi | null {
  const cite = traits.some((trait) => details?.motif?.includes(trait))
  return details && cite ? { ...details, motif: null } : details
}

const refus = (error: Refus): Echange => ({
  resultat: echec(error),
  details: null,
  brut: null,
  demandeBrute: null,
})
