import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import { COUT_ARGON2, type Compte } from './compte.ts'
import { lireComptes } from './fichier-comptes.ts'
import { lireIdentifiant } from './nouveau-compte.ts'
import { descellerCle } from './sceller-cle.ts'
import { cleDroitsDe, droitsIntacts } from './sceller-droits.ts'

/** Whose password it is, every account, and the key of the store, to be erased (`cle.fill(0)`) once it served. */
export interface Authentifie {
  readonly compte: Compte
  readonly comptes: readonly Compte[]
  readonly cle: Uint8Array
}

/**
 * Opens the store's key with a password. An unknown account and a wrong password are refused alike, with
 * `session/identifiants`, after the same work, so that nothing tells which accounts exist; an account whose rights were
 * altered outside the product, with `comptes/droits-alteres`; a closed one, with `comptes/ferme`.
 */
export async function authentifier(
  file: string,
  identifiant: string,
  motDePasse: string,
): Promise<Result<Authentifie, Refus>> {
  const comptes = lireComptes(file)
  if (!comptes.ok) return comptes
  const demande = lireIdentifiant(identifiant)
  const compte = comptes.value.find((compte) => compte.identifiant === demande)
  const cle = await descellerCle(compte ?? leurre(comptes.value), motDePasse)
  if (!compte || !cle) return echec(refuser('session/identifiants'))
  const intact = droitsIntacts(compte, cleDroitsDe(cle))
  if (intact && !compte.ferme) return succes({ compte, comptes: comptes.value, cle })
  cle.fill(0)
  return echec(refuser(intact ? 'comptes/ferme' : 'comptes/droits-alteres'))
}

/** An account nobody has, as costly to open as the others. */
const leurre = ([premier]: readonly Compte[]): Compte => ({
  identifiant: '',
  nom: '',
  role: 'agent',
  formations: null,
  formePar: {},
  ferme: false,
  motDePasseAChanger: false,
  cartes: [],
  secondFacteur: null,
  sceau: null,
  sel: new Uint8Array(16),
  cout: premier?.cout ?? COUT_ARGON2,
  cle: { iv: new Uint8Array(12), chiffre: new Uint8Array(32), etiquette: new Uint8Array(16) },
})
