import type { DemandeInsi } from '#domain/insi/demande.ts'
import type { ReponseInsi } from '#domain/insi/reponse.ts'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import { openAuth, type AuthInsi } from './auth.ts'
import { DELAIS_INSI, verifierConfig, type ConfigInsi, type EnvironnementInsi } from './config.ts'
import { departDe } from './mandataire/depart.ts'
import { composeEnvelope } from './envelope.ts'
import type { DetailsInsi } from './faults.ts'
import { createHttpsTransport } from './https-transport.ts'
import { ACTION_TRAITS } from './namespaces.ts'
import { readAnswer, type Lecture } from './read-answer.ts'
import type { TransportInsi } from './transport.ts'
import { verifierDemande } from './verifier-demande.ts'

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
  return {
    async chercherParTraits(demande, signal) {
      const messageId = `uuid:${outils.uuid()}`
      const envoyeA = outils.now()
      const echange = acces.ok
        ? await echanger({ acces: acces.value, config, messageId, demande }, outils, signal)
        : refus(acces.error)
      const dureeMs = outils.now().getTime() - envoyeA.getTime()
      return { messageId, environnement: config.environnement, envoyeA, dureeMs, ...echange }
    },
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
  readonly demande: DemandeInsi
}

async function echanger(envoi: Envoi, { now, uuid }: OutilsInsi, signal?: AbortSignal): Promise<Echange> {
  const { acces, config, messageId } = envoi
  const demande = verifierDemande(envoi.demande)
  if (!demande.ok) return refus(demande.error)
  const instant = now()
  const demandeur = await acces.auth.identify(instant)
  if (!demandeur.ok) return refus(demandeur.error)
  if (signal?.aborted === true) return refus(refuser('insi/annule'))
  const { emetteur, securite } = demandeur.value
  const temps = instant.toISOString()
  const demandeBrute = composeEnvelope(
    demande.value,
    { messageId, bam: { id: uuid(), temps }, lps: { id: uuid(), temps }, securite },
    { ...config, emetteur },
  )
  const reponse = await acces.transport.post(demandeBrute, ACTION_TRAITS, signal)
  if (!reponse.ok) return { ...refus(reponse.error), demandeBrute }
  const lecture = readAnswer(reponse.value)
  return { ...lecture, details: sansTrait(lecture.details, demande.value), demandeBrute }
}

/** Withholds a reason that quotes a trait of the person: details go to screens and journals. */
function sansTrait(details: DetailsInsi | null, demande: DemandeInsi): DetailsInsi | null {
  const { nomNaissance, prenom, dateNaissance } = demande
  const cite = [nomNaissance, prenom, dateNaissance].some((trait) => details?.motif?.includes(trait))
  return details && cite ? { ...details, motif: null } : details
}

const refus = (error: Refus): Echange => ({
  resultat: echec(error),
  details: null,
  brut: null,
  demandeBrute: null,
})
