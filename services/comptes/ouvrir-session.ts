import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import { authentifier } from './authentifier.ts'
import type { Agent, Compte } from './compte.ts'

/** A session: who, and the key of the store, to be erased (`cle.fill(0)`) once the store is open. */
export interface SessionOuverte {
  readonly agent: Agent
  readonly cle: Uint8Array
}

/**
 * Opens the store's key with a password, or refuses as `authentifier` does. A password given by somebody else opens
 * nothing but its own change: `session/mot-de-passe-a-changer`.
 */
export async function ouvrirSession(
  file: string,
  identifiant: string,
  motDePasse: string,
): Promise<Result<SessionOuverte, Refus>> {
  const authentifie = await authentifier(file, identifiant, motDePasse)
  if (!authentifie.ok) return authentifie
  const { compte, cle } = authentifie.value
  if (!compte.motDePasseAChanger) return succes({ agent: agentDe(compte), cle })
  cle.fill(0)
  return echec(refuser('session/mot-de-passe-a-changer'))
}

export const agentDe = ({ identifiant, nom, role, formations }: Compte): Agent => ({
  identifiant,
  nom,
  role,
  formations,
})
