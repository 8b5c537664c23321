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
  const trouvees = registre.candidats(recherche).filter((candidate) => correspond(candidate, recherche))
  const [personne, ...autres] = trouvees
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
