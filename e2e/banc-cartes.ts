import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { EtatCartes, EtatLecteur, GenreCarte } from '#domain/cartes/etat-cartes.ts'
import type { CpxPresente, EtatCpx } from '#domain/cartes/etat-cpx.ts'
import type { CodeRefus } from '#domain/refus/refus.ts'
import { startCartes, type CartesClient, type OptionsCartes } from '#native-bridge/proc/cartes-client.ts'
import { childProcesses } from '#simulators/cards/child-processes.ts'
import { startSimulateurCartes } from '#simulators/cards/simulateur-cartes.ts'

export const VITALE = 'Lecteur Vitale 00 00'
export const CPS = 'Lecteur CPS 00 00'

/** A desk's card process in front of simulated readers on a real card service, and what it last said. */
export interface BancCartes {
  readonly dossier: string
  /** Path of the authority of the simulated professional cards, PEM. */
  readonly autorite: string
  readonly order: (ligne: string) => Promise<void>
  /** Starts the card process again, with other settings. */
  readonly start: (options?: OptionsCartes) => Promise<void>
  readonly client: () => CartesClient
  readonly etat: () => EtatCartes | null
  readonly cpx: () => EtatCpx | null
  readonly reader: (nom?: string) => EtatLecteur | undefined
  /** Waits for something to be true, and gives it; throws with the last states after the delay. */
  readonly until: <T>(lire: () => T | null | undefined | false, delaiMs?: number) => Promise<T>
  /** Waits for a reader to hold this card, null for none. */
  readonly holds: (carte: GenreCarte | null, nom?: string) => Promise<unknown>
  readonly refused: (refus: CodeRefus) => Promise<unknown>
  /** Waits for a professional card whose holder is known, such as this one. */
  readonly presente: (vrai?: (carte: CpxPresente) => boolean) => Promise<CpxPresente>
  /** The card processes that run, and the memory each holds, in bytes. */
  readonly processes: () => ReturnType<typeof childProcesses>
  /** Puts both readers back, empty, and stops the card process. */
  readonly rest: () => Promise<void>
  readonly close: () => Promise<void>
}

/** Opens the bench; the sentence tells why this machine cannot. A card is looked at every 20 ms, as a USB reader would tell it. */
export async function ouvrirBancCartes(): Promise<BancCartes | string> {
  const dossier = await mkdtemp(join(tmpdir(), 'lecteurs-'))
  const demarre = await startSimulateurCartes(dossier, { regardMs: 20 })
  if (!demarre.ok) return demarre.error
  const simulateur = demarre.value
  let client: CartesClient | null = null
  let etat: EtatCartes | null = null
  let cpx: EtatCpx | null = null

  const order = async (ligne: string): Promise<void> => void (await simulateur.order(ligne))
  const until: BancCartes['until'] = async (lire, delaiMs = 8000) => {
    // Counted, not timed: a machine that stops for a while has waited for nothing.
    for (let attendu = 0; attendu < delaiMs; attendu += 5) {
      const lu = lire()
      if (lu) return lu
      await sleep(5)
    }
    throw new Error(`never reached: ${JSON.stringify([etat, cpx])}`)
  }
  const reader: BancCartes['reader'] = (nom = VITALE) => etat?.lecteurs.find((un) => un.nom === nom)
  const stop = async (): Promise<void> => {
    await client?.stop()
    client = null
  }
  return {
    dossier,
    autorite: simulateur.cpx.autorite,
    order,
    until,
    reader,
    etat: () => etat,
    cpx: () => cpx,
    client() {
      if (client === null) throw new Error('the card process was not started')
      return client
    },
    async start(options = {}) {
      await stop()
      etat = cpx = null
      client = startCartes({ cryptolib: simulateur.cpx.bibliotheque, ...options })
      client.watch((nouveau) => (etat = nouveau))
      client.cpx.watch((nouveau) => (cpx = nouveau))
      await until(() => etat !== null && cpx !== null)
    },
    holds: (carte, nom = VITALE) =>
      until(() => reader(nom)?.carte === carte && reader(nom)?.muette === false),
    refused: (refus) => until(() => etat?.refus === refus),
    presente: (vrai = () => true) => until(() => cpx?.etat === 'presente' && vrai(cpx) && cpx),
    processes: () => childProcesses(process.pid, join('proc', 'child.ts')),
    async rest() {
      await order('brancher vitale cps')
      await order('retirer vitale')
      await order('retirer cps')
      await stop()
    },
    async close() {
      await stop()
      await simulateur.stop()
      await rm(dossier, { recursive: true })
    },
  }
}
