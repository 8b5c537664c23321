import { existsSync } from 'node:fs'
import type { Refus } from '#domain/refus/refus.ts'
import { succes, type Result } from '#domain/result.ts'
import { creerCoffreEtCompte, type Installation } from './creer-comptes.ts'
import type { NouveauCompte } from './nouveau-compte.ts'

/** The published account of the demonstration, where every patient is invented; never made in production. */
export const COMPTE_DEMONSTRATION: NouveauCompte = {
  identifiant: 'demo',
  nom: 'Agent de démonstration',
  motDePasse: 'demonstration',
}

/** Makes the store and the account of the demonstration when the workstation has no account yet. */
export async function preparerDemonstration(installation: Installation): Promise<Result<null, Refus>> {
  if (existsSync(installation.comptes)) return succes(null)
  const cree = await creerCoffreEtCompte(installation, COMPTE_DEMONSTRATION)
  if (!cree.ok) return cree
  cree.value.cle.fill(0)
  return succes(null)
}
