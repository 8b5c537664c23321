import { lireJourCalendrier } from '#domain/administration/jour-saisi.ts'
import type { OuvertureInsi } from '#domain/droits/organisation.ts'
import { ecrireJour } from '#domain/identite/date-naissance.ts'
import type { Refus } from '#domain/refus/refus.ts'
import { succes, type Result } from '#domain/result.ts'

/** One admission type or sector as it is being set. */
export interface LigneOuverture {
  readonly code: string
  readonly etat: 'oui' | 'non' | 'date'
  /** The day it opens, as typed. */
  readonly date: string
}

type Ouvertures = Readonly<Record<string, OuvertureInsi>>

const lignesDe = (ouvertures: Ouvertures): readonly LigneOuverture[] =>
  Object.entries(ouvertures).map(([code, ouverture]) => ({
    code,
    etat: typeof ouverture === 'string' ? 'date' : ouverture ? 'oui' : 'non',
    date: typeof ouverture === 'string' ? ecrireJour(ouverture) : '',
  }))

/** What may be opened to INSi calls, and how each kind is read. */
export const GENRES = {
  typesAdmission: 'Type d’admission',
  sites: 'Site',
  secteurs: 'Secteur',
} as const

export type Genre = keyof typeof GENRES

export type LignesOuvertures = Readonly<Record<Genre, readonly LigneOuverture[]>>

export const lignesOuvertures = ({
  typesAdmission,
  sites,
  secteurs,
}: Readonly<Record<Genre, Ouvertures>>): LignesOuvertures => ({
  typesAdmission: lignesDe(typesAdmission),
  sites: lignesDe(sites),
  secteurs: lignesDe(secteurs),
})

/** The openings that all these lines say, or the refusal of the first wrong day. */
export function lireToutes(lignes: LignesOuvertures): Result<Record<Genre, Ouvertures>, Refus> {
  const typesAdmission = lireOuvertures(lignes.typesAdmission)
  if (!typesAdmission.ok) return typesAdmission
  const sites = lireOuvertures(lignes.sites)
  if (!sites.ok) return sites
  const secteurs = lireOuvertures(lignes.secteurs)
  if (!secteurs.ok) return secteurs
  return succes({ typesAdmission: typesAdmission.value, sites: sites.value, secteurs: secteurs.value })
}

function lireOuvertures(lignes: readonly LigneOuverture[]): Result<Ouvertures, Refus> {
  const ouvertures: Record<string, OuvertureInsi> = {}
  for (const { code, etat, date } of lignes) {
    const jour = etat === 'date' ? lireJourCalendrier(date) : succes(etat === 'oui')
    if (!jour.ok) return jour
    ouvertures[code] = jour.value
  }
  return succes(ouvertures)
}
