import type { ContexteEcarts } from '../ecarts/paire.ts'
import type { Jour } from '../identite/date-naissance.ts'
import { prouveIdentite } from '../identite/piece.ts'
import { issueVerification, type IssueVerification } from '../insi/issue-verification.ts'
import type { EchangeInsi } from '../insi/reponse.ts'
import { refuser, type Refus } from '../refus/refus.ts'
import { echec, type Result } from '../result.ts'
import type { Admission, Interrogation } from './admission.ts'
import { causeVerification } from './echeances.ts'
import { apres, conclureEssai } from './interroger.ts'
import { essaisVerification, faitInsiDe, relanceVerification } from './lectures.ts'
import type { Verification } from './suivi-ins.ts'
import { arretAppel, finaliteDe, journaliser, passer, type Issue } from './transition.ts'

type Acceptee = Extract<Interrogation, { etat: 'acceptee' }>

interface Contexte {
  readonly aujourdhui: Jour
  readonly reglages: { readonly reverificationAns: number; readonly ecarts: ContexteEcarts }
}

/** One deliberate call about an INS already accepted, only when it is due; the fact stands while INSi is asked. Source: RNIV 1, ID-17. */
export function demanderVerification(
  admission: Admission,
  appelId: string,
  { aujourdhui, reglages }: Contexte,
): Issue {
  if (admission.interrogation.etat !== 'acceptee') return echec(refuser('admission/etape'))
  if (estEnVerification(admission)) return echec(refuser('insi/appel-en-cours'))
  const cause = causeVerification(admission, aujourdhui, reglages.reverificationAns)
  if (cause === null) return echec(refuser('insi/verification-non-due'))
  const relance = relanceVerification(admission, reglages.ecarts)
  if (!relance.ok) return relance
  const { variante, demande, rang, sur } = relance.value
  const essais = [...essaisVerification(admission), { variante, demande, issue: null }]
  return passer(
    {
      ...suivre(admission, { etat: 'en-cours', appelId }),
      decision: { ...admission.decision, essais },
    },
    journaliser({
      acte: 'verification-demandee',
      appelId,
      cause,
      finalite: finaliteDe(admission),
      variante,
      rang,
      sur,
    }),
    { type: 'appeler-insi', appelId, demande },
  )
}

/** Tells whether INSi is being asked about the INS accepted: what comes back is for this call, or for nobody. */
export const estEnVerification = ({ suivi }: Admission): boolean => suivi.verification.etat === 'en-cours'

export const annulerVerification = (admission: Admission): Issue => {
  const arret = arretAppel(admission)
  return passer(
    {
      ...suivre(admission, { etat: 'en-echec', refus: 'insi/annule' }),
      decision: conclureEssai(admission, 'insi/annule'),
    },
    ...arret.map(({ appelId }) => journaliser({ acte: 'insi-annulee', appelId })),
    ...arret,
  )
}

/** INSi answered about the INS accepted, or could not; an answer to any other call changes nothing. */
export function recevoirVerification(
  admission: Admission,
  { appelId, resultat }: { readonly appelId: string; readonly resultat: Result<EchangeInsi, Refus> },
  aujourdhui: Jour,
): Issue {
  const { interrogation, suivi } = admission
  const { verification } = suivi
  if (
    interrogation.etat !== 'acceptee' ||
    verification.etat !== 'en-cours' ||
    verification.appelId !== appelId
  )
    return passer(admission, journaliser({ acte: 'insi-reponse-ignoree', appelId }))
  const issue = resultat.ok ? resultat.value.reponse.codeCR : resultat.error.code
  const repondue = { ...admission, decision: conclureEssai(admission, issue) }
  const trace = journaliser({ acte: 'insi-repondue', appelId, issue })
  if (!resultat.ok) return passer(suivre(repondue, { etat: 'en-echec', refus: resultat.error.code }), trace)
  const { fait, identite } = interrogation
  const verdict = issueVerification({ ins: fait.ins, traits: identite.traits }, resultat.value.reponse)
  const conclusion = journaliser({ acte: 'verification-conclue', issue: verdict })
  const conclue = conclure(repondue, interrogation, { verdict, resultat, aujourdhui })
  const invalidee = faitInsiDe(conclue) === null ? [journaliser({ acte: 'insi-invalidee' })] : []
  return passer(conclue, trace, conclusion, ...invalidee)
}

interface Conclusion {
  readonly verdict: IssueVerification
  readonly resultat: Result<EchangeInsi, Refus>
  readonly aujourdhui: Jour
}

/** Confirmed, the date is renewed; undecided, nothing moves; otherwise the fact falls and the answer goes to the decision tree. */
function conclure(
  admission: Admission,
  acceptee: Acceptee,
  { verdict, resultat, aujourdhui }: Conclusion,
): Admission {
  const suite = apres(resultat)
  if (verdict === 'plusieurs') return suivre(admission, { etat: verdict })
  if (verdict === 'conforme')
    return {
      ...admission,
      interrogation: { ...acceptee, fait: { ...acceptee.fait, date: aujourdhui } },
      suivi: { ...admission.suivi, etatCivil: null, verification: { etat: verdict } },
    }
  const { nomNaissance } = admission.saisie
  return {
    ...suivre(admission, { etat: 'retiree', issue: verdict, ins: acceptee.fait.ins }),
    interrogation: suite,
    // The name asked about is the one INSi gave: it needs no second look.
    decision: { ...admission.decision, nomVerifie: nomNaissance && nomNaissance.valeur },
  }
}

/** The patient says his civil status changed: what proves his identity is to be verified at once, and stands until then. */
export function declarerEtatCivil(admission: Admission, aujourdhui: Jour): Issue {
  const prouvee = prouveIdentite(admission.piece) || faitInsiDe(admission) !== null
  if (!prouvee || admission.suivi.etatCivil !== null) return echec(refuser('admission/etape'))
  return passer(
    { ...admission, suivi: { ...admission.suivi, etatCivil: aujourdhui } },
    journaliser({ acte: 'etat-civil-declare' }),
  )
}

const suivre = (admission: Admission, verification: Verification): Admission => ({
  ...admission,
  suivi: { ...admission.suivi, verification },
})
