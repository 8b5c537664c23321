import { existsSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import { openCoffre } from '../coffre/sqlite/open-coffre.ts'
import { syncDossier } from '../coffre/sync-dossier.ts'
import { lireComptes, remplacerComptes } from './fichier-comptes.ts'
import { creerCompte, type Aleatoire, type NouveauCompte } from './nouveau-compte.ts'
import { agentDe, type SessionOuverte } from './ouvrir-session.ts'
import { cleDroitsDe, scellerDroits } from './sceller-droits.ts'

/** Where a workstation keeps its accounts and its store, and its source of random bytes. */
export interface Installation {
  readonly comptes: string
  readonly coffre: string
  readonly aleatoire: Aleatoire
}

interface Creation extends Installation {
  /** Leaves a trace of the account; called once it is sure, before it is written. */
  readonly noter?: (identifiant: string) => Promise<void>
}

/** Why no store is made here: the workstation has accounts, or a store; null when it has neither, or half of an installation cut short. */
export function refusInstallation({ comptes, coffre }: Installation): Refus | null {
  const installe = existsSync(comptes) || (existsSync(coffre) && !existsSync(brouillonDe(comptes)))
  return installe ? refuser('comptes/existants') : null
}

const brouillonDe = (comptes: string): string => `${comptes}.nouveau`

/**
 * Makes the store and its first account, and opens its session. Refuses to touch a workstation that has either one;
 * an installation cut half way is begun again, since nobody could yet have signed in.
 */
export async function creerCoffreEtCompte(
  { noter, ...installation }: Creation,
  nouveau: NouveauCompte,
): Promise<Result<SessionOuverte, Refus>> {
  const { comptes, coffre, aleatoire } = installation
  const refus = refusInstallation(installation)
  if (refus) return echec(refus)
  const brouillon = brouillonDe(comptes)
  const cle = aleatoire(32)
  const compte = await creerCompte(nouveau, cle, aleatoire)
  if (!compte.ok) return compte
  const ecrit = remplacerComptes(brouillon, [compte.value])
  if (!ecrit.ok) return ecrit
  for (const reste of [coffre, `${coffre}-wal`]) rmSync(reste, { force: true })
  const cree = await openCoffre({ file: coffre, key: cle, creer: true })
  if (!cree.ok) return cree
  await cree.value.close()
  await noter?.(compte.value.identifiant)
  renameSync(brouillon, comptes)
  syncDossier(dirname(comptes))
  return succes({ agent: agentDe(compte.value), cle })
}

type Ajout = Pick<Creation, 'comptes' | 'aleatoire' | 'noter'>

/** Adds an account that opens the same store, and brings the file to the present format; `cle` is the key of the store. */
export async function ajouterCompte(
  { comptes: file, aleatoire, noter }: Ajout,
  cle: Uint8Array,
  nouveau: NouveauCompte,
): Promise<Result<null, Refus>> {
  const compte = await creerCompte(nouveau, cle, aleatoire)
  if (!compte.ok) return compte
  const comptes = lireComptes(file)
  if (!comptes.ok) return comptes
  if (comptes.value.some(({ identifiant }) => identifiant === compte.value.identifiant))
    return echec(refuser('comptes/identifiant-pris', 'identifiant'))
  const anciens = comptes.value.map((ancien) => scellerDroits(ancien, cleDroitsDe(cle)))
  await noter?.(compte.value.identifiant)
  return remplacerComptes(file, [...anciens, compte.value])
}
