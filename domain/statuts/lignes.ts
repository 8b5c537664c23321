import type { Droit } from '../droits/droit.ts'
import type { Statut } from '../identite/statut.ts'

/** What an event does to the number and its authority; they are one. */
export type EffetMatricule = 'aucun' | 'conserve-local' | 'diffusable' | 'retire' | 'inchange' | 'remplace'

/** How sure the source is: read at the source, secondary, seen in another product, from memory, or ours. */
export type Confiance = 'C' | 'S' | 'V' | 'R' | 'P'

/** One row of the transition table. It describes: a status is always read off the facts, never set. */
export interface LigneTransition {
  readonly numero: number
  readonly de: readonly ('nouvelle' | Statut)[]
  readonly evenement: string
  readonly vers: Statut | 'inchange'
  readonly matricule: EffetMatricule
  /** The rights the acts of this row ask for together; a person who lacks one does not complete it. */
  readonly droits: readonly Droit[]
  readonly source: string
  readonly confiance: Confiance
  /** How the product does it, or why it does not. */
  readonly precision: string | null
  readonly realisee: boolean
}

const ligne = (
  numero: number,
  reste: Omit<LigneTransition, 'numero' | 'precision' | 'realisee'> & Partial<LigneTransition>,
): LigneTransition => ({ precision: null, realisee: true, ...reste, numero })

