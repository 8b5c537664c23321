import { refusMotDePasse } from '#domain/administration/mot-de-passe.ts'
import type { Formations } from '#domain/droits/peut.ts'
import type { Role } from '#domain/droits/role.ts'
import { parseMatriculeIns } from '#domain/identite/matricule.ts'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import { COUT_ARGON2, IDENTIFIANT, type CompteScelle } from './compte.ts'
import { scellerCle } from './sceller-cle.ts'
import { cleDroitsDe, scellerDroits } from './sceller-droits.ts'

/** An account to make, as typed. */
export interface NouveauCompte {
  readonly identifiant: string
  readonly nom: string
  readonly motDePasse: string
  readonly role: Role
  /** The trainings already followed; rights that ask for another one stay closed. */
  readonly formations: Formations
  /** The password is given by somebody else: it opens nothing until its owner changes it. */
  readonly motDePasseAChanger?: boolean
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
  // The journal names accounts and never a matricule.
  if (!IDENTIFIANT.test(identifiant) || /\d{13}/.test(identifiant) || parseMatriculeIns(identifiant).ok)
    return echec(refuser('comptes/identifiant', 'identifiant'))
  if (nom.length < 1 || nom.length > 100) return echec(refuser('comptes/nom', 'nom'))
  const { role, formations, motDePasse, motDePasseAChanger = false } = nouveau
  const refus = refusMotDePasse({ identifiant, nouveau: motDePasse, actuel: null })
  if (refus) return echec(refuser(refus, 'motDePasse'))
  const compte = {
    identifiant,
    nom,
    role,
    formations,
    formePar: {},
    ferme: false,
    motDePasseAChanger,
    cartes: [],
    secondFacteur: null,
    sel: aleatoire(16),
    cout: COUT_ARGON2,
  }
  const scellee = await scellerCle(compte, motDePasse, { cle, iv: aleatoire(12) })
  return succes(scellerDroits({ ...compte, cle: scellee, sceau: null }, cleDroitsDe(cle)))
}
