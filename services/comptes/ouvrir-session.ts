import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import { COUT_ARGON2, type Agent, type Compte } from './compte.ts'
import { lireComptes } from './fichier-comptes.ts'
import { lireIdentifiant } from './nouveau-compte.ts'
import { descellerCle } from './sceller-cle.ts'
import { droitsIntacts } from './sceller-droits.ts'

/** A session: who, and the key of the store, to be erased (`cle.fill(0)`) once the store is open. */
export interface SessionOuverte {
  readonly agent: Agent
  readonly cle: Uint8Array
}

/**
 * Opens the store's key with a password. An unknown account and a wrong password are refused alike, with
 * `session/identifiants`, after the same work, so that nothing tells which accounts exist;
 * an account whose rights were altered outside the product, with `comptes/droits-alteres`.
 */
export async function ouvrirSession(
  file: string,
  identifiant: string,
  motDePasse: string,
): Promise<Result<SessionOuverte, Refus>> {
  const comptes = lireComptes(file)
  if (!comptes.ok) return comptes
  const demande = lireIdentifiant(identifiant)
  const compte = comptes.value.find((compte) => compte.identifiant === demande)
  const cle = await descellerCle(compte ?? leurre(comptes.value), motDePasse)
  if (!compte || !cle) return echec(refuser('session/identifiants'))
  if (!droitsIntacts(compte, cle)) {
    cle.fill(0)
    return echec(refuser('comptes/droits-alteres'))
  }
  return succes({ agent: agentDe(compte), cle })
}

export const agentDe = ({ identifiant, nom, role, formations }: Compte): Agent => ({
  identifiant,
  nom,
  role,
  formations,
})

/** An account nobody has, as costly to open as the others. */
const leurre = ([premier]: readonly Compte[]): Compte => ({
  identifiant: '',
  nom: '',
  role: 'agent',
  formations: null,
  sceau: null,
  sel: new Uint8Array(16),
  cout: premier?.cout ?? COUT_ARGON2,
  cle: { iv: new Uint8Array(12), chiffre: new Uint8Array(32), etiquette: new Uint8Array(16) },
})
