import { lireTrait } from '../identite/lire-trait.ts'
import type { Jour } from '../identite/date-naissance.ts'
import { parseMatriculeIns, type MatriculeIns } from '../identite/matricule.ts'
import { refuser, type Refus } from '../refus/refus.ts'
import { echec, succes, type Result } from '../result.ts'
import { cleDeNom } from './cles.ts'

/** What an agent typed to find a patient: distinct fields, never one bar. Source: EXI ID 17. */
export interface RechercheSaisie {
  readonly nom: string
  readonly prenom: string
  readonly dateNaissance: string
  readonly matricule: string
}

/** What may be looked for: a whole number, or first letters of a name with a date, or of a longer name alone. */
export type Critere =
  | { readonly par: 'matricule'; readonly matricule: MatriculeIns }
  | {
      readonly par: 'traits'
      /** First letters of a birth or used name, letters alone; empty when not given. */
      readonly nom: string
      readonly prenom: string
      readonly dateNaissance: Jour | null
    }

/** Letters of the name without which a search with no date would list half the base. */
const LETTRES_SANS_DATE = 3

/** Reads a search: by the fifteen characters of a number whose key is right, otherwise by traits. Source: EXI SI 01, EXI SI 02. */
export function lireCritere(saisie: RechercheSaisie, aujourdhui: Jour): Result<Critere, Refus> {
  if (saisie.matricule.trim() !== '') return lireMatricule(saisie.matricule)
  const date = lireDate(saisie.dateNaissance, aujourdhui)
  if (!date.ok) return date
  const [nom, prenom] = [cleDeNom(saisie.nom), cleDeNom(saisie.prenom)]
  const assez = date.value === null ? nom.length >= LETTRES_SANS_DATE : nom !== '' || prenom !== ''
  return assez
    ? succes({ par: 'traits', nom, prenom, dateNaissance: date.value })
    : echec(refuser('recherche/criteres'))
}

function lireMatricule(saisie: string): Result<Critere, Refus> {
  const matricule = parseMatriculeIns(saisie)
  return matricule.ok
    ? succes({ par: 'matricule', matricule: matricule.value })
    : echec(refuser(matricule.error.code, 'matricule'))
}

function lireDate(saisie: string, aujourdhui: Jour): Result<Jour | null, Refus> {
  return saisie.trim() === '' ? succes(null) : lireTrait('dateNaissance', saisie, aujourdhui)
}
