import { phraseDe, type CodeRefus } from '#domain/refus/refus.ts'
import type { DeskState, Zone } from './desk-state.ts'

/** Shows a refusal in the zone that caused it, and says it. */
export const refuse = (state: DeskState, zone: Zone, code: CodeRefus): DeskState => ({
  ...state,
  refus: { ...state.refus, [zone]: code },
  annonce: phraseDe({ code }),
})
