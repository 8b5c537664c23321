import { completer, partiesDe } from '#domain/ecarts/lire-date.ts'
import { personneDe, type Fiche } from './foule/foule.ts'
import type { PersonneInsi, Population, Recherche } from './population.ts'

type TraitsIndexes = Pick<Recherche, 'nomNaissance' | 'sexe' | 'dateNaissance'>

/** The national base, looked up by birth name, sex and birth date. */
export interface Registre extends Pick<Population, 'pannes'> {
  /** Everybody of these traits, whatever their given names and birth place. */
  candidats(traits: TraitsIndexes): readonly PersonneInsi[]
  /** Everybody born that day, found one by one: no card is read a hundred times a second. */
  nesLe(date: string): readonly PersonneInsi[]
  /** Enters that many more people of the crowd, so that nothing waits for a hundred thousand; tells whether some remain. */
  inscrire(combien: number): boolean
}

/** Indexes a few people at once, and a crowd little by little: a search that comes too soon enters all the rest first. */
export function createRegistre(
  { personnes, pannes }: Population,
  foule: Iterator<Fiche> = [].values(),
): Registre {
  const connues = new Map<string, readonly PersonneInsi[]>()
  const fiches = new Map<string, readonly Fiche[]>()
  for (const personne of personnes)
    for (const cle of clesDe(personne.traits)) connues.set(cle, [...(connues.get(cle) ?? []), personne])
  function inscrire(combien: number): boolean {
    for (let inscrits = 0; inscrits < combien; inscrits += 1) {
      const suivante = foule.next()
      if (suivante.done === true) return false
      const { value: fiche } = suivante
      for (const cle of clesDe({ nomNaissance: fiche.nom, sexe: fiche.sexe, dateNaissance: fiche.date }))
        fiches.set(cle, [...(fiches.get(cle) ?? []), fiche])
    }
    return true
  }
  return {
    pannes,
    inscrire,
    nesLe(date) {
      inscrire(Number.POSITIVE_INFINITY)
      const neesCeJour = [...fiches.values()].flat().filter((fiche) => fiche.date === date)
      return [...personnes.filter(({ traits }) => traits.dateNaissance === date), ...new Set(neesCeJour)].map(
        (trouvee) => ('traits' in trouvee ? trouvee : personneDe(trouvee)),
      )
    },
    candidats(traits) {
      inscrire(Number.POSITIVE_INFINITY)
      const cle = cleDe(traits, traits.dateNaissance)
      return [...(connues.get(cle) ?? []), ...(fiches.get(cle) ?? []).map(personneDe)]
    },
  }
}

const cleDe = ({ nomNaissance, sexe }: TraitsIndexes, date: string): string =>
  `${nomNaissance}|${sexe}|${date}`

/** Whose day is not known is found as the registry holds it, and as RNIV has it typed. Source: EXI ID 11. */
function clesDe(traits: TraitsIndexes): readonly string[] {
  const { dateNaissance } = traits
  const parties = dateNaissance.includes('-00') ? partiesDe(dateNaissance) : null
  const exacte = cleDe(traits, dateNaissance)
  return parties ? [exacte, cleDe(traits, completer(parties))] : [exacte]
}
