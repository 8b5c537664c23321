import type { Formations } from '#domain/droits/peut.ts'
import type { Role } from '#domain/droits/role.ts'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import { COUT_ARGON2, IDENTIFIANT, type CompteScelle } from './compte.ts'
import { scellerCle } from './sceller-cle.ts'
import { scellerDroits } from './sceller-droits.ts'

/** An account to make, as typed. */
export interface NouveauCompte {
  readonly identifiant: string
  readonly nom: string
  readonly motDePasse: string
  readonly role: Role
  /** The trainings already followed; rights that ask for another one stay closed. */
  readonly formations: Formations
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
): Promise<Result<CompteScelle, Refus>> {
  const identifiant = lireIdentifiant(nouveau.identifiant)
  const nom = nouveau.nom.trim()
  if (!IDENTIFIANT.test(identifiant)) return echec(refuser('comptes/identifiant', 'identifiant'))
  if (nom.length < 1 || nom.length > 100) return echec(refuser('comptes/nom', 'nom'))
  if (!estAcceptable(nouveau.motDePasse)) return echec(refuser('comptes/mot-de-passe', 'motDePasse'))
  const { role, formations, motDePasse } = nouveau
  const compte = { identifiant, nom, role, formations, sel: aleatoire(16), cout: COUT_ARGON2 }
  const scellee = await scellerCle(compte, motDePasse, { cle, iv: aleatoire(12) })
  return succes(scellerDroits({ ...compte, cle: scellee, sceau: null }, cle))
}

/** Length rather than composition rules. Source: NIST SP 800-63B §5.1.1. */
const estAcceptable = (motDePasse: string): boolean => motDePasse.length >= 12 && motDePasse.length <= 256
