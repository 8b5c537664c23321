import { argon2, createCipheriv, createDecipheriv } from 'node:crypto'
import { promisify } from 'node:util'
import type { CleScellee, Compte, CoutArgon2 } from './compte.ts'

const deriver = promisify(argon2)

/** Everything of an account but its sealed key. */
export type CompteOuvert = Omit<Compte, 'cle' | 'sceau'>

/** Seals the key of the store under a password; `iv` is twelve random bytes never used before. */
export async function scellerCle(
  compte: CompteOuvert,
  motDePasse: string,
  { cle, iv }: { readonly cle: Uint8Array; readonly iv: Uint8Array },
): Promise<CleScellee> {
  const derivee = await cleDeMotDePasse(motDePasse, compte)
  const chiffreur = createCipheriv('aes-256-gcm', derivee, iv).setAAD(lien(compte))
  derivee.fill(0)
  const chiffre = Buffer.concat([chiffreur.update(cle), chiffreur.final()])
  return { iv, chiffre, etiquette: chiffreur.getAuthTag() }
}

/** Opens the sealed key, or gives null: wrong password, or an account altered since. */
export async function descellerCle(compte: Compte, motDePasse: string): Promise<Uint8Array | null> {
  const derivee = await cleDeMotDePasse(motDePasse, compte)
  const { iv, chiffre, etiquette } = compte.cle
  const dechiffreur = createDecipheriv('aes-256-gcm', derivee, iv, { authTagLength: 16 })
    .setAAD(lien(compte))
    .setAuthTag(etiquette)
  derivee.fill(0)
  const cle = dechiffreur.update(chiffre)
  try {
    dechiffreur.final()
    return cle
  } catch {
    cle.fill(0)
    return null
  }
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

/** Ties the sealed key to its owner, so that a key moved to another name, or a name changed, no longer opens. */
const lien = ({ identifiant, nom }: CompteOuvert): Buffer =>
  Buffer.from(JSON.stringify(['guichet-ins/comptes/1', identifiant, nom]), 'utf8')
