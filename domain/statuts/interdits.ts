import type { Confiance } from './lignes.ts'

/** What no event may ever do, and what makes it impossible here. */
export interface Interdit {
  readonly id: string
  readonly interdit: string
  readonly tenu: string
  readonly source: string
  readonly confiance: Confiance
}

/** The « forbidden » paragraph of the transition table; the tests try each one. Source: RNIV 1; CNIL, récupération en masse. */
export const INTERDITS_STATUT: readonly Interdit[] = [
  {
    id: 'validation-automatique',
    interdit: 'Valider automatiquement, ou sans dispositif à haut niveau de confiance présenté',
    tenu: 'Seul l’enregistrement d’une pièce, par une personne, apporte ce fait ; aucun événement ne pose un statut',
    source: 'EXI PP 09',
    confiance: 'C',
  },
  {
    id: 'appel-en-masse',
    interdit: 'Récupérer ou vérifier des INS en masse',
    tenu: 'Un acte nomme un patient et fait au plus un appel ; un second est refusé tant que le premier court',
    source: 'CNIL',
    confiance: 'C',
  },
  {
    id: 'carte-vitale-seule',
    interdit: 'Qualifier sur la seule Carte Vitale',
    tenu: 'La carte préremplit la saisie ; enregistrée comme pièce, elle ne prouve rien',
    source: 'RNIV 1',
    confiance: 'C',
  },
  {
    id: 'piece-preselectionnee',
    interdit: 'Proposer un type de pièce par défaut',
    tenu: 'Une admission commence sans pièce, et la liste n’a pas de choix initial',
    source: 'EXI SI 23',
    confiance: 'S',
  },
  {
    id: 'matricule-recupere',
    interdit: 'Transmettre le matricule d’une identité récupérée',
    tenu: 'Le matricule ne se lit, pour sortir du poste, que d’une identité qualifiée',
    source: 'EXI SI 08',
    confiance: 'C',
  },
  {
    id: 'controle-en-presence',
    interdit: 'Qualifier sans un contrôle de la pièce, patient présent, au moins une fois',
    tenu: 'La réponse d’INSi acceptée ne mène, sans pièce, qu’à récupérée',
    source: 'RNIV 1',
    confiance: 'C',
  },
]
