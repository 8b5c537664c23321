import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { refusOrganisation } from '#domain/administration/coherence.ts'
import type { Organisation } from '#domain/droits/organisation.ts'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import { ecrireAtomiquement } from '#services/comptes/ecriture-atomique.ts'
import { schemaConfiguration } from './schema.ts'

/** The configuration as it is on the disk, and the SHA-256 that tells whether it changed since. */
export interface ConfigurationLue {
  readonly contenu: Readonly<Record<string, unknown>>
  readonly texte: string
  readonly empreinte: string
}

/** Reads the file as somebody may have edited it by hand; refuses one the workstation could not start on. */
export function relireConfiguration(dossier: string): Result<ConfigurationLue, Refus> {
  try {
    const texte = readFileSync(join(dossier, 'configuration.json'), 'utf8')
    const contenu: unknown = JSON.parse(texte)
    if (schemaConfiguration.safeParse(contenu).success)
      return succes({
        contenu: contenu as Record<string, unknown>,
        texte,
        empreinte: hash('sha256', texte),
      })
  } catch {
    // absent, unreadable or not JSON: the same refusal
  }
  return echec(refuser('configuration/illisible'))
}

/** A change of organisation ready to be written, and the SHA-256 of the configuration it makes. */
export interface ChangementPret {
  readonly empreinte: string
  /** Replaces the file, whole, and keeps the one before as `configuration.precedente.json`. */
  readonly ecrire: () => Result<null, Refus>
}

/**
 * Prepares `configuration.json` with another organisation, every other setting as it is on the disk. Refuses an incoherent
 * organisation, and a file that is no longer the one that was shown (`organisation/modifiee-ailleurs`).
 */
export function preparerOrganisation(
  dossier: string,
  organisation: Organisation,
  montree: string,
): Result<ChangementPret, Refus> {
  const refus = refusOrganisation(organisation)
  if (refus) return echec(refuser(refus))
  const lue = relireConfiguration(dossier)
  if (!lue.ok) return lue
  if (lue.value.empreinte !== montree) return echec(refuser('organisation/modifiee-ailleurs'))
  const contenu = { ...lue.value.contenu, ...champsDe(organisation, lue.value.contenu) }
  if (!schemaConfiguration.safeParse(contenu).success) return echec(refuser('contrat/demande-invalide'))
  const texte = `${JSON.stringify(contenu, null, 2)}\n`
  return succes({
    empreinte: hash('sha256', texte),
    ecrire: () => remplacer(dossier, lue.value.texte, texte),
  })
}

/** What an organisation is in the file: a model says its own rights. */
function champsDe(
  { modele, droits, formationsExigees, typesAdmission, sites, secteurs }: Organisation,
  avant: ConfigurationLue['contenu'],
) {
  const organisation =
    modele === 'personnalise' ? { modele, droits, formationsExigees } : { modele, formationsExigees }
  return {
    organisation,
    typesAdmission: garderLibelles(typesAdmission, avant['typesAdmission']),
    sites: garderLibelles(sites, avant['sites']),
    secteurs: garderLibelles(secteurs, avant['secteurs']),
  }
}

/** A place keeps the label it is read by; only whether INSi may be called there changes. */
function garderLibelles(ouvertures: Organisation['sites'], avant: unknown): Record<string, unknown> {
  const anciennes =
    typeof avant === 'object' && avant !== null ? new Map<string, unknown>(Object.entries(avant)) : null
  return Object.fromEntries(
    Object.entries(ouvertures).map(([code, insi]) => {
      const ancienne = anciennes?.get(code)
      return [code, typeof ancienne === 'object' ? { ...ancienne, insi } : insi]
    }),
  )
}

function remplacer(dossier: string, precedent: string, suivant: string): Result<null, Refus> {
  try {
    ecrireAtomiquement(join(dossier, 'configuration.precedente.json'), precedent)
    ecrireAtomiquement(join(dossier, 'configuration.json'), suivant)
    return succes(null)
  } catch {
    return echec(refuser('configuration/ecriture'))
  }
}
