import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { refuser } from '#domain/refus/refus.ts'
import { DefautStockage } from '#services/coffre/defaut-stockage.ts'
import { purgerChaqueJour } from './purger-copies.ts'

const HEURE = 3_600_000
let faits: string[]
let echues: readonly string[]
let panne: boolean

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-25T10:00:00') })
  faits = []
  echues = []
  panne = false
})
afterEach(() => void vi.useRealTimers())

const lancer = () =>
  purgerChaqueJour({
    magasin: {
      echues: (jour) => {
        faits.push(jour)
        return panne
          ? Promise.reject(new DefautStockage(refuser('coffre/ecriture')))
          : Promise.resolve(echues)
      },
      effacer: (ids) => {
        if (ids.length > 0) faits.push(`effacées ${ids.join(' ')}`)
        return Promise.resolve()
      },
    },
    noter: (admission, acte) => {
      faits.push(JSON.stringify({ admission, ...acte }))
      return Promise.resolve()
    },
    now: () => new Date(),
    periodeMs: HEURE,
  })

describe('DMN INS 46 : la purge des copies échues', () => {
  it('à l’ouverture : une ligne au journal, qui dit combien et rien d’autre, puis l’effacement', async () => {
    echues = ['a', 'b']
    await (
      await lancer()
    )()
    expect(faits).toEqual([
      '2026-11-25',
      '{"admission":null,"acte":"copies-purgees","pages":2}',
      'effacées a b',
    ])
  })

  it('rien à effacer : rien au journal ; puis une fois par jour, tant que la session dure', async () => {
    const cesser = await lancer()
    await vi.advanceTimersByTimeAsync(30 * HEURE)
    expect(faits).toEqual(['2026-11-25', '2026-11-26'])
    await cesser()
    await vi.advanceTimersByTimeAsync(48 * HEURE)
    expect(faits).toHaveLength(2)
  })

  it('un disque en panne ne ferme pas le guichet : la purge est refaite plus tard', async () => {
    panne = true
    const cesser = await lancer()
    panne = false
    await vi.advanceTimersByTimeAsync(HEURE)
    expect(faits).toEqual(['2026-11-25', '2026-11-25'])
    await cesser()
  })
})
