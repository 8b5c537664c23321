import { createRouterClient } from '@orpc/server'
import { afterEach, expect, vi } from 'vitest'
import { createDesk } from '#renderer/create-desk.ts'
import { follow } from '#renderer/transport/follow.ts'
import { createFakePoste, type FakePoste } from './fake-poste.ts'
import { SAISIE_SOLENE } from './people.ts'

/** A desk over the real rules, without a window, and nobody signed in. */
export interface WindowlessDesk {
  readonly desk: ReturnType<typeof createDesk>
  readonly poste: FakePoste
  readonly signIn: (identifiant: string) => Promise<void>
  /** Types the traits of Solène Kervadoc for the patient at the desk; gives the admission they are typed for. */
  readonly typeTraits: () => Promise<string>
}

const LIGNE = { etat: () => 'connecte' as const, suivre: () => () => undefined }

/** What it returns opens a desk, stopped once its test ends. */
export function useWindowlessDesks(): () => WindowlessDesk {
  const stops: (() => void)[] = []
  afterEach(() => stops.splice(0).forEach((stop) => stop()))
  return () => {
    const poste = createFakePoste()
    const client = createRouterClient(poste.router, { context: {} })
    const desk = createDesk(
      { client, liaison: LIGNE, suivre: (suivi) => follow(LIGNE, suivi), fermer: () => undefined },
      () => new Date('2026-11-22T08:00:00Z'),
    )
    stops.push(desk.stop)
    return {
      desk,
      poste,
      async signIn(identifiant) {
        await desk.acts.ouvrirSession(identifiant, 'secret')
        await vi.waitFor(() => expect(desk.store.read().agent?.identifiant).toBe(identifiant))
      },
      async typeTraits() {
        const admission = desk.store.read().admission?.id ?? ''
        for (const [trait, brut] of SAISIE_SOLENE) await desk.acts.saisirTrait({ admission, trait, brut })
        return admission
      },
    }
  }
}
