import type { Droit } from '../droits/droit.ts'
import { refuser, type Refus } from '../refus/refus.ts'
import { echec, succes, type Result } from '../result.ts'
import type { FormationTenue, Personne } from './personne.ts'

type Formations = Personne['formations']
type Tenues = NonNullable<Formations>

/** Records a training; an account that kept what it could do begins its record with it. Source: OR-05. */
export const enregistrerFormation = (
  formations: Formations,
  droit: Droit,
  tenue: FormationTenue,
): Tenues => ({
  ...formations,
  [droit]: tenue,
})

/** Withdraws a training, or refuses when none is recorded for this right. */
export function retirerFormation(formations: Formations, droit: Droit): Result<Tenues, Refus> {
  const { [droit]: retiree, ...restantes } = formations ?? {}
  return retiree === undefined ? echec(refuser('formations/absente')) : succes(restantes)
}
