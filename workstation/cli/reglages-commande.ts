import { existsSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { dispenseHomologation, type Dispense } from '#domain/administration/homologation.ts'
import { organisationDuModele } from '#domain/droits/organisation.ts'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import { estLocale } from '#services/insi/config.ts'
import { lireConfiguration, type Configuration } from '../configuration/configuration.ts'
import { dossierDonnees } from '../configuration/dossier-donnees.ts'
import { estParCpx, hotesDe, lireInsi } from '../configuration/insi.ts'
import { lireVersion } from '../configuration/paquet.ts'
import { protegerDossier } from '../configuration/proteger-dossier.ts'

/** What a command that calls INSi is told: the settings of the workstation, and its clock. */
export interface ReglagesCommande extends Pick<
  Configuration,
  'dossier' | 'poste' | 'environnement' | 'insi' | 'hotesInsi' | 'organisation'
> {
  /** How one signs in here; null on a machine that is no workstation. */
  readonly connexion: Configuration['connexion'] | null
  /** Why calls leave without the decision of homologation; null when they need it. */
  readonly dispense: Dispense | null
  readonly now: () => Date
}

/**
 * Reads the settings of the workstation, or those of the file named, whose folder then holds the data. A machine that has neither takes
 * its access from the environment alone: simulated when it stays on this machine, and otherwise of production, whose locks hold.
 */
export async function lireReglagesCommande(
  fichier: string | undefined,
  env: NodeJS.ProcessEnv,
): Promise<Result<ReglagesCommande, Refus>> {
  const choisi = fichier ?? join(dossierDonnees(env), 'configuration.json')
  const dossier = dirname(resolve(choisi))
  // The folder of a file named by hand may be anybody's: it is read, never closed to others.
  if (fichier === undefined && !protegerDossier(dossier)) return echec(refuser('poste/dossier'))
  const now = () => new Date()
  const version = await lireVersion()
  if (fichier !== undefined || existsSync(choisi)) {
    const lue = await lireConfiguration(dossier, version, env, choisi)
    return lue.ok ? succes({ ...lue.value, dispense: dispenseDe(lue.value), now }) : lue
  }
  const environnement = estLocale(env['GUICHET_INSI_URL'] ?? '') ? 'simulation' : 'production'
  const insi = await lireInsi(dossier, version, { environnement, insi: null }, env)
  if (!insi.ok) return insi
  const organisation = organisationDuModele(1)
  const guichet = { site: null, secteur: null, typeAdmission: null }
  return succes({
    dossier,
    poste: hostname().slice(0, 40),
    environnement,
    insi,
    hotesInsi: hotesDe(environnement),
    organisation: { organisation, guichet },
    connexion: null,
    dispense: dispenseDe({ environnement, insi }),
    now,
  })
}

const dispenseDe = ({
  environnement,
  insi,
}: Pick<Configuration, 'environnement' | 'insi'>): Dispense | null =>
  dispenseHomologation(environnement, estParCpx(insi))
