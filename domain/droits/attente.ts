import type { Admission } from '../admission/admission.ts'
import { peutSucceder } from '../admission/interroger.ts'
import { ecartsDe, faitInsiDe } from '../admission/lectures.ts'
import { graviteDe } from '../ecarts/comparer.ts'
import { forcentProvisoire } from '../identite/attributs.ts'
import type { Jour } from '../identite/date-naissance.ts'
import { prouveIdentite } from '../identite/piece.ts'
import type { CodeRefus } from '../refus/refus.ts'
import type { Droit } from './droit.ts'
import { peut, type Habilitation } from './peut.ts'

/** What an admission awaits of the second level, read off its facts like its status. */
export type Attente = 'a-valider' | 'a-qualifier'

/** The act left to do on what is already gathered: check the document presented, or join it to what INSi found. */
export function attenteDe(admission: Admission): Attente | null {
  if (forcentProvisoire(admission.attributs)) return null
  const { piece, interrogation } = admission
  if (piece?.aValider) return faitInsiDe(admission) === null ? 'a-valider' : 'a-qualifier'
  const trouvee =
    interrogation.etat === 'trouvee' &&
    graviteDe(ecartsDe(admission)) !== 'majeur' &&
    peutSucceder(admission.suivi, interrogation.identite)
  return prouveIdentite(piece) && trouvee ? 'a-qualifier' : null
}

/** What is left to somebody else, and the refusal that names him. */
export interface AttenteDAutrui {
  readonly etat: Attente
  readonly refus: CodeRefus
}

/** What this admission awaits of somebody else than this person; null when he may do it himself. */
export function attenteDAutrui(
  admission: Admission,
  aujourdhui: Jour,
  habilitation: Habilitation,
): AttenteDAutrui | null {
  const etat = attenteDe(admission)
  if (etat === null) return null
  const droits: readonly Droit[] = etat === 'a-valider' ? ['valider'] : ['valider', 'qualifier']
  const refus = droits.map((droit) => peut(habilitation, droit, aujourdhui)).find((code) => code !== null)
  return refus ? { etat, refus } : null
}
