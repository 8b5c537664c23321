import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startSimulateurCartes } from '#simulators/cards/simulateur-cartes.ts'
import { readVitale } from '../cards/vitale/read-vitale.ts'
import { recognise } from '../cards/recognise.ts'
import { openPcscDriver } from './koffi-driver.ts'
import type { Contexte, Liaison, PcscDriver } from './pcsc-driver.ts'
import { openStation, type CardStation } from './station.ts'

const VITALE = 'Lecteur Vitale 00 00'
const dossier = await mkdtemp(join(tmpdir(), 'lecteurs-'))
const demarre = await startSimulateurCartes(dossier)
const raison = demarre.ok ? '' : ` (ignoré : ${demarre.error})`

describe.skipIf(!demarre.ok)(`deux programmes sur un vrai lecteur${raison}`, () => {
  const order = async (ligne: string) => {
    if (!demarre.ok) throw new Error(demarre.error)
    await demarre.value.order(ligne)
  }
  let station: CardStation
  let autre: Voisin

  beforeEach(async () => {
    station = openStation({ driver: openDriver(), recognise })
    await order('inserer B')
    await inserted(station)
    autre = await openVoisin()
  })
  afterEach(async () => {
    await autre.close()
    await station.stop()
    await order('retirer')
    await sleep(450)
  })
  afterAll(async () => {
    if (demarre.ok) await demarre.value.stop()
    await rm(dossier, { recursive: true })
  })

  it('un voisin qui change de fichier sans cesse ne mêle jamais ses réponses aux nôtres', async () => {
    const arret = new AbortController()
    const agitation = autre.disturb(arret.signal)
    const lectures = []
    for (let tour = 0; tour < 40; tour += 1) {
      lectures.push(await station.withCard(VITALE, readVitale))
      await sleep(20)
    }
    arret.abort()
    const derangements = await agitation
    expect(derangements).toBeGreaterThan(5)
    const [premiere] = lectures
    expect(premiere).toMatchObject({ ok: true, value: { beneficiaires: { length: 4 } } })
    expect(lectures).toEqual(lectures.map(() => premiere))
  })

  it('un voisin qui garde la carte en transaction : refus « utilisée » au bout du délai, puis tout repart', async () => {
    const presse = openStation({ driver: openDriver(), recognise, delaiMs: 700 })
    await autre.lock()
    expect(await presse.withCard(VITALE, readVitale)).toEqual({
      ok: false,
      error: { code: 'cartes/occupee', champ: VITALE },
    })
    await autre.unlock()
    expect((await presse.withCard(VITALE, readVitale)).ok).toBe(true)
    await presse.stop()
  })

  it('un voisin qui lâche la carte à temps : la lecture attend et réussit', async () => {
    await autre.lock()
    const lecture = station.withCard(VITALE, readVitale)
    await sleep(300)
    await autre.unlock()
    expect((await lecture).ok).toBe(true)
  })

  it('notre lecture laisse la carte en l’état : la liaison du voisin reste valable', async () => {
    expect(await autre.select()).toBe('9000')
    expect((await station.withCard(VITALE, readVitale)).ok).toBe(true)
    expect((await autre.driver.begin(autre.liaison)).ok).toBe(true)
    await autre.unlock()
  })

  it('lecteur inconnu : refus', async () => {
    expect(await station.withCard('Lecteur absent', readVitale)).toMatchObject({
      ok: false,
      error: { code: 'cartes/lecteur-debranche' },
    })
  })

  it('mille lectures ne retiennent ni contexte ni mémoire', async () => {
    for (let tour = 0; tour < 100; tour += 1) await station.withCard(VITALE, readVitale)
    const avant = process.memoryUsage().rss
    for (let tour = 0; tour < 1000; tour += 1) {
      expect((await station.withCard(VITALE, readVitale)).ok).toBe(true)
    }
    expect((process.memoryUsage().rss - avant) / 1e6).toBeLessThan(60)
  })
})

function openDriver(): PcscDriver {
  const driver = openPcscDriver()
  if (!driver.ok) throw new Error(driver.error.code)
  return driver.value
}

const inserted = (station: CardStation): Promise<void> =>
  new Promise((resolve) => {
    const stop = station.watch((etat) => {
      if (etat.lecteurs[0]?.carte !== 'vitale2') return
      resolve()
      setImmediate(() => stop())
    })
  })

/** Another program, as CCM or CPS Gestion would be, connected shared to the same card. */
interface Voisin {
  readonly driver: PcscDriver
  readonly liaison: Liaison
  lock(): Promise<void>
  unlock(): Promise<void>
  select(): Promise<string>
  /** Selects its own application without any transaction until the signal; how many times it did. */
  disturb(signal: AbortSignal): Promise<number>
  close(): Promise<void>
}

async function openVoisin(): Promise<Voisin> {
  const driver = openDriver()
  const contexte = value<Contexte>(await driver.establish())
  const liaison = value<Liaison>(await driver.connect(contexte, VITALE))
  const selectMf = Buffer.from('00A404000ED2500000024D465F564954414C45', 'hex')
  const select = async (): Promise<string> => {
    const reponse = await driver.transmit(liaison, selectMf)
    if (!reponse.ok) return reponse.error.toString(16)
    const longueur = reponse.value.at(-1) ?? 0
    const suite = value(await driver.transmit(liaison, Uint8Array.of(0, 0xc0, 0, 0, longueur)))
    return Buffer.from(suite.subarray(-2)).toString('hex')
  }
  return {
    driver,
    liaison,
    select,
    lock: async () => value(await driver.begin(liaison)),
    unlock: async () => value(await driver.end(liaison)),
    async disturb(signal) {
      let fois = 0
      while (!signal.aborted) {
        await driver.transmit(liaison, selectMf)
        fois += 1
      }
      return fois
    },
    async close() {
      await driver.disconnect(liaison)
      await driver.release(contexte)
    },
  }
}

function value<T>(resultat: { ok: true; value: T } | { ok: false; error: number }): T {
  if (!resultat.ok) throw new Error(resultat.error.toString(16))
  return resultat.value
}
