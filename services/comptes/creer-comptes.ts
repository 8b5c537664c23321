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

/**
 * Makes the store and its first account, and opens its session. Refuses to touch a workstation that has either one;
 * an installation cut half way is begun again, since nobody could yet have signed in.
 */
export async function creerCoffreEtCompte(
  { comptes, coffre, aleatoire }: Installation,
  nouveau: NouveauCompte,
): Promise<Result<SessionOuverte, Refus>> {
  const brouillon = `${comptes}.nouveau`
  if (existsSync(comptes) || (existsSync(coffre) && !existsSync(brouillon)))
    return echec(refuser('comptes/existants'))
  const cle = aleatoire(32)
  const compte = await creerCompte(nouveau, cle, aleatoire)
  if (!compte.ok) return compte
  const ecrit = remplacerComptes(brouillon, [compte.value])
  if (!ecrit.ok) return ecrit
  for (const reste of [coffre, `${coffre}-wal`]) rmSync(reste, { force: true })
  const cree = await openCoffre({ file: coffre, key: cle, creer: true })
  if (!cree.ok) return cree
  await cree.value.close()
  renameSync(brouillon, comptes)
  syncDossier(dirname(comptes))
  return succes({ agent: agentDe(compte.value), cle })
}

interface Ajout extends Pick<Installation, 'comptes' | 'aleatoire'> {
  /** Leaves a trace of the account; called once it is sure, before it is written. */
  readonly noter?: (identifiant: string) => Promise<void>
}

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
