import type { CodeRefus } from '../refus/refus.ts'
import type { Circonstance } from './circonstance.ts'
import type { Evenement } from './evenement.ts'

type Interdits = Readonly<Partial<Record<Evenement['type'], CodeRefus>>>

/** What a circumstance forbids, and the refusal that says why; the others forbid nothing. Source: RNIV 1 §3.3.3, EXI SI 09. */
const INTERDITS: Readonly<Partial<Record<Circonstance, Interdits>>> = {
  'nouveau-ne': {
    'piece-enregistree': 'circonstance/nouveau-ne',
    'appli-vitale-lue': 'circonstance/nouveau-ne',
    'insi-demandee': 'circonstance/nouveau-ne',
  },
  'non-identifie': {
    'piece-enregistree': 'circonstance/non-identifie',
    'appli-vitale-lue': 'circonstance/non-identifie',
    'insi-demandee': 'circonstance/non-identifie',
  },
  anonyme: {
    'beneficiaire-choisi': 'circonstance/anonyme',
    'datamatrix-lu': 'circonstance/anonyme',
    'appli-vitale-lue': 'circonstance/anonyme',
    'patient-repris': 'circonstance/anonyme',
    'piece-enregistree': 'circonstance/anonyme',
    'insi-demandee': 'circonstance/anonyme',
  },
}

/** Why this circumstance refuses an event; null when it allows it. A secret identity stays fictive. Source: EXI SI 09. */
export function interditPar(circonstance: Circonstance, evenement: Evenement): CodeRefus | null {
  if (circonstance === 'anonyme' && evenement.type === 'attribut-bascule')
    return evenement.attribut === 'fictif' && !evenement.actif ? 'circonstance/anonyme' : null
  return INTERDITS[circonstance]?.[evenement.type] ?? null
}
