import { ouvrirAdmission, type Admission } from '#domain/admission/admission.ts'
import type { Acte, Effet, Evenement } from '#domain/admission/evenement.ts'
import { vueDe, type VueAdmission } from '#domain/admission/vue.ts'
import type { EchangeInsi } from '#domain/insi/reponse.ts'
import { appliquerSelonDroits } from '#domain/droits/appliquer-selon-droits.ts'
import type { Cadre } from '#domain/droits/cadre.ts'
import { peut } from '#domain/droits/peut.ts'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import { creerFileAttente } from '../etat/file-attente.ts'
import type { Signal } from '../etat/signal.ts'
import type { AppelInsi } from './appel-insi.ts'
import { suivreAppels } from './appels-en-cours.ts'
import { garderStockage } from './garder-stockage.ts'
import { jourDe } from './jour.ts'
import { refuserActe, type ActeRefuse } from './refuser-acte.ts'

/** What the desk needs of the world; every write is durable when its promise resolves. */
export interface PortsGuichet {
  /** Identifier of the agent every act is attributed to. */
  readonly agent: string
  /** Under which rights and settings he acts. */
  readonly cadre: Cadre
  readonly depot: {
    enregistrer(admission: Admission): Promise<void>
    /** The admission this agent left open, if any. */
    ouverte(agent: string): Promise<Admission | null>
  }
  readonly compteurs: { suivantIpp(): Promise<string>; suivantNda(): Promise<string> }
  /** Journals an act of this admission; resolves when the line is on disk. */
  journaliser(
    admission: string | null,
    acte: Acte | ActeRefuse | { readonly acte: 'admission-ouverte' | 'admission-reprise' },
  ): Promise<void>
  /** Makes one call; keeps the raw answer before it resolves. */
  readonly appelerInsi: (appel: AppelInsi, signal: AbortSignal) => Promise<Result<EchangeInsi, Refus>>
  /** Where the desk shows itself; it outlives the session that feeds it. */
  readonly vue: Signal<VueAdmission | null>
  readonly now: () => Date
  readonly uuid: () => string
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
  const chacunSonTour = creerFileAttente()
  let courante: Admission | null = null

  async function retenir(admission: Admission): Promise<VueAdmission> {
    await ports.depot.enregistrer(admission)
    courante = admission
    const suivante = vueDe(admission, aujourdhui(), ports.cadre)
    ports.vue.poser(suivante)
    return suivante
  }

  /** Journals before it stores: an act may be journalled and lost, never stored without a trace. */
  async function appliquerEvenement(
    cible: string,
    evenement: Evenement,
  ): Promise<Result<VueAdmission, Refus>> {
    if (courante?.id !== cible) return echec(refuser('admission/absente'))
    const issue = appliquerSelonDroits(courante, evenement, aujourdhui(), ports.cadre)
    if (!issue.ok) return refuserActe(ports, issue.error, evenement.type, cible)
    const { admission, effets } = issue.value
    for (const effet of effets) if (effet.type === 'journaliser') await ports.journaliser(cible, effet.acte)
    const suivante = await retenir(admission)
    for (const effet of effets) accomplir(cible, effet)
    return succes(suivante)
  }

  const agir: Guichet['agir'] = (cible, evenement) =>
    chacunSonTour(() => garderStockage(() => appliquerEvenement(cible, evenement)))

  const appels = suivreAppels(ports.appelerInsi, ({ admission, appelId }, resultat) =>
    agir(admission, { type: 'insi-repondue', appelId, resultat }),
  )

  function accomplir(admission: string, effet: Effet): void {
    if (effet.type === 'annuler-insi') appels.annuler(effet.appelId)
    if (effet.type === 'appeler-insi')
      appels.lancer({ admission, appelId: effet.appelId, demande: effet.demande })
  }

  async function ouvrir(): Promise<Result<VueAdmission, Refus>> {
    if (courante?.close === false) return echec(refuser('admission/etape'))
    const nouvelle = await nouvelleAdmission(ports)
    return nouvelle.ok ? succes(await retenir(nouvelle.value)) : nouvelle
  }

  courante = await ports.depot.ouverte(ports.agent)
  if (courante !== null) {
    await ports.journaliser(courante.id, { acte: 'admission-reprise' })
    ports.vue.poser(vueDe(courante, aujourdhui(), ports.cadre))
  }
  // A call cut by a crash is never replayed: its outcome is unknown and the agent is told so.
  if (courante?.interrogation.etat === 'en-cours') {
    const { appelId } = courante.interrogation
    await agir(courante.id, { type: 'insi-repondue', appelId, resultat: echec(refuser('insi/interrompu')) })
  }
  return {
    agir,
    ouvrir: () => chacunSonTour(() => garderStockage(ouvrir)),
    courante: (cible) => (courante?.id === cible ? succes(courante) : echec(refuser('admission/absente'))),
    async fermer() {
      await appels.fermer()
      await chacunSonTour(() => Promise.resolve())
      ports.vue.poser(null)
    },
  }
}

async function nouvelleAdmission(ports: PortsGuichet): Promise<Result<Admission, Refus>> {
  const { uuid, now, agent, compteurs, cadre } = ports
  const interdit = peut(cadre.habilitation, 'creer-modifier', jourDe(now()))
  if (interdit !== null) return refuserActe(ports, refuser(interdit), 'admission-ouverte')
  const admission = ouvrirAdmission({
    id: uuid(),
    ouverteLe: now().toISOString(),
    agent,
    ipp: await compteurs.suivantIpp(),
    nda: await compteurs.suivantNda(),
  })
  await ports.journaliser(admission.id, { acte: 'admission-ouverte' })
  return succes(admission)
}
