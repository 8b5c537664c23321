import type { Poste } from '../poste.ts'
import type { Store } from './create-store.ts'
import type { DeskState } from './desk-state.ts'
import {
  receiveAdmission,
  receiveAgent,
  receiveAntecedents,
  receiveCartes,
  receiveConnexion,
} from './receive.ts'
import { share } from './share.ts'

/** Follows the link and every signal of the workstation into the store; returns what stops it. */
export function followPoste(poste: Poste, store: Store<DeskState>): () => void {
  const showLink = (): void => store.update((state) => ({ ...state, liaison: poste.liaison.etat() }))
  showLink()
  const stops = [
    poste.liaison.suivre(showLink),
    poste.suivre({
      open: (signal) => poste.client.poste.suivre(undefined, { signal }),
      receive: (etat) => store.update((state) => ({ ...state, poste: share(state.poste, etat) })),
    }),
    poste.suivre({
      open: (signal) => poste.client.continuite.suivre(undefined, { signal }),
      receive: (vue) => store.update((state) => ({ ...state, continuite: share(state.continuite, vue) })),
    }),
    poste.suivre({
      open: (signal) => poste.client.session.suivre(undefined, { signal }),
      receive: (agent) => store.update((state) => receiveAgent(state, agent)),
    }),
    poste.suivre({
      open: (signal) => poste.client.session.suivreConnexion(undefined, { signal }),
      receive: (vue) => store.update((state) => receiveConnexion(state, vue)),
    }),
    followWhileSignedIn(poste, store),
  ]
  return () => stops.forEach((stop) => stop())
}

/** Cards and admissions belong to an agent: they are followed only while one is signed in. */
function followWhileSignedIn(poste: Poste, store: Store<DeskState>): () => void {
  let stops: readonly (() => void)[] = []
  let followed: string | null = null
  const adjust = (): void => {
    const identifiant = store.read().agent?.identifiant ?? null
    if (identifiant === followed) return
    followed = identifiant
    stops.forEach((stop) => stop())
    stops = identifiant === null ? [] : followSession(poste, store)
  }
  adjust()
  const stop = store.subscribe(adjust)
  return () => {
    stop()
    stops.forEach((stop) => stop())
  }
}

const followSession = ({ client, suivre }: Poste, store: Store<DeskState>): readonly (() => void)[] => [
  suivre({
    open: (signal) => client.admission.suivre(undefined, { signal }),
    receive: (vue) => store.update((state) => receiveAdmission(state, vue)),
  }),
  suivre({
    open: (signal) => client.patients.suivre(undefined, { signal }),
    receive: (vue) => store.update((state) => receiveAntecedents(state, vue)),
  }),
  suivre({
    open: (signal) => client.cartes.suivre(undefined, { signal }),
    receive: (vue) => store.update((state) => receiveCartes(state, vue)),
  }),
]
