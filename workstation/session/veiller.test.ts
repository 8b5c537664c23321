import { setTimeout as attendre } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { creerSignal } from '../etat/signal.ts'
import type { CauseFermeture } from '#services/journal/acte-journal.ts'
import type { Agent } from './session.ts'
import { veiller, type Veille } from './veiller.ts'

const DEMO: Agent = { identifiant: 'demo', nom: 'Agent de démonstration', role: 'agent', droits: [] }
const QUART_D_HEURE = 15 * 60_000

let instant: number
let causes: CauseFermeture[]
let agent: ReturnType<typeof creerSignal<Agent | null>>
let veille: Veille
beforeEach(() => {
  instant = Date.parse('2026-11-22T09:00:00Z')
  causes = []
  agent = creerSignal<Agent | null>(DEMO)
  veille = veiller(
    {
      agent,
      fermer: async (cause) => {
        causes.push(cause)
        agent.poser(null)
      },
    },
    { now: () => new Date(instant), delaiMs: QUART_D_HEURE, periodeMs: 1 },
  )
})
afterEach(() => veille.arreter())

/** Moves the clock, then lets the watch look at it. */
async function passer(ms: number): Promise<void> {
  instant += ms
  await attendre(20)
}

describe('agent parti sans fermer sa session', () => {
  it('un quart d’heure sans geste ferme la session, une fois', async () => {
    await passer(QUART_D_HEURE - 1000)
    expect(causes).toEqual([])
    await passer(1000)
    await passer(QUART_D_HEURE)
    expect(causes).toEqual(['inactivite'])
  })

  it('chaque geste redonne un quart d’heure', async () => {
    await passer(QUART_D_HEURE - 1000)
    veille.toucher()
    await passer(QUART_D_HEURE - 1000)
    expect(causes).toEqual([])
  })

  it('le temps passé sans personne ne compte pas pour qui se connecte ensuite', async () => {
    agent.poser(null)
    await passer(QUART_D_HEURE * 3)
    agent.poser(DEMO)
    await passer(QUART_D_HEURE - 1000)
    expect(causes).toEqual([])
  })

  it('une horloge reculée ne prolonge pas la session d’autant', async () => {
    await passer(-3 * 3_600_000)
    await passer(QUART_D_HEURE)
    expect(causes).toEqual(['inactivite'])
  })

  it('arrêtée, elle ne ferme plus rien', async () => {
    veille.arreter()
    await passer(QUART_D_HEURE * 2)
    expect(causes).toEqual([])
  })
})
