import { refusMotDePasse } from '#domain/administration/mot-de-passe.ts'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, type Result } from '#domain/result.ts'
import { authentifier } from './authentifier.ts'
import { COUT_ARGON2, type Compte, type CompteScelle } from './compte.ts'
import { remplacerComptes } from './fichier-comptes.ts'
import type { Aleatoire } from './nouveau-compte.ts'
import { scellerCle } from './sceller-cle.ts'
import { cleDroitsDe, rescellerDroits, scellerDroits } from './sceller-droits.ts'

/** Whose password changes, from what to what, as typed. */
export interface ChangementMotDePasse {
  readonly identifiant: string
  readonly actuel: string
  readonly nouveau: string
}

interface Acces {
  readonly file: string
  readonly aleatoire: Aleatoire
  /** Leaves a trace of the change; called once it is sure, before it is written. */
  readonly noter: (identifiant: string) => Promise<void>
}

/** Seals the key of the store under the new password of whoever gives the present one; the store itself is not opened. */
export async function changerMotDePasse(
  { file, aleatoire, noter }: Acces,
  { identifiant, actuel, nouveau }: ChangementMotDePasse,
): Promise<Result<null, Refus>> {
  const authentifie = await authentifier(file, identifiant, actuel)
  if (!authentifie.ok) return authentifie
  const { compte, comptes, cle } = authentifie.value
  try {
    const refus = refusMotDePasse({ identifiant: compte.identifiant, nouveau, actuel })
    if (refus) return echec(refuser(refus, 'motDePasse'))
    const change = await donnerMotDePasse(compte, nouveau, { cle, aleatoire, aChanger: false })
    await noter(compte.identifiant)
    const cleDroits = cleDroitsDe(cle)
    return remplacerComptes(
      file,
      comptes.map((un) => (un === compte ? change : scellerDroits(un, cleDroits))),
    )
  } finally {
    cle.fill(0)
  }
}

/** Seals the key of the store under another password of an intact account; the earlier one opens nothing any more. */
export async function donnerMotDePasse(
  compte: Compte,
  motDePasse: string,
  { cle, aleatoire, aChanger }: { cle: Uint8Array; aleatoire: Aleatoire; aChanger: boolean },
): Promise<CompteScelle> {
  const suivant = { ...compte, sel: aleatoire(16), cout: COUT_ARGON2, motDePasseAChanger: aChanger }
  const scellee = await scellerCle(suivant, motDePasse, { cle, iv: aleatoire(12) })
  return rescellerDroits({ ...suivant, cle: scellee }, cleDroitsDe(cle))
}
