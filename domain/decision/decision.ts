import type { Admission } from '../admission/admission.ts'
import type { Evenement } from '../admission/evenement.ts'
import { interditPar } from '../admission/interdire.ts'
import { peutSucceder } from '../admission/interroger.ts'
import { ecartsDe, estAutrePrenom, identiteDe, relanceDe } from '../admission/lectures.ts'
import { CONTEXTE_ECARTS, graviteDe } from '../ecarts/comparer.ts'
import type { Ecart, Suite } from '../ecarts/ecart.ts'
import type { ContexteEcarts } from '../ecarts/paire.ts'
import { forcentProvisoire } from '../identite/attributs.ts'
import { memeIns } from '../insi/issue-verification.ts'
import type { IdentiteInsi } from '../insi/reponse.ts'
import type { Relance } from '../insi/plan-relances.ts'
import type { FaitsDecision, MotifTransfert } from './faits-decision.ts'
import { NOEUDS, type Noeud } from './noeuds.ts'

/** Where the decision stands, read off the admission: whoever opens it next finds the same node. */
export interface Decision extends Pick<FaitsDecision, 'transfert' | 'notices'> {
  readonly noeud: Noeud
  readonly phrase: string
  /** The ways out, in the order they are proposed. */
  readonly suites: readonly Suite[]
  /** The next call, when one is lawful. */
  readonly relance: Pick<Relance, 'libelle' | 'rang' | 'sur'> | null
  /** Accepting asks for a reason. */
  readonly motifRequis: boolean
  readonly motifTransfert: MotifTransfert
}

/** The decision tree of an admission. Source: RNIV, écarts; DX-06 to DX-10. */
export function decisionDe(admission: Admission, contexte: ContexteEcarts = CONTEXTE_ECARTS): Decision {
  const ecarts = ecartsDe(admission, contexte)
  const noeud = noeudDe(admission, ecarts, contexte)
  const { transfert, notices } = admission.decision
  const relance = relanceDe(admission, contexte)
  return {
    noeud,
    phrase: NOEUDS[noeud].phrase,
    suites: suitesDe(noeud, ecarts).filter((suite) => suite !== 'transferer-referent' || transfert === null),
    relance: NOEUDS[noeud].suites.includes('rappeler-insi') && relance.ok ? visible(relance.value) : null,
    motifRequis: noeud === 'ecart-mineur' || noeud === 'autre-prenom',
    motifTransfert: motifDe(noeud, admission),
    transfert,
    notices,
  }
}

const visible = ({ libelle, rang, sur }: Relance): Pick<Relance, 'libelle' | 'rang' | 'sur'> => ({
  libelle,
  rang,
  sur,
})

function noeudDe(admission: Admission, ecarts: readonly Ecart[], contexte: ContexteEcarts): Noeud {
  const { interrogation, attributs } = admission
  switch (interrogation.etat) {
    case 'en-cours':
      return 'en-cours'
    case 'acceptee':
      return 'associee'
    case 'ecartee':
      return 'ecartee'
    case 'trouvee':
      return identiteDe(admission) === null
        ? 'traits-a-completer'
        : noeudTrouvee(admission, interrogation.identite, ecarts)
    case 'aucune':
    case 'non-trouvee':
    case 'en-echec':
      if (forcentProvisoire(attributs) || interditPar(admission.circonstance, APPEL) !== null)
        return 'appel-interdit'
      return noeudAppel(admission, contexte)
  }
}

/** Any call: a circumstance forbids them all, or none. */
const APPEL: Evenement = { type: 'insi-demandee', appelId: '' }

function noeudTrouvee(admission: Admission, identite: IdentiteInsi, ecarts: readonly Ecart[]): Noeud {
  const { suivi } = admission
  if (!peutSucceder(suivi, identite)) return 'autre-matricule'
  const gravite = graviteDe(ecarts)
  if (gravite === 'majeur') return 'ecart-majeur'
  if (gravite === 'mineur') return 'ecart-mineur'
  if (estAutrePrenom(admission)) return 'autre-prenom'
  const { verification } = suivi
  const change = verification.etat === 'retiree' && !memeIns(verification.ins, identite)
  return change ? 'matricule-change' : 'concordante'
}

function noeudAppel(admission: Admission, contexte: ContexteEcarts): Noeud {
  const relance = relanceDe(admission, contexte)
  if (relance.ok) {
    if (admission.interrogation.etat === 'en-echec') return 'sans-reponse'
    return relance.value.rang === 1 ? 'a-interroger' : 'a-relancer'
  }
  if (relance.error.code === 'insi/nom-naissance-a-verifier') return 'nom-a-verifier'
  return relance.error.code === 'insi/relances-epuisees' ? 'relances-epuisees' : 'traits-a-completer'
}

/** At a major difference, only what the rules found propose, in the order of the tree; no notice about no difference. */
function suitesDe(noeud: Noeud, ecarts: readonly Ecart[]): readonly Suite[] {
  const { suites } = NOEUDS[noeud]
  if (noeud === 'ecartee' && graviteDe(ecarts) === 'egal')
    return suites.filter((suite) => suite !== 'notice-insee' && suite !== 'renouveler-piece')
  if (noeud !== 'ecart-majeur') return suites
  const proposees = new Set(
    ecarts.filter(({ gravite }) => gravite === 'majeur').flatMap((ecart) => ecart.suites),
  )
  return suites.filter((suite) => proposees.has(suite))
}

function motifDe(noeud: Noeud, { interrogation }: Admission): MotifTransfert {
  if (noeud === 'ecart-majeur' || noeud === 'ecartee') return 'ecart-majeur'
  if (interrogation.etat === 'non-trouvee')
    return interrogation.codeCR === '01' ? 'aucune-identite' : 'plusieurs-identites'
  return 'doute'
}
