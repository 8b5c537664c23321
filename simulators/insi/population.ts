import { readFileSync } from 'node:fs'
import { cleDe } from '#domain/identite/matricule.ts'
import type { NumeroInsi, TraitsInsi } from '#domain/insi/reponse.ts'
import { OID_TEST } from './oid-test.ts'

/** A person of the simulated national base. */
export interface PersonneInsi {
  readonly traits: TraitsInsi
  readonly actif: NumeroInsi
  readonly historique: readonly NumeroInsi[]
}

/** The traits a request carries. */
export interface Recherche {
  readonly nomNaissance: string
  readonly prenom: string
  readonly sexe: string
  readonly dateNaissance: string
  readonly lieuNaissance: string | null
}

/** Whom the simulator knows, and the searches the official cases answer by a technical fault. */
export interface Population {
  readonly personnes: readonly PersonneInsi[]
  readonly pannes: readonly { readonly recherche: Recherche; readonly erreur: string }[]
}

/** One published exchange of the test base, as kept in `insi-cas-officiels.json`. */
interface CasOfficiel {
  readonly id: string
  readonly demande: Omit<Recherche, 'lieuNaissance'> & { readonly lieuNaissance?: string }
  readonly idam?: string
  /** Null when the answer is not public. */
  readonly attendu: AttenduOfficiel | null
}

export type AttenduOfficiel =
  | { readonly erreur: string }
  | { readonly codeCR: '01' | '02' }
  | {
      readonly codeCR: '00'
      /** Null when the number is not public. */
      readonly actif: NumeroInsi | null
      readonly historique: readonly NumeroInsi[]
      readonly traits: TraitsInsi
    }

/** A fault as published; null parts are not public. */
export interface ErreurOfficielle {
  readonly siram: string | null
  readonly code: string
  readonly origine: 'Sender' | 'Receiver' | null
  readonly severite: string | null
  readonly motif: string | null
  readonly detail: string | null
}

interface FichierCas {
  readonly cas: readonly CasOfficiel[]
  readonly erreurs: readonly ErreurOfficielle[]
}

interface PersonneInventee {
  readonly nomNaissance: string
  readonly prenomsNaissance: string
  readonly sexe: string
  readonly dateNaissance: string
  readonly lieuNaissance: string
  readonly nir: string
  readonly sansInsi?: boolean
}

/** Numbers of CNDA case 2.06, which are not public: two invented children of the same traits, told apart by birth place. */
const LEONARDO: readonly PersonneInventee[] = ['1140263220801', '1140263113802'].map((nir) => ({
  nomNaissance: 'DE VINCI',
  prenomsNaissance: 'LEONARDO',
  sexe: 'M',
  dateNaissance: '2014-02-01',
  lieuNaissance: nir.slice(5, 10),
  nir,
}))

/** The published exchanges and faults. */
export const lireCasOfficiels = (): FichierCas => lireJson('insi-cas-officiels.json') as FichierCas

/** Everybody the simulator knows: the official cases under their own OID, the invented people under the test OID. */
export function lirePopulation(): Population {
  const { cas } = lireCasOfficiels()
  const inventees = lireJson('personnes.json') as readonly PersonneInventee[]
  const officielles = cas.flatMap(({ attendu }) =>
    attendu && 'actif' in attendu && attendu.actif !== null
      ? [{ traits: attendu.traits, actif: attendu.actif, historique: attendu.historique }]
      : [],
  )
  const connues = [...LEONARDO, ...inventees.filter(({ sansInsi }) => sansInsi !== true)]
  return {
    personnes: sansDoublon([...officielles, ...connues.map(inscrire)]),
    pannes: cas.flatMap(({ demande, idam, attendu }) =>
      attendu && 'erreur' in attendu && idam === undefined
        ? [{ recherche: { lieuNaissance: null, ...demande }, erreur: attendu.erreur }]
        : [],
    ),
  }
}

function inscrire(personne: PersonneInventee): PersonneInsi {
  const { nomNaissance, prenomsNaissance, sexe, dateNaissance, lieuNaissance, nir } = personne
  return {
    traits: { nomNaissance, prenomsNaissance, sexe, dateNaissance, lieuNaissance },
    actif: { numero: nir, cle: cleDe(nir), oid: OID_TEST, dateDebut: null, dateFin: null },
    historique: [],
  }
}

/** Several official cases describe the same person. */
const sansDoublon = (personnes: readonly PersonneInsi[]): readonly PersonneInsi[] => [
  ...new Map(personnes.map((personne) => [personne.actif.numero, personne])).values(),
]

// Files of this repository, checked by the tests that replay every case.
const lireJson = (nom: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../assets/demonstration/${nom}`, import.meta.url), 'utf8'))
