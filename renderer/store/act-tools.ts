import type { ClientPoste } from '../poste.ts'
import type { Attempt } from './attempt.ts'
import type { Store } from './create-store.ts'
import type { DeskState } from './desk-state.ts'
import type { Drafts } from './drafts.ts'

/** What the acts of the desk are made of. */
export interface ActTools {
  readonly client: ClientPoste
  readonly store: Store<DeskState>
  readonly drafts: Drafts
  readonly attempt: Attempt
}
