import { createDeskActs } from './store/desk-acts.ts'
import { INITIAL_STATE, type DeskState } from './store/desk-state.ts'
import { createDrafts, type Drafts } from './store/drafts.ts'
import { createStore, type Store } from './store/create-store.ts'
import { followPoste } from './store/follow-poste.ts'
import type { Desk } from './store/use-desk.ts'
import type { Poste } from './poste.ts'

/** Puts together the state of the screen and the acts that change it; `stop` ends the following of the workstation. */
export function createDesk(poste: Poste, now: () => Date): Desk & { readonly stop: () => void } {
  const store = createStore(INITIAL_STATE)
  const drafts = createDrafts()
  const acts = createDeskActs(poste.client, store, drafts)
  const stops = [keepForOwner(store, drafts), followPoste(poste, store)]
  return { store, drafts, acts, now, stop: () => stops.forEach((stop) => stop()) }
}

/** What an agent was typing when his session closed under him is given back to him alone. */
function keepForOwner(store: Store<DeskState>, drafts: Drafts): () => void {
  let owner: string | null = null
  return store.subscribe(() => {
    const agent = store.read().agent?.identifiant ?? owner
    if (agent === owner) return
    drafts.forget()
    owner = agent
  })
}
