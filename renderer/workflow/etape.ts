import type { VueAdmission } from '#domain/admission/vue.ts'
import { TRAITS_STRICTS } from '#domain/identite/traits.ts'
import { interditDePiece } from './interdit-de-piece.ts'

/** Where the agent stands in the gesture; each state recommends one act (see `etapes.ts`). */
export type Etape =
  | 'aucun-patient'
  | 'beneficiaire-a-choisir'
  | 'traits-vides'
  | 'traits-incomplets'
  | 'traits-refuses'
  | 'piece-a-controler'
  | 'piece-a-revoir'
  | 'verification-due'
  | 'insi-a-appeler'
  | 'insi-en-cours'
  | 'insi-concordante'
  | 'insi-ecart-mineur'
  | 'insi-ecart-majeur'
  | 'insi-autre-matricule'
  | 'insi-a-qualifier'
  | 'insi-introuvable'
  | 'insi-plusieurs'
  | 'insi-a-differer'
  | 'insi-en-echec'
  | 'etiquettes-a-imprimer'
  | 'fiche-a-imprimer'
  | 'patient-suivant'

/** What the screen knows besides the admission: what was printed, and whether a card was read. */
export interface Alentours {
  readonly carteLue: boolean
  readonly planche: boolean
  readonly fiche: boolean
}

type EtapeDe = (vue: VueAdmission, alentours: Alentours) => Etape | null

/** The first rule that answers wins. */
const REGLES: readonly EtapeDe[] = [
  etapeAppel,
  etapeTraits,
  etapeVerification,
  etapeDecision,
  etapePiece,
  etapeSansReponse,
]

export function etapeDe(vue: VueAdmission | null, alentours: Alentours): Etape {
  if (vue === null) return alentours.carteLue ? 'beneficiaire-a-choisir' : 'aucun-patient'
  for (const regle of REGLES) {
    const etape = regle(vue, alentours)
    if (etape !== null) return etape
  }
  if (!alentours.planche) return 'etiquettes-a-imprimer'
  return alentours.fiche ? 'patient-suivant' : 'fiche-a-imprimer'
}

function etapeAppel({ actions }: VueAdmission): Etape | null {
  return actions.annulerInsi === null ? 'insi-en-cours' : null
}

function etapeTraits({ refus, saisie }: VueAdmission, { carteLue }: Alentours): Etape | null {
  if (refus.length > 0) return 'traits-refuses'
  const saisis = TRAITS_STRICTS.filter((trait) => saisie[trait] !== null).length
  if (saisis === 0) return carteLue ? 'beneficiaire-a-choisir' : 'traits-vides'
  return saisis < TRAITS_STRICTS.length ? 'traits-incomplets' : null
}

/** A call that failed is not recommended again: the admission goes on, and its key stays. */
function etapeVerification({ verification, actions }: VueAdmission, { planche }: Alentours): Etape | null {
  const proposee =
    verification.due !== null && verification.etat !== 'en-echec' && actions.verifierInsi === null
  return proposee && !planche ? 'verification-due' : null
}

function etapeDecision(
  { insi, gravite, attente, decision }: VueAdmission,
  { planche }: Alentours,
): Etape | null {
  if (insi.etat !== 'trouvee') return null
  if (decision.noeud === 'autre-matricule') return 'insi-autre-matricule'
  if (attente?.etat === 'a-qualifier') return planche ? null : 'insi-a-qualifier'
  // Identical traits found through another given name may be a twin's: never a plain "accept".
  return decision.motifRequis ? 'insi-ecart-mineur' : DECISIONS[gravite]
}

const DECISIONS = {
  egal: 'insi-concordante',
  mineur: 'insi-ecart-mineur',
  majeur: 'insi-ecart-majeur',
} as const

/** Once the labels are out, an agent who had no document to see is not asked for one again. */
function etapePiece(vue: VueAdmission, { planche }: Alentours): Etape | null {
  const { piece, attente } = vue
  if (interditDePiece(vue) !== null) return null
  const aVoir = piece === null || (piece.aValider === true && attente === null)
  if (planche) return null
  if (aVoir) return 'piece-a-controler'
  return vue.verification.piece !== null && vue.actions.enregistrerPiece === null ? 'piece-a-revoir' : null
}

function etapeSansReponse(vue: VueAdmission, { planche }: Alentours): Etape | null {
  const { insi, actions } = vue
  if (planche) return null
  if (insi.etat === 'en-echec') return etapeEnEchec(vue)
  if (insi.etat === 'non-trouvee') return insi.codeCR === '01' ? 'insi-introuvable' : 'insi-plusieurs'
  return insi.etat === 'aucune' && actions.interrogerInsi === null ? 'insi-a-appeler' : null
}

/** A call put off asks nothing more; one that the agent cancelled himself is not put off unless he says so. */
function etapeEnEchec({ insi, actions, differe }: VueAdmission): Etape | null {
  if (differe?.etat === 'en-attente') return null
  const annule = insi.etat === 'en-echec' && insi.refus === 'insi/annule'
  return actions.differerInsi === null && !annule ? 'insi-a-differer' : 'insi-en-echec'
}
