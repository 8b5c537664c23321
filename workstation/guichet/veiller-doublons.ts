import type { Admission } from '#domain/admission/admission.ts'
import type { Evenement } from '#domain/admission/evenement.ts'
import { rechercheRequise } from '#domain/doublons/anteriorite.ts'
import { insPresume } from '#domain/doublons/collision.ts'
import { doublonsDe, type Doublon } from '#domain/doublons/doublon.ts'
import { traitsLus } from '#domain/doublons/patient-connu.ts'
import { montrerDoublon, type VueAntecedents } from '#domain/doublons/vue-antecedents.ts'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import { DefautStockage } from '#services/coffre/defaut-stockage.ts'
import type { DepotPatients } from '#services/coffre/depot-patients.ts'
import type { Signal } from '../etat/signal.ts'

interface PortsVeille {
  readonly patients: Pick<DepotPatients, 'candidats'>
  /** Where what the base says of the person at the desk is shown. */
  readonly vue: Signal<VueAntecedents | null>
  /** Hands over a search that ended, for the admission it was made for. */
  readonly cherchee: (admission: string, evenement: Evenement) => Promise<unknown>
}

/** The search for the person at the desk among the known patients, made again each time what is known of him changes. */
export interface VeilleDoublons {
  /** Follows the admission now at the desk; what was searched for another one, or for older traits, is never shown. */
  readonly suivre: (admission: Admission | null) => void
  /** Searches at once, for an act that must not be done without it. */
  readonly chercher: (admission: Admission) => Promise<Result<Evenement, Refus>>
  /** Waits until nothing searched is still to come, and shows nothing more. */
  readonly fermer: () => Promise<void>
}

export function creerVeilleDoublons({ patients, vue, cherchee }: PortsVeille): VeilleDoublons {
  let suivie: string | null = null
  let fermee = false
  const enCours = new Set<Promise<void>>()

  async function trouver(admission: Admission): Promise<readonly Doublon[] | null> {
    const [traits, ins] = [traitsLus(admission), insPresume(admission)]
    try {
      return doublonsDe({ ipp: admission.ipp, traits, ins }, await patients.candidats(traits, ins))
    } catch (cause) {
      if (cause instanceof DefautStockage) return null
      throw cause
    }
  }

  const montrer = (admission: Admission, etat: VueAntecedents['etat'], doublons: readonly Doublon[]): void =>
    vue.poser({
      admission: admission.id,
      etat,
      doublons: doublons.map(montrerDoublon),
    })

  async function mener(admission: Admission, cle: string): Promise<void> {
    const doublons = await trouver(admission)
    if (suivie !== cle) return
    montrer(admission, doublons === null ? 'en-echec' : 'faite', doublons ?? [])
    const fait = doublons && evenementDe(admission, doublons)
    if (fait) await cherchee(admission.id, fait)
  }

  return {
    suivre(admission) {
      const cle = admission && cleDe(admission)
      // The last write of a closing desk must neither search nor show anything again.
      if (fermee || cle === suivie) return
      suivie = cle
      if (admission === null || cle === null) return vue.poser(null)
      const vide = Object.values(traitsLus(admission)).every((valeur) => valeur === null)
      montrer(admission, vide ? 'rien-a-chercher' : 'en-cours', [])
      if (vide) return
      const recherche = mener(admission, cle).finally(() => enCours.delete(recherche))
      enCours.add(recherche)
    },
    async chercher(admission) {
      const doublons = await trouver(admission)
      const fait = doublons && evenementDe(admission, doublons)
      return fait ? succes(fait) : echec(refuser('anteriorite/absente'))
    },
    async fermer() {
      fermee = true
      suivie = null
      vue.poser(null)
      await Promise.all(enCours)
    },
  }
}

function evenementDe(admission: Admission, doublons: readonly Doublon[]): Evenement | null {
  const cherches = rechercheRequise(admission)
  return cherches && { type: 'anteriorite-cherchee', cherches, trouves: doublons.length }
}

/** Two views of an admission ask the same question when this is the same. */
const cleDe = (admission: Admission): string =>
  JSON.stringify([admission.id, admission.ipp, traitsLus(admission), insPresume(admission)])
