import type { Forme } from './answer.ts'
import { ouvrirEcoute } from './ecoute.ts'
import { inventerFoule } from './foule/foule.ts'
import { NORMAL, tirerMode, type Mode } from './modes.ts'
import { createPki, type Pki } from './pki.ts'
import { lirePopulation, type Population } from './population.ts'
import type { Porte, RequeteHttp } from './read-request.ts'
import { repondre, type Service } from './reply.ts'
import { createRegistre } from './registre.ts'
import { CHEMIN, servir } from './servir.ts'

/** Settings of the fictitious establishment the simulator accepts. */
export const ETABLISSEMENT_FICTIF = {
  finess: '0B0152872',
  emetteur: '10B0152872',
  idam: 'TESTSGIE0000',
} as const

export interface OptionsInsi {
  readonly maintenant: Date
  readonly port?: number
  readonly portPs?: number
  readonly pki?: Pki
  readonly population?: Population
  /** How many invented people the base holds besides; none by default. */
  readonly foule?: number
  readonly idams?: readonly string[]
  readonly forme?: Forme
  readonly brancheSngi?: boolean
  /** Authorities (PEM) that issue the cards accepted at the door `ps`, read at each call; none by default. */
  readonly autoritesCpx?: () => readonly string[]
  /** The clock card assertions are judged by. */
  readonly horloge?: () => Date
  /** What `hasard` draws from, in [0, 1[. */
  readonly tirage?: () => number
}

export interface SimulateurInsi {
  /** The door of organisation certificates: mutual TLS. */
  readonly url: string
  /** The door of professionals' cards: TLS of the server alone, and an assertion in each message. */
  readonly urlPs: string
  readonly pki: Pki
  /** The last two hundred requests, oldest first. */
  readonly requetes: readonly RequeteHttp[]
  setMode(mode: Mode): Promise<void>
  stop(): Promise<void>
}

const REQUETES_GARDEES = 200
/** A few milliseconds of inventing at a time: the service answers meanwhile. */
const TRANCHE = 2_000

/** Starts the INSi teleservice on loopback, with its two doors; its people are fictitious and nothing leaves the machine. */
export async function startInsi(options: OptionsInsi): Promise<SimulateurInsi> {
  const pki =
    options.pki ?? (await createPki({ maintenant: options.maintenant, finess: ETABLISSEMENT_FICTIF.finess }))
  const service = createService(options)
  const tirage = options.tirage ?? Math.random
  const requetes: RequeteHttp[] = []
  let mode = NORMAL
  const ouvrir = (porte: Porte, port = 0) =>
    ouvrirEcoute({
      pki,
      port,
      certificatClient: porte === 'tlsm',
      servir: (requete, reponse) =>
        servir({
          requete,
          reponse,
          porte,
          mode: () => tirerMode(mode, tirage),
          repondre(recue, sonMode) {
            requetes.push(recue)
            if (requetes.length > REQUETES_GARDEES) requetes.shift()
            return repondre(service, recue, sonMode)
          },
        }),
    })
  let ouvert = true
  const peupler = (): void => {
    if (ouvert && service.registre.inscrire(TRANCHE)) setImmediate(peupler)
  }
  const tlsm = await ouvrir('tlsm', options.port)
  const ps = await ouvrir('ps', options.portPs)
  peupler()
  return {
    url: `https://127.0.0.1:${tlsm.port}${CHEMIN}`,
    urlPs: `https://127.0.0.1:${ps.port}${CHEMIN}`,
    pki,
    requetes,
    async setMode(suivant) {
      mode = suivant
      await Promise.all([tlsm.setMode(suivant), ps.setMode(suivant)])
    },
    async stop() {
      ouvert = false
      await Promise.all([tlsm.stop(), ps.stop()])
    },
  }
}

function createService(options: OptionsInsi): Service {
  const idams = options.idams ?? [ETABLISSEMENT_FICTIF.idam]
  const horloge = options.horloge ?? (() => new Date())
  return {
    registre: createRegistre(options.population ?? lirePopulation(), inventerFoule(options.foule ?? 0)),
    forme: options.forme ?? 'recente',
    brancheSngi: options.brancheSngi ?? true,
    exigences: () => ({ idams, maintenant: horloge(), autoritesCpx: options.autoritesCpx ?? (() => []) }),
  }
}
