import { parseMatriculeIns } from '../identite/matricule.ts'
import { refuser, type Refus } from '../refus/refus.ts'
import { echec, succes, type Result } from '../result.ts'

/** Reads the local identifier to send; a number of the INS is none, and must not leave under another name. Source: EXI ID 29. */
export function lireIpp(saisie: string): Result<string, Refus> {
  return /^[A-Za-z0-9-]{1,20}$/.test(saisie) && !parseMatriculeIns(saisie).ok
    ? succes(saisie)
    : echec(refuser('echange/ipp'))
}
