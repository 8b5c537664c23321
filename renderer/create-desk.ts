import { createDeskActs } from './store/desk-acts.ts'
import { INITIAL_STATE } from './store/desk-state.ts'
import { createDrafts } from './store/drafts.ts'
import { createStore } from './store/create-store.ts'
import { followPoste } from './store/follow-poste.ts'
import type { Desk } from './store/use-desk.ts'
import type { Poste } from './poste.ts'

/** Puts together the state of the screen and the acts that change it; `stop` ends the following of the workstation. */
export function createDesk(poste: Poste, now: () => Date): Desk & { readonly stop: () => void } {
  const store = createStore(INITIAL_STATE)
  const drafts = createDrafts()
  const acts = createDeskActs(poste.client, store, drafts)
  return { store, drafts, acts, now, stop: followPoste(poste, store) }
}
