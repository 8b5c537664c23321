import { argon2 } from 'node:crypto'
import { promisify } from 'node:util'
import type { CleScellee, Compte, CoutArgon2 } from './compte.ts'
import { desceller, sceller } from './sceau-aes.ts'

const deriver = promisify(argon2)

/** Everything of an account but its sealed key. */
export type CompteOuvert = Omit<Compte, 'cle' | 'sceau'>

/** Seals the key of the store under a password; `iv` is twelve random bytes never used before. */
export async function scellerCle(
  compte: CompteOuvert,
  motDePasse: string,
  { cle, iv }: { readonly cle: Uint8Array; readonly iv: Uint8Array },
): Promise<CleScellee> {
  return sceller(await cleDeMotDePasse(motDePasse, compte), cle, { iv, lien: lienDuCompte(compte) })
}

/** Opens the sealed key, or gives null: wrong password, or an account altered since. */
export async function descellerCle(compte: Compte, motDePasse: string): Promise<Uint8Array | null> {
  return desceller(await cleDeMotDePasse(motDePasse, compte), compte.cle, lienDuCompte(compte))
}

/** Derived off the main thread; a password is read in one Unicode form, whatever the keyboard sent. */
async function cleDeMotDePasse(
  motDePasse: string,
  { sel, cout }: { readonly sel: Uint8Array; readonly cout: CoutArgon2 },
): Promise<Buffer> {
  const message = Buffer.from(motDePasse.normalize('NFC'), 'utf8')
  const derivee = await deriver('argon2id', {
    message,
    nonce: sel,
    memory: cout.memoire,
    passes: cout.passes,
    parallelism: cout.voies,
    tagLength: 32,
  })
  message.fill(0)
  return derivee
}

/** Ties what is sealed to its owner, so that a key moved to another name, or a name changed, no longer opens. */
export const lienDuCompte = ({ identifiant, nom }: Pick<Compte, 'identifiant' | 'nom'>): Buffer =>
  Buffer.from(JSON.stringify(['guichet-ins/comptes/1', identifiant, nom]), 'utf8')
