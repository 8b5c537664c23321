import { refuser, type Refus } from '../refus/refus.ts'
import { echec, succes, type Result } from '../result.ts'

/** Sex of a local identity; the INS only knows F and M. */
export type Sexe = 'F' | 'M' | 'I'

export function lireSexe(saisie: string): Result<Sexe, Refus> {
  const sexe = saisie.trim().toUpperCase()
  return sexe === 'F' || sexe === 'M' || sexe === 'I' ? succes(sexe) : echec(refuser('sexe/inconnu'))
}
