import type { Admission } from '#domain/admission/admission.ts'
import type { Effet } from '#domain/admission/evenement.ts'
import type { PortsGuichet } from './ports-guichet.ts'

/** Journals, then erases: what an act must leave on the disk before the admission itself. */
export async function precederEcriture(
  { journaliser, copies }: Pick<PortsGuichet, 'journaliser' | 'copies'>,
  admission: Admission,
  effets: readonly Effet[],
): Promise<void> {
  for (const effet of effets) if (effet.type === 'journaliser') await journaliser(admission, effet.acte)
  for (const effet of effets) if (effet.type === 'effacer-copies') await copies.effacer(effet.copies)
}
