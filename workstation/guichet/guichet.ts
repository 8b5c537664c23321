import { ouvrirAdmission, type Admission } from '#domain/admission/admission.ts'
import { appliquer } from '#domain/admission/appliquer.ts'
import type { Acte, Effet, Evenement } from '#domain/admission/evenement.ts'
import { vueDe, type VueAdmission } from '#domain/admission/vue.ts'
import type { DemandeInsi } from '#domain/insi/demande.ts'
import type { EchangeInsi } from '#domain/insi/reponse.ts'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import { creerFileAttente } from '../etat/file-attente.ts'
import type { Signal } from '../etat/signal.ts'
import { garderStockage } from './garder-stockage.ts'
import { jourDe } from './jour.ts'

/** What the desk needs of the world; every write is durable when its promise resolves. */
export interface PortsGuichet {
  /** Identifier of the agent every act is attributed to. */
  readonly agent: string
  readonly depot: {
    enregistrer(admission: Admission): Promise<void>
    /** The admission this agent left open, if any. */
    ouverte(agent: string): Promise<Admission | null>
  }
  readonly compteurs: { suivantIpp(): Promise<string>; suivantNda(): Promise<string> }
  /** Journals an act of this admission; resolves when the line is on disk. */
  journaliser(admission: string, acte: Acte | { readonly acte: 'admission-ouverte' }): Promise<void>
  /** Makes one call; keeps the raw answer before it resolves. */
  appelerInsi(appel: AppelInsi, signal: AbortSignal): Promise<Result<EchangeInsi, Refus>>
  /** Where the desk shows itself; it outlives the session that feeds it. */
  readonly vue: Signal<VueAdmission | null>
  readonly now: () => Date
  readonly uuid: () => string
}

export interface AppelInsi {
  readonly appelId: string
  readonly admission: string
  readonly demande: DemandeInsi
}

/** The desk of one signed-in agent: one admission at a time, every event applied in order, stored, then shown. */
export interface Guichet {
  /** Opens the next patient; refused while one is open. */
  ouvrir(): Promise<Result<VueAdmission, Refus>>
  /** Applies an act to the admission it names; refused when another one is at the desk. */
  agir(admission: string, evenement: Evenement): Promise<Result<VueAdmission, Refus>>
  /** The admission at the desk, for printing. */
  courante(admission: string): Result<Admission, Refus>
  /** Stops the call in progress and waits for the last write. */
  fermer(): Promise<void>
}

export async function creerGuichet(ports: PortsGuichet): Promise<Guichet> {
  const aujourdhui = () => jourDe(ports.now())
  const appels = new Map<string, { readonly arret: AbortController; readonly fin: Promise<void> }>()
  const chacunSonTour = creerFileAttente()
  let courante: Admission | null = null

  async function retenir(admission: Admission): Promise<VueAdmission> {
    await ports.depot.enregistrer(admission)
    courante = admission
    const suivante = vueDe(admission, aujourdhui())
    ports.vue.poser(suivante)
    return suivante
  }

  /** Journals before it stores: an act may be journalled and lost, never stored without a trace. */
  async function appliquerEvenement(
    cible: string,
    evenement: Evenement,
  ): Promise<Result<VueAdmission, Refus>> {
    if (courante === null || courante.id !== cible) return echec(refuser('admission/absente'))
    const issue = appliquer(courante, evenement, aujourdhui())
    if (!issue.ok) return issue
    for (const effet of issue.value.effets)
      if (effet.type === 'journaliser') await ports.journaliser(cible, effet.acte)
    const suivante = await retenir(issue.value.admission)
    for (const effet of issue.value.effets) accomplir(cible, effet)
    return succes(suivante)
  }

  const agir: Guichet['agir'] = (cible, evenement) =>
    chacunSonTour(() => garderStockage(() => appliquerEvenement(cible, evenement)))

  function accomplir(cible: string, effet: Effet): void {
    if (effet.type === 'annuler-insi') appels.get(effet.appelId)?.arret.abort()
    if (effet.type !== 'appeler-insi') return
    const arret = new AbortController()
    const fin = appeler({ appelId: effet.appelId, admission: cible, demande: effet.demande }, arret.signal)
    appels.set(effet.appelId, { arret, fin })
  }

  async function appeler(appel: AppelInsi, signal: AbortSignal): Promise<void> {
    const resultat = await ports.appelerInsi(appel, signal)
    appels.delete(appel.appelId)
    await agir(appel.admission, { type: 'insi-repondue', appelId: appel.appelId, resultat })
  }

  async function ouvrir(): Promise<Result<VueAdmission, Refus>> {
    if (courante !== null && !courante.close) return echec(refuser('admission/etape'))
    const admission = ouvrirAdmission({
      id: ports.uuid(),
      ouverteLe: ports.now().toISOString(),
      agent: ports.agent,
      ipp: await ports.compteurs.suivantIpp(),
      nda: await ports.compteurs.suivantNda(),
    })
    await ports.journaliser(admission.id, { acte: 'admission-ouverte' })
    return succes(await retenir(admission))
  }

  /** A call cut by a crash is never replayed: its outcome is unknown and the agent is told so. */
  async function reprendre(): Promise<void> {
    courante = await ports.depot.ouverte(ports.agent)
    if (courante === null) return
    const { interrogation } = courante
    if (interrogation.etat === 'en-cours') {
      const resultat = echec(refuser('insi/interrompu'))
      await agir(courante.id, { type: 'insi-repondue', appelId: interrogation.appelId, resultat })
    } else ports.vue.poser(vueDe(courante, aujourdhui()))
  }

  await reprendre()
  return {
    agir,
    ouvrir: () => chacunSonTour(() => garderStockage(ouvrir)),
    courante: (cible) =>
      courante !== null && courante.id === cible ? succes(courante) : echec(refuser('admission/absente')),
    async fermer() {
      for (const { arret } of appels.values()) arret.abort()
      await Promise.all([...appels.values()].map(({ fin }) => fin))
      await chacunSonTour(() => Promise.resolve())
      ports.vue.poser(null)
    },
  }
}
