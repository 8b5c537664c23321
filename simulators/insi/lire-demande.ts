import type { Element } from '@xmldom/xmldom'
import { echec, succes, type Result } from '#domain/result.ts'
import type { Operation } from './operations.ts'
import type { Recherche } from './population.ts'
import { descend, ordonnes, textOf } from './xml.ts'

/** What a Carte Vitale says of the person searched; the number of the person is on few cards, that of the insured on all. */
export interface RechercheCarte {
  readonly matriculeIndividu: string | null
  readonly matriculeOD: string
  readonly nomNaissance: string | null
  readonly dateNaissance: string
  /** Order of birth among twins, 1 for a single birth. */
  readonly rang: number
}

export type Demande =
  | { readonly operation: 'traits'; readonly traits: Recherche }
  | { readonly operation: 'carte'; readonly carte: RechercheCarte }

/** Reads the body of an operation; `simu_traits` when an element the service needs is missing or out of order. */
export const lireDemande = (corps: Element | null, { nom }: Operation): Result<Demande, string> =>
  nom === 'traits' ? lireTraits(corps) : lireCarte(corps)

const TRAITS = ['NomNaissance', 'Prenom', 'Sexe', 'DateNaissance', 'LieuNaissance']

/** Source: INSi_RECSANS_INS.xsd. */
function lireTraits(corps: Element | null): Result<Demande, string> {
  const trait = (nom: string): string | null => textOf(descend(corps, ['recsans', nom]))
  const nomNaissance = trait('NomNaissance')
  const prenom = trait('Prenom')
  const sexe = trait('Sexe')
  const dateNaissance = trait('DateNaissance')
  if (!ordonnes(corps, TRAITS) || !nomNaissance || !prenom || !sexe || !dateNaissance)
    return echec('simu_traits')
  const traits = { nomNaissance, prenom, sexe, dateNaissance, lieuNaissance: trait('LieuNaissance') }
  return succes({ operation: 'traits', traits })
}

const CARTE = ['MatriculeIndividu', 'MatriculeOD', 'NomNaissance', 'DateNaissance', 'RangNaissance']

/** Source: INSi_RECVITALE_INS.xsd. */
function lireCarte(corps: Element | null): Result<Demande, string> {
  const matricule = (nom: string): string | null =>
    textOf(descend(corps, ['recvit', nom], ['recvit', 'NumIdentifiant']))
  const matriculeOD = matricule('MatriculeOD')
  const dateNaissance = textOf(descend(corps, ['recvit', 'DateNaissance']))
  if (!ordonnes(corps, CARTE) || !matriculeOD || !dateNaissance) return echec('simu_traits')
  const nomNaissance = textOf(descend(corps, ['recvit', 'NomNaissance']))
  const rang = Number(textOf(descend(corps, ['recvit', 'RangNaissance'])) ?? 1)
  const carte = {
    matriculeIndividu: matricule('MatriculeIndividu'),
    matriculeOD,
    nomNaissance,
    dateNaissance,
    rang,
  }
  return succes({ operation: 'carte', carte })
}
