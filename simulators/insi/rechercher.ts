import type { RechercheCarte } from './lire-demande.ts'
import type { PersonneInsi, Recherche } from './population.ts'
import type { Registre } from './registre.ts'

/** What the national base answers: one person, nobody, several, or a published technical fault. */
export type Issue =
  | { readonly codeCR: '00'; readonly personne: PersonneInsi }
  | { readonly codeCR: '01' }
  | { readonly codeCR: '02' }
  | { readonly erreur: string }

/**
 * Name, sex and birth date equal; the given name equals one item of the list or its joined beginning; the birth place
 * equal when sent. The true rule for given names other than the first is not public.
 */
export function rechercher(registre: Registre, recherche: Recherche): Issue {
  const panne = registre.pannes.find((cas) => memesTraits(cas.recherche, recherche))
  if (panne) return { erreur: panne.erreur }
  return conclure(registre.candidats(recherche).filter((candidate) => correspond(candidate, recherche)))
}

/**
 * By card: whoever has that number and that birth date, the insured when the card does not hold the person's own; else, in the family,
 * whoever has that birth name and date, twins told apart by their order of birth. The true rule is not public.
 */
export function rechercherParCarte(registre: Registre, carte: RechercheCarte): Issue {
  const nes = registre.nesLe(carte.dateNaissance)
  const numero = carte.matriculeIndividu ?? carte.matriculeOD
  const siens = nes.filter(({ actif, historique }) =>
    [actif, ...historique].some((connu) => connu.numero === numero),
  )
  if (siens.length > 0 || carte.matriculeIndividu !== null) return conclure(siens)
  const famille = nes.filter(({ traits }) => traits.nomNaissance === carte.nomNaissance)
  const parOrdre = famille.toSorted((un, autre) => ordreDe(un) - ordreDe(autre))
  return conclure(parOrdre.slice(carte.rang - 1, carte.rang))
}

const ordreDe = ({ actif }: PersonneInsi): number => Number(actif.numero.slice(10))

function conclure([personne, ...autres]: readonly PersonneInsi[]): Issue {
  if (!personne) return { codeCR: '01' }
  return autres.length > 0 ? { codeCR: '02' } : { codeCR: '00', personne }
}

function correspond({ traits }: PersonneInsi, { prenom, lieuNaissance }: Recherche): boolean {
  const prenoms = traits.prenomsNaissance.split(' ')
  const debuts = prenoms.map((_prenom, rang) => prenoms.slice(0, rang + 1).join(' '))
  return (
    (lieuNaissance === null || lieuNaissance === traits.lieuNaissance) &&
    [...prenoms, ...debuts].includes(prenom)
  )
}

const memesTraits = (un: Recherche, autre: Recherche): boolean =>
  (['nomNaissance', 'prenom', 'sexe', 'dateNaissance', 'lieuNaissance'] as const).every(
    (trait) => un[trait] === autre[trait],
  )
