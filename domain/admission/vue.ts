import { decisionDe, type Decision } from '../decision/decision.ts'
import { appliquerSelonDroits } from '../droits/appliquer-selon-droits.ts'
import { attenteDAutrui, type AttenteDAutrui } from '../droits/attente.ts'
import { CADRE_PAR_DEFAUT, pourCetteVenue, type Cadre } from '../droits/cadre.ts'
import { peut } from '../droits/peut.ts'
import { graviteDe } from '../ecarts/comparer.ts'
import type { Ecart, Gravite } from '../ecarts/ecart.ts'
import type { Jour } from '../identite/date-naissance.ts'
import { identiteDiffusable, type Ins } from '../identite/identite.ts'
import type { Statut } from '../identite/statut.ts'
import type { AvertissementInsi, TraitsInsi } from '../insi/reponse.ts'
import { refuser, type CodeRefus, type Refus } from '../refus/refus.ts'
import { vueRemise, type VueRemise } from '../travail/vue-remise.ts'
import type { Admission } from './admission.ts'
import { piecesDuPatient } from './controler-piece.ts'
import type { Evenement } from './evenement.ts'
import { ecartsDe, identiteDe, refusDeSaisie, statutAdmission } from './lectures.ts'
import type { VueVenue } from './venue.ts'
import { vuePopulation, type VuePopulation } from './vue-population.ts'
import { vueVerification, type VueVerification } from './vue-verification.ts'

/** What an agent may do now; null when possible, otherwise the refusal to show. */
export type Actions = Readonly<Record<Action, CodeRefus | null>>

export type Action =
  | 'enregistrerPiece'
  | 'joindreCopie'
  | 'voirCopie'
  | 'interrogerInsi'
  | 'annulerInsi'
  | 'accepterInsi'
  | 'ecarterInsi'
  | 'differerInsi'
  | 'annulerDiffere'
  | 'verifierInsi'
  | 'declarerEtatCivil'
  | 'deverrouiller'
  | 'basculerAttribut'
  | 'imprimer'
  | 'clore'

/** The lookup as a screen may know it: never a number before the identity is qualified. Source: EXI SI 08. */
export type VueInsi =
  | { readonly etat: 'aucune' }
  | { readonly etat: 'en-cours' }
  | { readonly etat: 'non-trouvee'; readonly codeCR: '01' | '02' }
  | { readonly etat: 'en-echec'; readonly refus: CodeRefus }
  | {
      readonly etat: 'trouvee' | 'acceptee' | 'ecartee'
      readonly traits: TraitsInsi
      readonly avertissements: readonly AvertissementInsi[]
    }

/** An admission as the desk shows it: the form, the derived status, the differences, and what may be done. */
export interface VueAdmission extends Pick<
  Admission,
  | 'id'
  | 'ouverteLe'
  | 'agent'
  | 'ipp'
  | 'nda'
  | 'saisie'
  | 'piece'
  | 'attributs'
  | 'differe'
  | 'preparation'
  | 'close'
> {
  readonly statut: Statut
  /** Pages of the copy of the document; a screen never has more of them without asking. */
  readonly pagesCopie: number
  readonly refus: readonly Refus[]
  readonly insi: VueInsi
  readonly ecarts: readonly Ecart[]
  readonly gravite: Gravite
  readonly decision: Decision
  readonly verification: VueVerification
  readonly ins: Ins | null
  /** What the rights of the person at the desk leave to the second level. */
  readonly attente: AttenteDAutrui | null
  readonly actions: Actions
  readonly population: VuePopulation
  readonly venue: VueVenue
  /** What it awaits of somebody, once that was noted. */
  readonly remise: VueRemise | null
}

export function vueDe(
  admission: Admission,
  aujourdhui: Jour,
  cadreDuPoste: Cadre = CADRE_PAR_DEFAUT,
): VueAdmission {
  const cadre = pourCetteVenue(cadreDuPoste, admission)
  const { id, ouverteLe, agent, ipp, nda, saisie, piece, attributs, differe, preparation, close } = admission
  const ecarts = ecartsDe(admission, cadre.reglages.ecarts)
  const identite = identiteDe(admission)
  const diffusable = identite && identiteDiffusable(identite)
  return {
    id,
    ouverteLe,
    agent,
    ipp,
    nda,
    saisie,
    piece,
    attributs,
    differe,
    close,
    statut: statutAdmission(admission),
    pagesCopie: admission.copies.length,
    refus: refusDeSaisie(admission),
    insi: vueInsi(admission),
    ecarts,
    gravite: graviteDe(ecarts),
    decision: decisionDe(admission, cadre.reglages.ecarts),
    verification: vueVerification(admission, aujourdhui, cadre.reglages),
    ins: diffusable?.ok ? diffusable.value.ins : null,
    attente: attenteDAutrui(admission, aujourdhui, cadre.habilitation),
    actions: actionsDe(admission, aujourdhui, cadre),
    population: vuePopulation(admission, aujourdhui, cadre.reglages),
    venue: { ...admission.venue, choix: cadre.reglages.venues },
    remise: vueRemise(admission, aujourdhui, cadre.habilitation),
    preparation,
  }
}

function vueInsi({ interrogation }: Admission): VueInsi {
  switch (interrogation.etat) {
    case 'aucune':
      return { etat: 'aucune' }
    case 'en-cours':
      return { etat: 'en-cours' }
    case 'non-trouvee':
      return { etat: 'non-trouvee', codeCR: interrogation.codeCR }
    case 'en-echec':
      return { etat: 'en-echec', refus: interrogation.refus }
    case 'trouvee':
    case 'acceptee':
    case 'ecartee':
      return {
        etat: interrogation.etat,
        traits: interrogation.identite.traits,
        avertissements: interrogation.identite.avertissements,
      }
  }
}

/** Each action is tried on the admission itself, so that a button never promises what the rules or the rights would refuse. */
function actionsDe(admission: Admission, aujourdhui: Jour, cadre: Cadre): Actions {
  const essayer = (evenement: Evenement): CodeRefus | null => {
    const issue = appliquerSelonDroits(admission, evenement, aujourdhui, cadre)
    return issue.ok ? null : issue.error.code
  }
  const [premiere] = piecesDuPatient(admission, aujourdhui, cadre.reglages)
  const incomplete = identiteDe(admission) === null ? refuser('admission/traits-incomplets').code : null
  return {
    enregistrerPiece: essayer({
      type: 'piece-enregistree',
      piece: { type: premiere?.code ?? '', date: aujourdhui },
    }),
    joindreCopie: essayer({ type: 'copie-jointe', pages: [] }),
    voirCopie: essayer({ type: 'copie-consultee', page: 0, motif: 'anomalie' }),
    interrogerInsi: essayer({ type: 'insi-demandee', appelId: '' }),
    annulerInsi: essayer({ type: 'insi-annulee' }),
    accepterInsi: essayer({ type: 'insi-acceptee', motif: 'patient-confirme' }),
    ecarterInsi: essayer({ type: 'insi-ecartee' }),
    differerInsi: essayer({ type: 'appel-differe', le: '' }),
    annulerDiffere: essayer({ type: 'differe-annule', cause: 'agent' }),
    verifierInsi: essayer({ type: 'verification-demandee', appelId: '' }),
    declarerEtatCivil: essayer({ type: 'etat-civil-declare' }),
    deverrouiller: essayer({ type: 'traits-deverrouilles' }),
    basculerAttribut: peut(cadre.habilitation, 'attributs', aujourdhui),
    imprimer: incomplete,
    clore: essayer({ type: 'close' }),
  }
}