/** The transition table of RNIV, row by row; the tests play every one against `appliquer`. Source: RNIV 1 v2.0, guide INS v3.0. */
export const LIGNES: readonly LigneTransition[] = [
  ligne(1, {
    de: ['nouvelle'],
    evenement: 'Création, traits saisis ou repris de la Carte Vitale',
    vers: 'provisoire',
    matricule: 'aucun',
    droits: ['creer-modifier'],
    source: 'RNIV, EXI ID 17',
    confiance: 'C',
    precision: 'La recherche d’antériorité précède toute pièce, tout appel et toute impression.',
  }),
  ligne(2, {
    de: ['provisoire'],
    evenement: 'Réponse 00 d’INSi acceptée comme étant la personne présente',
    vers: 'recuperee',
    matricule: 'conserve-local',
    droits: ['appeler-insi'],
    source: 'RNIV, EXI SI 07',
    confiance: 'C',
    precision: 'Jamais sur un écart majeur ; un écart mineur demande un motif.',
  }),
  ligne(3, {
    de: ['provisoire'],
    evenement: 'Dispositif à haut niveau de confiance contrôlé, patient présent',
    vers: 'validee',
    matricule: 'aucun',
    droits: ['numeriser', 'valider'],
    source: 'EXI PP 09, EXI SI 10',
    confiance: 'C',
    precision: 'Sans le droit de valider, la pièce reste en trace et l’identité provisoire.',
  }),
  ligne(4, {
    de: ['recuperee'],
    evenement: 'Dispositif à haut niveau de confiance conforme aux traits INS',
    vers: 'qualifiee',
    matricule: 'diffusable',
    droits: ['numeriser', 'valider', 'qualifier'],
    source: 'RNIV, EXI SI 07',
    confiance: 'C',
  }),
  ligne(5, {
    de: ['validee'],
    evenement: 'Réponse 00 d’INSi acceptée, conforme à la pièce',
    vers: 'qualifiee',
    matricule: 'diffusable',
    droits: ['appeler-insi', 'qualifier'],
    source: 'RNIV, EXI SI 07',
    confiance: 'C',
    precision: 'Les traits INS remplacent les traits locaux, à l’octet près.',
  }),
  ligne(6, {
    de: ['nouvelle', 'provisoire'],
    evenement: 'Appli carte Vitale présentée par son titulaire ou pour un ayant droit',
    vers: 'qualifiee',
    matricule: 'diffusable',
    droits: ['creer-modifier', 'numeriser', 'valider', 'qualifier'],
    source: 'RNIV 1 v2.0 §4.3.4',
    confiance: 'C',
    precision:
      'Sans appel INSi : l’appli porte l’INS et vaut dispositif de confiance. Fermée par défaut (`identite.appliVitale`) : aucun lecteur (QR, NFC) ne la donne encore au poste, la règle est prête et aucun écran ne la propose.',
  }),
  ligne(7, {
    de: ['nouvelle', 'provisoire'],
    evenement: 'INS reçue par la lecture d’un DataMatrix INS',
    vers: 'provisoire',
    matricule: 'aucun',
    droits: ['creer-modifier'],
    source: 'EXI REC 02',
    confiance: 'R',
    precision:
      'Les traits préremplissent la saisie ; le matricule lu n’est pas repris, seul INSi en donne un.',
  }),
  ligne(8, {
    de: ['recuperee'],
    evenement: 'Vérification INSi négative : identité introuvable, traits changés ou autre matricule',
    vers: 'provisoire',
    matricule: 'retire',
    droits: ['appeler-insi'],
    source: 'Comportement d’un autre logiciel ; texte du guide à vérifier',
    confiance: 'R',
    precision: 'Le retrait est immédiat ; la réponse reçue suit ensuite l’arbre de décision ordinaire.',
  }),
  ligne(9, {
    de: ['qualifiee'],
    evenement: 'Vérification INSi négative, pièce contrôlée toujours valable',
    vers: 'validee',
    matricule: 'retire',
    droits: ['appeler-insi'],
    source: 'Comportement d’un autre logiciel ; texte du guide à vérifier',
    confiance: 'R',
    precision: 'Le retrait est immédiat ; la réponse reçue suit ensuite l’arbre de décision ordinaire.',
  }),
  ligne(10, {
    de: ['recuperee', 'validee', 'qualifiee'],
    evenement: 'Un trait strict est modifié par une personne',
    vers: 'provisoire',
    matricule: 'retire',
    droits: ['creer-modifier', 'modifier-traits-stricts'],
    source: 'Guide INS, EXI ID 26 à 28',
    confiance: 'S',
    precision: 'Traits INS verrouillés : déverrouiller est un acte, qui fait déjà tomber les deux faits.',
  }),
  ligne(11, {
    de: ['provisoire', 'recuperee', 'validee', 'qualifiee'],
    evenement: 'Attribut douteux ou fictif posé',
    vers: 'provisoire',
    matricule: 'retire',
    droits: ['attributs'],
    source: 'EXI SI 09',
    confiance: 'C',
  }),
  ligne(12, {
    de: ['provisoire'],
    evenement: 'Doute levé',
    vers: 'provisoire',
    matricule: 'aucun',
    droits: ['attributs'],
    source: 'Proposition du produit',
    confiance: 'P',
    precision: 'Tout recommence : la pièce se contrôle de nouveau, INSi redevient possible.',
  }),
  ligne(13, {
    de: ['provisoire', 'recuperee', 'validee', 'qualifiee'],
    evenement: 'Fusion de deux dossiers d’une même personne',
    vers: 'provisoire',
    matricule: 'retire',
    droits: ['fusionner'],
    source: 'Comportement d’un autre logiciel',
    confiance: 'V',
    precision:
      'Non réalisée : le poste signale les doublons et refuse un matricule déjà porté, mais fusionner deux IPP revient au référentiel d’identités de l’établissement, que le poste ne remplace pas.',
    realisee: false,
  }),
  ligne(14, {
    de: ['validee'],
    evenement: 'Stock : identité dite validée sans dispositif enregistré',
    vers: 'provisoire',
    matricule: 'aucun',
    droits: [],
    source: 'EXI ES 02',
    confiance: 'C',
    precision:
      'Sans reprise de masse : le statut n’est jamais conservé, il se relit sur les faits ; sans pièce enregistrée, l’identité relue est provisoire.',
  }),
  ligne(15, {
    de: ['recuperee', 'qualifiee'],
    evenement: 'Vérification périodique (3 à 5 ans, ou changement d’état civil déclaré) conforme',
    vers: 'inchange',
    matricule: 'inchange',
    droits: ['appeler-insi'],
    source: 'RNIV, vérification des identités',
    confiance: 'C',
    precision: 'Un patient, un geste, un appel : jamais de vérification en masse. La date est renouvelée.',
  }),
  ligne(16, {
    de: ['recuperee', 'qualifiee'],
    evenement: 'Vérification : l’INS a changé (NIA devenu NIR, nouveau NIR), puis acceptée',
    vers: 'inchange',
    matricule: 'remplace',
    droits: ['appeler-insi'],
    source: 'EXI REC 08, FR Core (identifier.use = old)',
    confiance: 'S',
    precision:
      'Entre la réponse et l’acceptation, l’ancien matricule ne sort plus (lignes 8 et 9). Revenir à qualifiée demande aussi le droit « qualifier ». Si un trait change aussi, c’est d’abord un écart.',
  }),
]
