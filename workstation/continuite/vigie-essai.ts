import type { ActeJournal } from '#services/journal/acte-journal.ts'
import type { ReglagesAppels } from './registre.ts'
import { APPELS_PAR_DEFAUT, creerVigie, type Vigie } from './vigie.ts'

interface Essai {
  readonly reglages?: Partial<ReglagesAppels>
  /** Told what is journalled. */
  readonly noter?: (acte: ActeJournal) => unknown
}

/** The lookout of a workstation whose clock a test holds. */
export const vigieEssai = (
  instant: () => number,
  { reglages = {}, noter = () => undefined }: Essai = {},
): Vigie => creerVigie({ reglages: { ...APPELS_PAR_DEFAUT, ...reglages }, instant, journaliser: noter })
