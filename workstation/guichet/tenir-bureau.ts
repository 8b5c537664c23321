import type { Admission } from '#domain/admission/admission.ts'
import type { Effet, Evenement } from '#domain/admission/evenement.ts'
import { vueDe, type VueAdmission } from '#domain/admission/vue.ts'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import { gardien } from './appliquer-et-garder.ts'
import { jourDe } from './jour.ts'
import type { PortsGuichet } from './ports-guichet.ts'
import { creerTenue, type Tenue } from './tenir-admission.ts'

/** What goes on around the admission at the desk. */
interface Alentour {
  /** Follows the admission now at the desk. */
  readonly suivre: (admission: Admission | null) => void
  /** Does what an event asked of the edge, besides journalling. */
  readonly accomplir: (admission: string, effet: Effet) => void
}

/** The one admission at the desk: held for its agent alone, journalled, stored, then shown. */
export interface BureauTenu {
  readonly tenue: Tenue
  readonly courante: () => Admission | null
  /** The admission at the desk, when it is this one and still held; otherwise the refusal of an act meant for it. */
  readonly exiger: (admission: string) => Promise<Result<Admission, Refus>>
  readonly retenir: (admission: Admission) => Promise<VueAdmission>
  readonly poursuivre: (admission: Admission, evenement: Evenement) => Promise<Result<VueAdmission, Refus>>
  /** Applies an event to a stored admission that is not at the desk, and shows nothing. */
  readonly poursuivreAilleurs: (admission: string, evenement: Evenement) => Promise<Result<Admission, Refus>>
  /** Shows again the admission this agent left open; null when somebody else has it since, or there is none. */
  readonly retrouver: () => Promise<Admission | null>
  /** Shows the admission again, under rights that have just changed. */
  readonly remontrer: () => void
  /** Shows nobody any more. */
  readonly vider: () => void
}

export function tenirBureau(ports: PortsGuichet, alentour: Alentour): BureauTenu {
  const tenue = creerTenue(ports)
  const appliquerEtGarder = gardien(ports, alentour.accomplir)
  let courante: Admission | null = null

  function montrer(admission: Admission): VueAdmission {
    courante = admission
    const suivante = poserVue(ports, admission)
    alentour.suivre(admission.close ? null : admission)
    return suivante
  }

  function vider(): void {
    courante = null
    ports.vue.poser(null)
    alentour.suivre(null)
  }

  async function retenir(admission: Admission): Promise<VueAdmission> {
    await ports.depot.enregistrer(admission)
    if (admission.close) await tenue.lacher()
    else await tenue.tenir(admission.id)
    return montrer(admission)
  }

  return {
    tenue,
    courante: () => courante,
    retenir,
    remontrer() {
      if (courante !== null) poserVue(ports, courante)
    },
    vider,
    async exiger(cible) {
      if (courante?.id !== cible) return echec(refuser('admission/absente'))
      const seul = courante.close ? succes(null) : await tenue.tenir(cible)
      if (seul.ok) return succes(courante)
      // Somebody else took it up meanwhile: what this desk shows is no longer true.
      vider()
      return seul
    },
    poursuivre: (depart, evenement) => appliquerEtGarder(depart, evenement, retenir),
    async poursuivreAilleurs(id, evenement) {
      const depart = await ports.depot.parId(id)
      if (depart === null) return echec(refuser('admission/absente'))
      return appliquerEtGarder(depart, evenement, async (admission) => {
        await ports.depot.enregistrer(admission)
        return admission
      })
    },
    async retrouver() {
      const laissee = await ports.depot.ouverte(ports.agent)
      if (laissee === null || !(await tenue.tenir(laissee.id)).ok) return null
      await ports.journaliser(laissee, { acte: 'admission-reprise' })
      montrer(laissee)
      return laissee
    },
  }
}

/** Shows an admission as it may be acted upon at this moment. */
function poserVue({ vue, cadre, now }: PortsGuichet, admission: Admission): VueAdmission {
  const montree = vueDe(admission, jourDe(now()), cadre)
  vue.poser(montree)
  return montree
}
