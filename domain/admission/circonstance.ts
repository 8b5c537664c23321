/** Who stands at the desk, when it changes what is required and what is forbidden. Source: RNIV 1 §3.3.3, FR Core EXI SI 09. */
export type Circonstance = 'ordinaire' | 'mineur' | 'nouveau-ne' | 'non-identifie' | 'anonyme' | 'ehpad'

interface Presentation {
  readonly libelle: string
  /** What it changes for the agent. */
  readonly consigne: string
}

/** The circumstances in the order of the list. */
export const CIRCONSTANCES: Readonly<Record<Circonstance, Presentation>> = {
  ordinaire: {
    libelle: 'Ordinaire',
    consigne: 'Le patient présente sa pièce d’identité.',
  },
  mineur: {
    libelle: 'Mineur',
    consigne: 'Sa pièce, ou un acte de naissance ou livret de famille avec la pièce d’un parent.',
  },
  'nouveau-ne': {
    libelle: 'Nouveau-né',
    consigne: 'Identité provisoire rattachée à la mère, jusqu’à l’acte de naissance.',
  },
  'non-identifie': {
    libelle: 'Non identifié',
    consigne: 'Identité provisoire : âge estimé, lieu inconnu ; en cas de doute, posez « douteuse ».',
  },
  anonyme: {
    libelle: 'Anonyme ou secret',
    consigne: 'Identité fictive : aucun trait réel, aucun appel à INSi.',
  },
  ehpad: {
    libelle: 'Résident d’EHPAD',
    consigne: 'À défaut de pièce : livret de famille ou acte de naissance, et carte Vitale avec photo.',
  },
}
