import { createHash, hkdfSync } from 'node:crypto'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import type { CarteRattachee, Compte } from './compte.ts'
import type { Aleatoire } from './nouveau-compte.ts'
import { desceller, sceller } from './sceau-aes.ts'
import { lienDuCompte } from './sceller-cle.ts'

/** A professional card whose PIN was accepted. */
export interface CarteQuiSigne {
  /** SHA-256 of the public key it signs with. */
  readonly empreinte: Uint8Array
  /** Signs a SHA-256 digest by RSA PKCS#1 v1.5, checked: the same digest always gives the same bytes. */
  signer(condensat: Uint8Array): Promise<Result<Uint8Array, Refus>>
}

type Proprietaire = Pick<Compte, 'identifiant' | 'nom'>

/**
 * Seals the key of the store for a card. A CPx deciphers nothing, it only signs; but PKCS#1 v1.5 is deterministic, so that what it
 * signs of one fixed text, told to nobody, is a secret that this card alone makes, once its PIN is given. Source: RFC 8017, §8.2.
 */
export async function scellerPourCarte(
  compte: Proprietaire,
  carte: CarteQuiSigne,
  { cle, aleatoire }: { readonly cle: Uint8Array; readonly aleatoire: Aleatoire },
): Promise<Result<CarteRattachee, Refus>> {
  const sel = aleatoire(32)
  const derivee = await cleDeCarte(compte, carte, sel)
  if (!derivee.ok) return derivee
  const scellement = { iv: aleatoire(12), lien: lienDuCompte(compte) }
  return succes({ empreinte: carte.empreinte, sel, cle: sceller(derivee.value, cle, scellement) })
}

/** Opens the key of the store with the card; `session/carte-alteree` when what was sealed is no longer what it was. */
export async function descellerParCarte(
  compte: Proprietaire,
  rattachee: CarteRattachee,
  carte: CarteQuiSigne,
): Promise<Result<Uint8Array, Refus>> {
  const derivee = await cleDeCarte(compte, carte, rattachee.sel)
  if (!derivee.ok) return derivee
  const cle = desceller(derivee.value, rattachee.cle, lienDuCompte(compte))
  return cle ? succes(cle) : echec(refuser('session/carte-alteree'))
}

const USAGE = 'guichet-ins/carte/1'

async function cleDeCarte(
  { identifiant }: Proprietaire,
  carte: CarteQuiSigne,
  sel: Uint8Array,
): Promise<Result<Uint8Array, Refus>> {
  const texte = createHash('sha256')
    .update(JSON.stringify([USAGE, identifiant]))
    .update(sel)
    .digest()
  const signature = await carte.signer(texte)
  if (!signature.ok) return signature
  const derivee = new Uint8Array(hkdfSync('sha256', signature.value, sel, USAGE, 32))
  signature.value.fill(0)
  return succes(derivee)
}
