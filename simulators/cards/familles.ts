import personnes from '../../assets/demonstration/personnes.json' with { type: 'json' }

/** One person as the card writes them. */
export interface PersonneCarte {
  readonly nom: string
  readonly prenom: string
  /** Eight digits, year first. */
  readonly naissance: string
  /** Number of the insured person of the family. */
  readonly nir: string
}

/**
 * What the card writes differently from civil status, as in real life: a used name for the birth name, a single given name,
 * a hyphen lost. An absent field is written like civil status, with the first given name alone.
 */
const GRAPHIES: Readonly<Record<string, { readonly nom?: string; readonly prenom?: string }>> = {
  'kervadoc-solene': { nom: "D'ARGENSOL" },
  'd-argensol-lea': { nom: 'D ARGENSOL' },
  'de-la-tournerie-jean-baptiste': { prenom: 'JEAN BAPTISTE' },
  'ferreira-sousal-maria-joao': { nom: 'FERREIRA SOUSAL', prenom: 'MARIA' },
  'santoni-verde-marie-ange': { nom: 'BOISJOLIN', prenom: 'MARIE ANGE' },
  'hoaraud-jean-luc': { prenom: 'JEAN' },
}

/** Letters of the families one may insert. */
export const FAMILLES: readonly string[] = [...new Set(personnes.map((personne) => personne.famille))]

/** The people on the card of a family, the insured first; empty when there is no such family. */
export function membresDe(famille: string): readonly PersonneCarte[] {
  const membres = personnes.filter((personne) => personne.famille === famille)
  const assure = membres.find((membre) => membre.assure)
  return membres.map((membre) => ({
    nom: GRAPHIES[membre.id]?.nom ?? membre.nomNaissance,
    prenom: GRAPHIES[membre.id]?.prenom ?? membre.premierPrenom,
    naissance: membre.dateNaissance.replaceAll('-', ''),
    nir: assure?.nir ?? membre.nir,
  }))
}
