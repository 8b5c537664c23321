import { existsSync } from 'node:fs'
import { formationComplete } from '#domain/droits/peut.ts'
import type { Role } from '#domain/droits/role.ts'
import type { Refus } from '#domain/refus/refus.ts'
import { succes, type Result } from '#domain/result.ts'
import { ajouterCompte, creerCoffreEtCompte, type Installation } from './creer-comptes.ts'
import { lireComptes } from './fichier-comptes.ts'
import type { NouveauCompte } from './nouveau-compte.ts'
import { ouvrirSession } from './ouvrir-session.ts'

const compte = (identifiant: string, nom: string, role: Role): NouveauCompte => ({
  identifiant,
  nom,
  role,
  motDePasse: 'demonstration',
  formations: formationComplete('2026-01-05'),
})

/** The published account of the demonstration, where every patient is invented; never made in production. */
export const COMPTE_DEMONSTRATION = compte('demo', 'Agent de démonstration', 'agent')

/** One published account for each other role of the organisation models. */
const AUTRES_COMPTES: readonly NouveauCompte[] = [
  compte('referent', 'Référent de démonstration', 'referent'),
  compte('civ', 'Cellule de démonstration', 'civ'),
  compte('informatique', 'Informatique de démonstration', 'informatique'),
]

/** Makes the store and the accounts of the demonstration, or those that lack; somebody else's accounts are left alone. */
export async function preparerDemonstration(installation: Installation): Promise<Result<null, Refus>> {
  const { identifiant, motDePasse } = COMPTE_DEMONSTRATION
  const connus = existsSync(installation.comptes) ? lireComptes(installation.comptes) : succes([])
  if (!connus.ok) return connus
  const manquants = AUTRES_COMPTES.filter((autre) =>
    connus.value.every((connu) => connu.identifiant !== autre.identifiant),
  )
  if (manquants.length === 0) return succes(null)
  const session =
    connus.value.length === 0
      ? await creerCoffreEtCompte(installation, COMPTE_DEMONSTRATION)
      : await ouvrirSession(installation.comptes, identifiant, motDePasse)
  if (!session.ok) return session.error.code === 'session/identifiants' ? succes(null) : session
  for (const manquant of manquants) {
    const ajoute = await ajouterCompte(installation, session.value.cle, manquant)
    if (!ajoute.ok) return ajoute
  }
  session.value.cle.fill(0)
  return succes(null)
}
