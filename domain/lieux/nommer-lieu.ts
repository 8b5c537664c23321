import type { IndexLieux } from './indexer.ts'
import { lieuValide } from './lieu-a-la-date.ts'
import type { Lieu } from './lieu.ts'
import { raisonDe } from './proposer-a-la-date.ts'
import { nomEtCode, type RaisonLieu } from './raison-lieu.ts'

/** The name of a code on the day of birth; null when the COG does not list it, which never makes it invalid. */
export interface LieuNomme {
  readonly code: string
  readonly nom: string | null
  readonly raison: RaisonLieu | null
}

/** Names a COG code as it was on the day of birth (null: today), former and out of period codes included. */
export function nommerLieu(index: IndexLieux, code: string, jour: string | null): LieuNomme {
  const valide = lieuValide(index, code, jour)
  if (valide) return { code, nom: valide.nom, raison: raisonDe(index, valide) }
  const connus = index.parCode.get(code)
  const dernier = connus?.toSorted(parFin)[0]
  if (!connus || !dernier) return { code, nom: null, raison: raisonInconnu(index, code) }
  const partie = connus.find(({ commune }) => commune !== null)
  const tout = partie?.commune ? lieuValide(index, partie.commune, jour) : null
  if (partie && tout)
    return {
      code,
      nom: partie.nom,
      raison: { raison: partie.nature === 'associee' ? 'associee' : 'deleguee', nom: nomEtCode(tout) },
    }
  const { nom, debut, fin } = dernier
  return { code, nom, raison: { raison: 'hors-periode', nom, debut, fin } }
}

/** The last to hold first, and its usual name before its other names. */
const parFin = (a: Lieu, b: Lieu): number => Number(finDe(a) < finDe(b)) - Number(finDe(a) > finDe(b))

const finDe = ({ fin }: Lieu): string => fin ?? '9999-12-31'

/** A postal code typed for a COG code is the most frequent cause. */
function raisonInconnu(index: IndexLieux, code: string): RaisonLieu {
  const [commune] = index.parCodePostal.get(code) ?? []
  return commune ? { raison: 'code-postal-saisi', nom: nomEtCode(commune) } : { raison: 'code-inconnu' }
}
