import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import type { Agent, Compte, CompteScelle } from './compte.ts'

/** Proves who was given which rights, for whoever holds the key of the store; a proof already there is kept. */
export const scellerDroits = (compte: Compte, cle: Uint8Array): CompteScelle => ({
  ...compte,
  sceau: compte.sceau ?? sceauDe(compte, cle),
})

/** Tells whether rights are those that were given; an account of the first format was given none beyond its own. */
export const droitsIntacts = (compte: Compte, cle: Uint8Array): boolean =>
  compte.sceau === null || timingSafeEqual(compte.sceau, sceauDe(compte, cle))

function sceauDe({ identifiant, nom, role, formations }: Agent, cle: Uint8Array): Uint8Array {
  const usage = new Uint8Array(hkdfSync('sha256', cle, '', 'guichet-ins/droits/1', 32))
  const dates = formations && Object.entries(formations).toSorted(([un], [autre]) => (un < autre ? -1 : 1))
  return createHmac('sha256', usage)
    .update(JSON.stringify([identifiant, nom, role, dates]))
    .digest()
}
