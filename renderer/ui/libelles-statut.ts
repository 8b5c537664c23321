import type { Statut } from '#domain/identite/statut.ts'

/** The four statuses as a screen writes them. Source: EXI SI 07. */
export const LIBELLES_STATUT: Readonly<Record<Statut, string>> = {
  provisoire: 'Identité provisoire',
  recuperee: 'Identité récupérée',
  validee: 'Identité validée',
  qualifiee: 'Identité qualifiée',
}
