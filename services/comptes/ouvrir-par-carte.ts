import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import { descellerParCarte, type CarteQuiSigne } from './carte-rattachee.ts'
import type { CarteRattachee, Compte } from './compte.ts'
import { lireComptes } from './fichier-comptes.ts'
import { agentDe, type SessionOuverte } from './ouvrir-session.ts'
import { cleDroitsDe, droitsIntacts } from './sceller-droits.ts'

/** The account a card opens, and what is sealed for it. */
export interface CompteDeCarte {
  readonly compte: Compte
  readonly rattachee: CarteRattachee
}

/** The account this card was attached to by its owner, null when there is none. */
export function compteDeCarte(comptes: readonly Compte[], empreinte: Uint8Array): CompteDeCarte | null {
  for (const compte of comptes) {
    const rattachee = compte.cartes.find((carte) => Buffer.from(empreinte).equals(carte.empreinte))
    if (rattachee) return { compte, rattachee }
  }
  return null
}

/**
 * Opens the store's key with a card whose PIN was accepted: `session/carte-inconnue` when no account has it, otherwise the
 * refusals of a password that is right (`comptes/ferme`, `comptes/droits-alteres`).
 */
export async function ouvrirParCarte(
  file: string,
  carte: CarteQuiSigne,
): Promise<Result<SessionOuverte, Refus>> {
  const comptes = lireComptes(file)
  if (!comptes.ok) return comptes
  const sien = compteDeCarte(comptes.value, carte.empreinte)
  if (!sien) return echec(refuser('session/carte-inconnue'))
  const cle = await descellerParCarte(sien.compte, sien.rattachee, carte)
  if (!cle.ok) return cle
  const intact = droitsIntacts(sien.compte, cleDroitsDe(cle.value))
  if (intact && !sien.compte.ferme) return succes({ agent: agentDe(sien.compte), cle: cle.value })
  cle.value.fill(0)
  return echec(refuser(intact ? 'comptes/ferme' : 'comptes/droits-alteres'))
}
