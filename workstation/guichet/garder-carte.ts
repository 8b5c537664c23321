import type { Admission } from '#domain/admission/admission.ts'
import type { Evenement } from '#domain/admission/evenement.ts'
import { carteAttendue, refusDeCarte } from '#domain/admission/garder-carte.ts'
import type { Refus } from '#domain/refus/refus.ts'
import { succes, type Result } from '#domain/result.ts'
import type { PortsGuichet } from './ports-guichet.ts'

/** Before a call, reads again the Carte Vitale its traits come from; one that is gone or another is journalled, and the domain refuses. */
export async function garderCarte(
  { carteVitale, journaliser }: Pick<PortsGuichet, 'carteVitale' | 'journaliser'>,
  admission: Admission,
  evenement: Evenement,
): Promise<Result<Evenement, Refus>> {
  if (evenement.type !== 'insi-demandee' || carteAttendue(admission) === null) return succes(evenement)
  const vue = await carteVitale()
  if (!vue.ok) return vue
  const refus = refusDeCarte(admission, vue.value)
  if (refus !== null) await journaliser(admission, { acte: 'insi-bloquee', refus })
  return succes({ ...evenement, carteVue: vue.value })
}
