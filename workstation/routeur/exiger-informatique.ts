import { peut } from '#domain/droits/peut.ts'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import { jourDe } from '../guichet/jour.ts'
import type { Poste } from '../poste.ts'
import type { Seance } from '../session/session.ts'

/** The session of whoever administers, or the refusal of anybody else's. */
export function exigerInformatique({ session, now }: Pick<Poste, 'session' | 'now'>): Result<Seance, Refus> {
  const seance = session.seance()
  if (!seance.ok) return seance
  const refus = peut(seance.value.cadre.habilitation, 'administrer', jourDe(now()))
  return refus === null ? succes(seance.value) : echec(refuser(refus))
}
