import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import type { Compte, CompteScelle } from './compte.ts'

/** What proves rights: drawn from the key of the store, which cannot be found back from it. */
export type CleDroits = Uint8Array

export const cleDroitsDe = (cle: Uint8Array): CleDroits =>
  new Uint8Array(hkdfSync('sha256', cle, '', 'guichet-ins/droits/1', 32))

/** Proves who was given which rights; a proof already there is kept, right or wrong. */
export const scellerDroits = (compte: Compte, cle: CleDroits): CompteScelle => ({
  ...compte,
  sceau: compte.sceau ?? sceauDe(compte, cle),
})

/** Proves anew rights that were changed, on an account known to be intact. */
export const rescellerDroits = (compte: Compte, cle: CleDroits): CompteScelle => ({
  ...compte,
  sceau: sceauDe(compte, cle),
})

/** Tells whether rights are those that were given; an account of the first format was given none beyond its own. */
export const droitsIntacts = (compte: Compte, cle: CleDroits): boolean =>
  compte.sceau === null || timingSafeEqual(compte.sceau, sceauDe(compte, cle))

/** What the formats before did not know is proved only once it says something, so that their proofs still hold. */
function sceauDe(compte: Omit<Compte, 'sceau'>, cle: CleDroits): Uint8Array {
  const { identifiant, nom, role, formations, ferme, motDePasseAChanger, formePar } = compte
  const suite = { ferme, motDePasseAChanger, formePar: enListe(formePar) }
  const dit = ferme || motDePasseAChanger || suite.formePar.length > 0
  const droits = [identifiant, nom, role, formations && enListe(formations), ...(dit ? [suite] : [])]
  return createHmac('sha256', cle)
    .update(JSON.stringify([...droits, ...moyensDe(compte)]))
    .digest()
}

/** A card put back after it was detached, or a code made usable again, shows. */
function moyensDe({ cartes, secondFacteur }: Pick<Compte, 'cartes' | 'secondFacteur'>): readonly object[] {
  if (cartes.length === 0 && secondFacteur === null) return []
  const hex = (octets: Uint8Array): string => Buffer.from(octets).toString('hex')
  const telephone = secondFacteur && [hex(secondFacteur.secret.chiffre), secondFacteur.dernierPas]
  return [{ cartes: cartes.map(({ empreinte }) => hex(empreinte)), telephone }]
}

const enListe = (champs: Readonly<Record<string, string>>): readonly (readonly [string, string])[] =>
  Object.entries(champs).toSorted(([un], [autre]) => (un < autre ? -1 : 1))
