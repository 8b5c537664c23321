import type { Admission } from '#domain/admission/admission.ts'
import type { Acte } from '#domain/admission/evenement.ts'
import type { VueAdmission } from '#domain/admission/vue.ts'
import type { VueAntecedents } from '#domain/doublons/vue-antecedents.ts'
import type { Cadre } from '#domain/droits/cadre.ts'
import type { EchangeInsi } from '#domain/insi/reponse.ts'
import type { CodeRefus, Refus } from '#domain/refus/refus.ts'
import type { Result } from '#domain/result.ts'
import type { DepotAdmissions } from '#services/coffre/depot-admissions.ts'
import type { DepotAttentes } from '#services/coffre/depot-attentes.ts'
import type { DepotDifferes } from '#services/coffre/depot-differes.ts'
import type { DepotPatients } from '#services/coffre/depot-patients.ts'
import type { MagasinCopies } from '#services/pieces/magasin-copies.ts'
import type { Signal } from '../etat/signal.ts'
import type { AppelInsi } from './appel-insi.ts'
import type { ActeRefuse, Sujet } from './refuser-acte.ts'

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
    parId(id: string): Promise<Admission | null>
    prendre: DepotAdmissions['prendre']
    rendre: DepotAdmissions['rendre']
  }
  /** What awaits somebody. */
  readonly attentes: DepotAttentes
  /** The calls put off. */
  readonly differes: DepotDifferes
  readonly rejeu: {
    /** Whether a call put off may leave now; true is said once a call. */
    laisser(): boolean
    /** Calls are signed by the card of whoever is at the desk. */
    readonly parCarte: boolean
  }
  readonly compteurs: { suivantIpp(): Promise<string>; suivantNda(): Promise<string> }
  /** Journals an act of this admission, at the site of its visit; resolves when the line is on disk. */
  readonly journaliser: (
    admission: Sujet | null,
    acte:
      | Acte
      | ActeRefuse
      | { readonly acte: 'admission-ouverte' | 'admission-reprise' | 'collision-detectee' }
      | { readonly acte: 'insi-bloquee'; readonly refus: CodeRefus }
      | { readonly acte: 'patients-cherches'; readonly trouves: number }
      | { readonly acte: 'attentes-listees' | 'preparees-listees'; readonly trouvees: number },
  ) => Promise<void>
  /** Where the copies of documents are kept. */
  readonly copies: Pick<MagasinCopies, 'garder' | 'lire' | 'effacer'>
  /** The patients already known. */
  readonly patients: DepotPatients
  /** Reads the Carte Vitale again: what tells it from any other, null when there is none. */
  readonly carteVitale: () => Promise<Result<string | null, Refus>>
  /** Makes one call; keeps the raw answer before it resolves. */
  readonly appelerInsi: (appel: AppelInsi, signal: AbortSignal) => Promise<Result<EchangeInsi, Refus>>
  /** Where the desk shows itself; it outlives the session that feeds it. */
  readonly vue: Signal<VueAdmission | null>
  /** Where what the base says of the person at the desk is shown. */
  readonly antecedents: Signal<VueAntecedents | null>
  readonly now: () => Date
  readonly uuid: () => string
}
