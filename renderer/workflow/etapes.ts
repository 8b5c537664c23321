import type { Etape } from './etape.ts'
import type { Geste } from './geste.ts'

/** What a state tells the agent, the act it recommends, and the states that act may lead to. */
export interface DescriptionEtape {
  readonly phrase: string
  readonly geste: Geste
  readonly libelle: string
  readonly vers: readonly Etape[]
}

/** An agent may print in another order than the one recommended. */
const DEJA_IMPRIME: readonly Etape[] = ['fiche-a-imprimer', 'patient-suivant']

const APRES_ETIQUETTES = DEJA_IMPRIME

const SANS_REPONSE: readonly Etape[] = ['insi-a-differer', 'insi-en-echec']

const APRES_PIECE: readonly Etape[] = ['etiquettes-a-imprimer']

const APRES_DECISION: readonly Etape[] = ['etiquettes-a-imprimer', 'piece-a-controler', 'piece-a-revoir']

/** Where a call leads, by its answer or by its cancelling. */
const APRES_INSI: readonly Etape[] = [
  'insi-concordante',
  'insi-ecart-mineur',
  'insi-ecart-majeur',
  'insi-a-qualifier',
  'insi-introuvable',
  'insi-plusieurs',
  ...SANS_REPONSE,
  'piece-a-controler',
  'piece-a-revoir',
  'verification-due',
  ...APRES_PIECE,
  ...DEJA_IMPRIME,
]

const APRES_TRAITS: readonly Etape[] = ['traits-incomplets', 'traits-refuses', 'piece-a-controler']

/** The gesture as data: every state, its recommended act and where it leads. Played in full by `etapes.test.ts`. */
export const ETAPES: Readonly<Record<Etape, DescriptionEtape>> = {
  'aucun-patient': {
    phrase: 'Aucun patient au guichet.',
    geste: 'patient-suivant',
    libelle: 'Nouveau patient',
    vers: ['traits-vides', 'beneficiaire-a-choisir'],
  },
  'beneficiaire-a-choisir': {
    phrase: 'Carte Vitale lue\u00a0: choisissez le bénéficiaire.',
    geste: 'carte',
    libelle: 'Choisir',
    vers: ['traits-incomplets'],
  },
  'traits-vides': {
    phrase: 'Insérez la carte Vitale, ou saisissez le nom de naissance.',
    geste: 'saisir',
    libelle: 'Saisir les traits',
    vers: APRES_TRAITS,
  },
  'traits-incomplets': {
    phrase: 'Complétez les traits d’après la pièce d’identité.',
    geste: 'saisir',
    libelle: 'Compléter',
    vers: APRES_TRAITS,
  },
  'traits-refuses': {
    phrase: 'Corrigez les traits signalés.',
    geste: 'saisir',
    libelle: 'Corriger',
    vers: ['traits-refuses', 'piece-a-controler'],
  },
  'piece-a-controler': {
    phrase: 'Contrôlez la pièce d’identité, patient présent.',
    geste: 'piece',
    libelle: 'Choisir la pièce',
    vers: ['insi-a-appeler', 'insi-introuvable', 'insi-plusieurs', ...SANS_REPONSE, ...APRES_PIECE],
  },
  'piece-a-revoir': {
    phrase: 'Demandez de nouveau la pièce d’identité, puis enregistrez-la.',
    geste: 'piece',
    libelle: 'Choisir la pièce',
    vers: ['insi-introuvable', 'insi-plusieurs', ...SANS_REPONSE, ...APRES_PIECE],
  },
  'verification-due': {
    phrase: 'Vérifiez de nouveau l’identité, déjà connue d’INSi.',
    geste: 'insi',
    libelle: 'Vérifier auprès d’INSi',
    vers: ['insi-en-cours'],
  },
  'insi-a-appeler': {
    phrase: 'Recherchez l’identité nationale de santé.',
    geste: 'insi',
    libelle: 'Appeler INSi',
    vers: ['insi-en-cours'],
  },
  'insi-en-cours': {
    phrase: 'INSi recherche l’identité\u00a0: la réponse s’affichera ici.',
    geste: 'annuler',
    libelle: 'Annuler l’appel',
    vers: APRES_INSI,
  },
  'insi-concordante': {
    phrase: 'Traits identiques\u00a0: acceptez la réponse d’INSi.',
    geste: 'valider',
    libelle: 'Accepter',
    vers: APRES_DECISION,
  },
  'insi-ecart-mineur': {
    phrase: 'Vérifiez la pièce, puis acceptez la réponse d’INSi avec un motif.',
    geste: 'valider',
    libelle: 'Choisir le motif',
    vers: APRES_DECISION,
  },
  'insi-ecart-majeur': {
    phrase: 'Écart majeur\u00a0: corrigez la saisie d’après la pièce, ou écartez la réponse.',
    geste: 'ecarter',
    libelle: 'Écarter',
    vers: [...APRES_DECISION, ...DEJA_IMPRIME],
  },
  'insi-autre-matricule': {
    phrase: 'Autre matricule\u00a0: écartez la réponse, ou transférez au référent INS.',
    geste: 'ecarter',
    libelle: 'Écarter',
    vers: ['piece-a-revoir', ...APRES_PIECE, ...DEJA_IMPRIME],
  },
  'insi-a-qualifier': {
    phrase: 'Réponse d’INSi gardée à qualifier\u00a0: poursuivez l’admission.',
    geste: 'etiquettes',
    libelle: 'Étiquettes',
    vers: APRES_ETIQUETTES,
  },
  'insi-introuvable': {
    phrase: 'Vérifiez le nom de naissance et rappelez INSi, ou poursuivez sans INS.',
    geste: 'etiquettes',
    libelle: 'Étiquettes',
    vers: APRES_ETIQUETTES,
  },
  'insi-plusieurs': {
    phrase: 'Rappelez INSi avec le lieu de naissance, ou poursuivez sans INS.',
    geste: 'etiquettes',
    libelle: 'Étiquettes',
    vers: APRES_ETIQUETTES,
  },
  'insi-a-differer': {
    phrase: 'INSi ne répond pas\u00a0: différez l’appel, il partira de lui-même plus tard.',
    geste: 'differer',
    libelle: 'Différer l’appel',
    vers: APRES_PIECE,
  },
  'insi-en-echec': {
    phrase: 'Poursuivez l’admission sans INS\u00a0; l’appel pourra être refait.',
    geste: 'etiquettes',
    libelle: 'Étiquettes',
    vers: APRES_ETIQUETTES,
  },
  'etiquettes-a-imprimer': {
    phrase: 'Imprimez les étiquettes du patient.',
    geste: 'etiquettes',
    libelle: 'Étiquettes',
    vers: APRES_ETIQUETTES,
  },
  'fiche-a-imprimer': {
    phrase: 'Imprimez la fiche d’admission.',
    geste: 'fiche',
    libelle: 'Fiche d’admission',
    vers: ['patient-suivant'],
  },
  'patient-suivant': {
    phrase: 'Admission terminée.',
    geste: 'patient-suivant',
    libelle: 'Patient suivant',
    vers: ['traits-vides', 'beneficiaire-a-choisir'],
  },
}
