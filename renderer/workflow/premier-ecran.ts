import type { Droit } from '#domain/droits/droit.ts'
import type { Ecran } from '../store/desk-state.ts'

/** Where a session begins: at the desk, or at the administration for whoever may do nothing else. */
export const premierEcran = (droits: readonly Droit[]): Ecran =>
  droits.length > 0 && droits.every((droit) => droit === 'administrer') ? 'administration' : 'guichet'
