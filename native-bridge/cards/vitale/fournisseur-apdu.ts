import type { FournisseurVitale } from './fournisseur.ts'
import { readVitale } from './read-vitale.ts'

/** Reads a Vitale 2 by its published file map: without a licence, and without what only a professional card opens. */
export const fournisseurApdu: FournisseurVitale = {
  // New ATRs appear: an unknown card is tried too, and SELECT decides.
  lisibles: ['vitale2', 'inconnue'],
  lecteur: () => Promise.resolve(null),
  lire: (station, { lecteur }, signal) => station.withCard(lecteur, readVitale, signal),
}
