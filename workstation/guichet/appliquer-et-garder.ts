import type { Admission } from '#domain/admission/admission.ts'
import type { Effet, Evenement } from '#domain/admission/evenement.ts'
import { appliquerSelonDroits } from '#domain/droits/appliquer-selon-droits.ts'
import type { Refus } from '#domain/refus/refus.ts'
import { succes, type Result } from '#domain/result.ts'
import { suivre } from '#domain/travail/suivre.ts'
import { jourDe } from './jour.ts'
import type { PortsGuichet } from './ports-guichet.ts'
import { precederEcriture } from './preceder-ecriture.ts'
import { refuserActe } from './refuser-acte.ts'

/** Applies an event to an admission, keeps it as it is told, then does what the event asked of the edge. */
export type AppliquerEtGarder = <T>(
  depart: Admission,
  evenement: Evenement,
  garder: (admission: Admission) => Promise<T>,
) => Promise<Result<T, Refus>>

/** Journals before it stores: an act may be journalled and lost, never stored without a trace. */
export const gardien =
  (
    ports: Pick<PortsGuichet, 'agent' | 'cadre' | 'copies' | 'journaliser' | 'now'>,
    accomplir: (admission: string, effet: Effet) => void,
  ): AppliquerEtGarder =>
  async (depart, evenement, garder) => {
    const issue = appliquerSelonDroits(depart, evenement, jourDe(ports.now()), ports.cadre)
    if (!issue.ok) return refuserActe(ports, issue.error, evenement.type, depart)
    const { effets } = issue.value
    const moment = { depuis: ports.now().toISOString(), par: ports.agent }
    const admission = suivre(depart, issue.value.admission, moment)
    await precederEcriture(ports, admission, effets)
    const gardee = await garder(admission)
    for (const effet of effets) accomplir(admission.id, effet)
    return succes(gardee)
  }
