import { createContext, use, useSyncExternalStore } from 'react'
import type { Store } from './create-store.ts'
import type { DeskActs } from './desk-acts.ts'
import { INITIAL_STATE, type DeskState } from './desk-state.ts'
import type { Drafts } from './drafts.ts'

/** What every part of the screen works with. */
export interface Desk {
  readonly store: Store<DeskState>
  readonly acts: DeskActs
  readonly drafts: Drafts
  readonly now: () => Date
}

export const DeskContext = createContext<Desk | null>(null)

export function useDesk(): Desk {
  const desk = use(DeskContext)
  if (desk === null) throw new Error('no desk around this component')
  return desk
}

/** Follows one part of the state; the component renders again only when that part changes. */
export function useDeskState<T>(select: (state: DeskState) => T): T {
  const { store } = useDesk()
  return useSyncExternalStore(
    store.subscribe,
    () => select(store.read()),
    () => select(INITIAL_STATE),
  )
}
