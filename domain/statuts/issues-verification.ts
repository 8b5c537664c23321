import type { IssueVerification } from '../insi/issue-verification.ts'

/** What an outcome of a verification tells the agent, and what becomes of the identity. */
export interface DescriptionIssue {
  readonly titre: string
  readonly phrase: string
  readonly effet: string
  readonly suites: string
}

/** Every outcome of a verification, as data. Source: transition table rows 8, 9, 15 and 16; insi §1.7. */
export const ISSUES_VERIFICATION: Readonly<Record<IssueVerification, DescriptionIssue>> = {
  conforme: {
    titre: 'Conforme : même matricule, même OID, cinq traits identiques',
    phrase: 'INSi confirme l’identité : numéro et traits inchangés, date de vérification renouvelée.',
    effet: 'Même statut, date renouvelée (ligne 15)',
    suites: 'Poursuivre l’admission',
  },
  'matricule-change': {
    titre: 'Matricule changé : traits identiques, nouveau matricule qui succède à l’ancien',
    phrase: 'Vérification : INSi donne un nouveau matricule. L’ancien est retiré jusqu’à votre décision.',
    effet: 'L’ancien matricule ne sort plus ; même statut dès qu’une personne accepte le nouveau (ligne 16)',
    suites: 'Accepter, transférer au référent INS, poursuivre sans INS',
  },
  'traits-changes': {
    titre: 'Traits changés : un des cinq traits diffère de ceux qui furent acceptés',
    phrase: 'Vérification : INSi retourne d’autres traits. Le matricule est retiré jusqu’à votre décision.',
    effet: 'Récupérée devient provisoire, qualifiée devient validée (lignes 8 et 9)',
    suites: 'Celles de l’écart constaté : accepter avec un motif, corriger la saisie, transférer, notices',
  },
  introuvable: {
    titre: 'Introuvable : INSi répond 01 avec les traits acceptés',
    phrase: 'Vérification : INSi ne retrouve plus cette identité. Le matricule est retiré.',
    effet: 'Récupérée devient provisoire, qualifiée devient validée (lignes 8 et 9)',
    suites: 'Rappeler avec un autre prénom de la liste, corriger la saisie, transférer, notice INSEE',
  },
  'autre-matricule': {
    titre: 'Autre matricule : le numéro retourné n’a aucun lien avec l’ancien',
    phrase: 'Vérification : INSi donne le matricule d’une autre identité. L’ancien est retiré.',
    effet: 'Récupérée devient provisoire, qualifiée devient validée ; le nouveau ne peut pas être associé',
    suites: 'Transférer au référent INS, poursuivre sans INS',
  },
  plusieurs: {
    titre: 'Plusieurs : INSi répond 02 avec les traits acceptés',
    phrase: 'INSi trouve plusieurs personnes avec ces traits : l’INS est gardée, mais n’est pas confirmée.',
    effet: 'Rien ne change : la vérification reste due',
    suites: 'Vérifier avec tous les prénoms, puis avec le lieu de naissance',
  },
}
