import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import { COUT_ARGON2, IDENTIFIANT, type Compte } from './compte.ts'
import { scellerCle } from './sceller-cle.ts'

/** An account to make, as typed. */
export interface NouveauCompte {
  readonly identifiant: string
  readonly nom: string
  readonly motDePasse: string
}

/** Random bytes; the source is a parameter. */
export type Aleatoire = (octets: number) => Uint8Array

/** One spelling for one account. */
export const lireIdentifiant = (saisie: string): string => saisie.trim().toLowerCase()

/** Makes an account that opens the store of this key, or says what is wrong with it. */
export async function creerCompte(
  nouveau: NouveauCompte,
  cle: Uint8Array,
  aleatoire: Aleatoire,
): Promise<Result<Compte, Refus>> {
  const identifiant = lireIdentifiant(nouveau.identifiant)
  const nom = nouveau.nom.trim()
  if (!IDENTIFIANT.test(identifiant)) return echec(refuser('comptes/identifiant', 'identifiant'))
  if (nom.length < 1 || nom.length > 100) return echec(refuser('comptes/nom', 'nom'))
  if (!estAcceptable(nouveau.motDePasse)) return echec(refuser('comptes/mot-de-passe', 'motDePasse'))
  const compte = { identifiant, nom, sel: aleatoire(16), cout: COUT_ARGON2 }
  return succes({ ...compte, cle: await scellerCle(compte, nouveau.motDePasse, { cle, iv: aleatoire(12) }) })
}

/** Length rather than composition rules. Source: NIST SP 800-63B §5.1.1. */
const estAcceptable = (motDePasse: string): boolean => motDePasse.length >= 12 && motDePasse.length <= 256
