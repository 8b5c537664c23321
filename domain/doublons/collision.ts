import type { Admission } from '../admission/admission.ts'
import { faitInsiDe } from '../admission/lectures.ts'
import type { Ins } from '../identite/identite.ts'
import { estOidIns, type MatriculeIns } from '../identite/matricule.ts'

/** The number this person has, or would have if what INSi found were accepted; null when its authority is unknown. */
export function insPresume(admission: Admission): Ins | null {
  const { interrogation } = admission
  if (interrogation.etat !== 'trouvee') return faitInsiDe(admission)?.ins ?? null
  const { numero, cle, oid } = interrogation.identite.actif
  return estOidIns(oid) ? { matricule: (numero + cle) as MatriculeIns, oid } : null
}

/** Tells whether another patient already bears this number: two records of one person, or a wrong number. Source: RNIV, collision. */
export const estCollision = (ipp: string, porteurs: readonly string[]): boolean =>
  porteurs.some((porteur) => porteur !== ipp)
