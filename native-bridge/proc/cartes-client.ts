import { extname, join } from 'node:path'
import type { Bibliotheque } from '#domain/cartes/bibliotheque.ts'
import type { EtatCartes } from '#domain/cartes/etat-cartes.ts'
import type { LectureVitale } from '#domain/cartes/lecture-vitale.ts'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, type Result } from '#domain/result.ts'
import type { ReglagesApilec } from '../cards/vitale/apilec/fournisseur-apilec.ts'
import { createStateFeed } from '../pcsc/state-feed.ts'
import { createCpxClient, type CpxClient } from './cpx-client.ts'
import { createPendingAnswers, type PendingAnswers } from './pending-answers.ts'
import { readNouvelle } from './read-message.ts'
import type { ReglagesModule } from './reglages-module.ts'
import { supervise, type OptionsSurveillance, type Surveillance } from './supervise.ts'

/** The cards, for the desk: their process may die, the desk does not. */
export interface CartesClient {
  /** Gives the known state at once, then each change; returns the function that stops it. */
  readonly watch: (listener: (etat: EtatCartes) => void) => () => void
  /** Reads the Vitale that is inserted, or tells what is there instead. */
  readonly lireVitale: (signal?: AbortSignal) => Promise<Result<LectureVitale, Refus>>
  /** The libraries the cards are read with, and their versions. */
  readonly inventorier: () => Promise<Result<readonly Bibliotheque[], Refus>>
  /**
   * Number of the insertion of the card now in this reader, null when there is none. Ask it as soon as `lireVitale`
   * answers, and again before using what was read: another number is another card.
   */
  readonly presence: (lecteur: string) => number | null
  /** The professional card of whoever sits at the desk. */
  readonly cpx: CpxClient
  readonly stop: () => Promise<void>
}

export interface OptionsCartes {
  /** Path of the card process's program, when it was packaged elsewhere than beside this file. */
  readonly module?: string
  /** Another PC/SC library than the system's. */
  readonly bibliotheque?: string
  /** Another PKCS#11 library for CPx than the installed Cryptolib. */
  readonly cryptolib?: string
  /** The official API that reads Vitales, when IT chose it. */
  readonly apilec?: ReglagesApilec
  /** The reader where the patient's card is expected among these, null for any. */
  readonly lecteurVitale?: (etat: EtatCartes) => string | null
  /** Heartbeat of the process, in milliseconds; four missed ones end it. */
  readonly battementMs?: number
  /** Awaited before the process starts: nothing before it needs the cards. */
  readonly depart?: Promise<void>
}

const BATTEMENT_MS = 1000

/** Starts the card process and keeps it alive; while it is down the state says `cartes/module-arrete`. */
export function startCartes(options: OptionsCartes = {}): CartesClient {
  const battementMs = options.battementMs ?? BATTEMENT_MS
  const feed = createStateFeed<EtatCartes>()
  const lectures = createPendingAnswers<LectureVitale>()
  const inventaires = createPendingAnswers<readonly Bibliotheque[]>()
  const cpx = createCpxClient((demande) => surveillance.send(demande))
  let etat: EtatCartes = { lecteurs: [], refus: null }
  let presenceVue = 0

  const publish = (nouveau: EtatCartes): void => {
    etat = nouveau
    presenceVue = Math.max(presenceVue, ...nouveau.lecteurs.map((lecteur) => lecteur.presence))
    feed.publish(nouveau)
  }
  const settleAll = (): void => {
    lectures.settleAll(DOWN)
    inventaires.settleAll(DOWN)
    cpx.fall()
  }
  const surveillance = superviseFrom(options.depart, {
    module: options.module ?? join(import.meta.dirname, `child${extname(import.meta.filename)}`),
    arguments: () => [JSON.stringify(settings(options, presenceVue, battementMs))],
    battementMs,
    onMessage(message) {
      const nouvelle = readNouvelle(message)
      if (nouvelle?.type === 'etat') publish(nouvelle.etat)
      if (nouvelle?.type === 'lecture') lectures.settle(nouvelle.numero, nouvelle.resultat)
      if (nouvelle?.type === 'inventaire') inventaires.settle(nouvelle.numero, nouvelle.resultat)
      if (nouvelle?.type === 'cpx') cpx.receive(nouvelle.etat)
      if (nouvelle?.type === 'reponseCpx') cpx.settle(nouvelle.numero, nouvelle.resultat)
    },
    onDown() {
      publish({ lecteurs: [], refus: 'cartes/module-arrete' })
      settleAll()
    },
  })
  return {
    watch: feed.watch,
    cpx: cpx.client,
    presence: (nom) => presenceIn(etat, nom),
    async lireVitale(signal) {
      if (signal?.aborted === true) return echec(refuser('cartes/annulee'))
      const lecteur = options.lecteurVitale?.(etat) ?? null
      const { numero, resultat } = ask(lectures, surveillance, { type: 'lireVitale', lecteur })
      const cancel = (): void => void surveillance.send({ type: 'annuler', numero })
      signal?.addEventListener('abort', cancel, { once: true })
      const lu = await resultat
      signal?.removeEventListener('abort', cancel)
      return lu
    },
    inventorier: () => ask(inventaires, surveillance, { type: 'inventorier' }).resultat,
    async stop() {
      await surveillance.stop()
      settleAll()
    },
  }
}

function presenceIn({ lecteurs }: EtatCartes, nom: string): number | null {
  const lecteur = lecteurs.find((un) => un.nom === nom)
  return lecteur && (lecteur.carte !== null || lecteur.muette) ? lecteur.presence : null
}

/** Sends a request under a number of its own; a process that is down refuses it at once. */
function ask<T>(
  attentes: PendingAnswers<T>,
  surveillance: Surveillance,
  demande: object,
): ReturnType<PendingAnswers<T>['open']> {
  const attente = attentes.open()
  if (!surveillance.send({ ...demande, numero: attente.numero })) attentes.settle(attente.numero, DOWN)
  return attente
}

const DOWN = echec(refuser('cartes/module-arrete'))

const settings = (
  { bibliotheque, cryptolib, apilec }: OptionsCartes,
  presenceInitiale: number,
  battementMs: number,
): ReglagesModule => ({
  presenceInitiale,
  battementMs,
  ...(bibliotheque !== undefined && { pcsc: bibliotheque }),
  ...(cryptolib !== undefined && { cryptolib }),
  ...(apilec !== undefined && { apilec }),
})

/** Watches over a process that starts once `depart` has settled; it is down until then. */
function superviseFrom(depart: Promise<void> | undefined, options: OptionsSurveillance): Surveillance {
  if (depart === undefined) return supervise(options)
  let partie: Surveillance | null = null
  let arretee = false
  const partir = async (): Promise<void> => {
    await depart
    if (!arretee) partie = supervise(options)
  }
  void partir()
  return {
    send: (message) => partie?.send(message) ?? false,
    async stop() {
      arretee = true
      await partie?.stop()
    },
  }
}
