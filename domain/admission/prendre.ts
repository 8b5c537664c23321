import { CONCLUSIONS, type Conclusion } from '../decision/faits-decision.ts'
import { refuser } from '../refus/refus.ts'
import { echec } from '../result.ts'
import { raisonDe } from '../travail/raison.ts'
import type { Admission } from './admission.ts'
import { arretAppel, couperAppel, journaliser, passer, type Issue } from './transition.ts'

/**
 * Somebody takes up, where it stands, an admission that awaits him or a visit prepared. A call nobody waits for any more is never made
 * again. Refusal `travail/traitee`.
 */
export function prendreAdmission(admission: Admission, agent: string): Issue {
  if (raisonDe(admission) === null && admission.preparation === null) return echec(refuser('travail/traitee'))
  return passer(
    { ...couperAppel(admission, 'insi/interrompu'), agent, close: false },
    ...arretAppel(admission),
    journaliser({ acte: 'admission-prise', de: admission.agent }),
  )
}

/** What is awaited will not be done now: the file goes back to the desk with a sentence, or is put aside. Source: DX-06. */
export function conclureDossier(admission: Admission, conclusion: Conclusion): Issue {
  const raison = raisonDe(admission)
  const { issue } = CONCLUSIONS[conclusion]
  if (raison === null || (raison === 'renvoyee' && issue === 'renvoyee'))
    return echec(refuser('admission/etape'))
  return passer(
    { ...admission, decision: { ...admission.decision, transfert: null, conclusion } },
    journaliser({ acte: 'dossier-conclu', conclusion }),
  )
}

/** What was said of a file holds until its facts change. */
export function oublierConclusion(avant: Admission, apres: Admission): Admission {
  const change =
    avant.piece !== apres.piece ||
    avant.interrogation !== apres.interrogation ||
    avant.saisie !== apres.saisie
  const { conclusion } = apres.decision
  return conclusion !== null && conclusion === avant.decision.conclusion && change
    ? { ...apres, decision: { ...apres.decision, conclusion: null } }
    : apres
}
