import type { Jour } from '../identite/date-naissance.ts'
import { motsDe } from '../identite/premier-prenom.ts'
import { cleDeNom } from './cles.ts'
import type { TraitsLus } from './patient-connu.ts'
import { sonDe } from './phonetique.ts'
import { aUneFrappePres } from './proximite.ts'

/** How far one trait of the form agrees with the same trait of a known patient, and why. */
export interface Accord {
  readonly degre: 'egal' | 'proche' | 'different' | 'inconnu'
  readonly raison: string
}

const accord = (degre: Accord['degre'], raison: string): Accord => ({ degre, raison })
const INCONNU = accord('inconnu', 'non comparé')

/** Birth and used names searched alike, separators ignored. Source: EXI SI 03, EXI SI 04. */
export function accordNoms(saisis: TraitsLus, connus: TraitsLus): Accord {
  if (saisis.nomNaissance === null || connus.nomNaissance === null) return INCONNU
  const [ici, la] = [noms(saisis), noms(connus)]
  if (ici[0] === la[0]) return accord('egal', 'même nom')
  if (ici.some((nom) => la.includes(nom))) return accord('egal', 'nom utilisé de l’un, nom de l’autre')
  return croiser(ici, la, 'nom')
}

/** One given name in common is enough: lists of given names are often incomplete. */
export function accordPrenoms(saisis: TraitsLus, connus: TraitsLus): Accord {
  const [ici, la] = [prenoms(saisis), prenoms(connus)]
  if (ici.length === 0 || la.length === 0) return INCONNU
  if (ici[0] === la[0]) return accord('egal', 'même prénom')
  if (ici.some((prenom) => la.includes(prenom))) return accord('proche', 'un prénom en commun')
  return croiser(ici.slice(0, 1), la.slice(0, 1), 'prénom')
}

/** Two dates are near when day and month are swapped, or one digit differs. */
export function accordDates(saisie: Jour | null, connue: Jour | null): Accord {
  if (saisie === null || connue === null) return INCONNU
  if (saisie === connue) return accord('egal', 'même date de naissance')
  if (inverser(saisie) === connue) return accord('proche', 'jour et mois inversés')
  return aUneFrappePres(saisie, connue)
    ? accord('proche', 'date à un chiffre près')
    : accord('different', 'autre date de naissance')
}

/** The same day with day and month swapped, whether or not such a day exists. */
export const inverser = (jour: Jour): Jour => jour.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$1-$3-$2')

export function accordValeurs(saisie: string | null, connue: string | null, nom: string): Accord {
  if (saisie === null || connue === null) return INCONNU
  return saisie === connue ? accord('egal', `même ${nom}`) : accord('different', `autre ${nom}`)
}

function croiser(ici: readonly string[], la: readonly string[], nom: string): Accord {
  const paires = ici.flatMap((un) => la.map((autre) => [un, autre] as const))
  if (paires.some(([un, autre]) => aUneFrappePres(un, autre)))
    return accord('proche', `${nom} à une lettre près`)
  return paires.some(([un, autre]) => sonDe(un) === sonDe(autre))
    ? accord('proche', `${nom} de même prononciation`)
    : accord('different', `autre ${nom}`)
}

/** The names a person is known by, birth name first. */
const noms = ({ nomNaissance, nomUtilise }: TraitsLus): readonly string[] =>
  remplies([nomNaissance, nomUtilise])

/** The given names, the first one first, each as letters alone; a compound first name counts whole. */
const prenoms = ({ premierPrenom, prenomUtilise, prenomsNaissance }: TraitsLus): readonly string[] =>
  remplies([premierPrenom, prenomUtilise, ...motsDe(prenomsNaissance ?? '')])

const remplies = (textes: readonly (string | null)[]): readonly string[] =>
  [...new Set(textes.map((texte) => cleDeNom(texte ?? '')))].filter((cle) => cle !== '')
