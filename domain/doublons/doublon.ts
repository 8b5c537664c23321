import type { Ins } from '../identite/identite.ts'
import { accordDates, accordNoms, accordPrenoms, accordValeurs, type Accord } from './accord.ts'
import type { PatientConnu, TraitsLus } from './patient-connu.ts'

export type TraitCompare = 'nom' | 'prenom' | 'dateNaissance' | 'sexe' | 'lieuNaissance' | 'matricule'

/** A known patient who may be the one at the desk, and what says so. Advisory only: a person decides. Source: EXI ID 17. */
export interface Doublon {
  readonly patient: PatientConnu
  readonly niveau: 'certain' | 'probable' | 'possible'
  readonly accords: Readonly<Record<TraitCompare, Accord>>
}

/** The person at the desk, as far as the form and INSi tell. */
export interface Formulaire {
  readonly ipp: string
  readonly traits: TraitsLus
  readonly ins: Ins | null
}

/** Weights in points; RNIV gives no score [P]: names and date must nearly all agree before anything is shown. */
const POIDS: Readonly<Record<Exclude<TraitCompare, 'matricule'>, Poids>> = {
  nom: { egal: 3, proche: 2, different: 0 },
  prenom: { egal: 3, proche: 2, different: 0 },
  dateNaissance: { egal: 4, proche: 3, different: -1 },
  sexe: { egal: 0, proche: 0, different: -1 },
  lieuNaissance: { egal: 1, proche: 0, different: -1 },
}
type Poids = Readonly<Record<'egal' | 'proche' | 'different', number>>

const PROBABLE = 9
const POSSIBLE = 7

/** Compares the form with one known patient; null when nothing suggests they are one person, or when he is that patient. */
export function evaluerDoublon(formulaire: Formulaire, patient: PatientConnu): Doublon | null {
  if (formulaire.ipp === patient.ipp) return null
  const accords = comparer(formulaire, patient)
  const points = Object.entries(POIDS).reduce((total, [trait, poids]) => {
    const { degre } = accords[trait as keyof typeof POIDS]
    return total + (degre === 'inconnu' ? 0 : poids[degre])
  }, 0)
  const niveau = niveauDe(accords, points)
  return niveau && { patient, niveau, accords }
}

const ORDRE = ['certain', 'probable', 'possible'] as const

/** Every known patient who may be the one at the desk, the likeliest first. */
export const doublonsDe = (formulaire: Formulaire, connus: readonly PatientConnu[]): readonly Doublon[] =>
  connus
    .map((connu) => evaluerDoublon(formulaire, connu))
    .filter((doublon) => doublon !== null)
    .sort((a, b) => ORDRE.indexOf(a.niveau) - ORDRE.indexOf(b.niveau))

function niveauDe(accords: Doublon['accords'], points: number): Doublon['niveau'] | null {
  if (accords.matricule.degre === 'egal') return 'certain'
  if (points >= PROBABLE) return 'probable'
  return points >= POSSIBLE ? 'possible' : null
}

function comparer({ traits, ins }: Formulaire, patient: PatientConnu): Doublon['accords'] {
  const connus = patient.traits
  return {
    nom: accordNoms(traits, connus),
    prenom: accordPrenoms(traits, connus),
    dateNaissance: accordDates(traits.dateNaissance, connus.dateNaissance),
    sexe: accordValeurs(traits.sexe, connus.sexe, 'sexe'),
    lieuNaissance: accordValeurs(traits.lieuNaissance, connus.lieuNaissance, 'lieu de naissance'),
    matricule: accordValeurs(codeIns(ins), codeIns(patient.ins), 'matricule INS'),
  }
}

/** A number is only itself with its authority. Source: EXI ID 29. */
const codeIns = (ins: Ins | null): string | null => ins && `${ins.oid} ${ins.matricule}`
