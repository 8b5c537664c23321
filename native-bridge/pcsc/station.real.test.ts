import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startSimulateurCartes } from '#simulators/cards/simulateur-cartes.ts'
import { readVitale } from '../cards/vitale/read-vitale.ts'
import { recognise } from '../cards/recognise.ts'
import { openPcscDriver } from './koffi-driver.ts'
import type { PcscDriver } from './pcsc-driver.ts'
import { openRival, type Rival } from './rival.ts'
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
  let autre: Rival

  beforeEach(async () => {
    station = openStation({ driver: openDriver(), recognise })
    await order('inserer B')
    await inserted(station)
    autre = await openRival(VITALE)
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
    const agitation = disturb(autre, arret.signal)
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

  it('deux programmes, l’un d’eux un autre processus, lisent deux fichiers de la même carte sans jamais les mêler', async () => {
    const programme = `import { openRival } from '#native-bridge/pcsc/rival.ts'
      const rival = await openRival('${VITALE}')
      process.once('SIGTERM', () => process.exit(0))
      console.log('prêt')
      for (;;) await rival.transmit('${SELECT_MF}')`
    const voisin = spawn(process.execPath, ['--input-type=module', '--eval', programme], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    await once(voisin.stdout, 'data')
    const deux = openStation({ driver: openDriver(), recognise })
    const lire = async (une: CardStation) => {
      const lues = []
      for (let tour = 0; tour < 60; tour += 1) lues.push(await une.withCard(VITALE, readVitale))
      return lues
    }
    const [lues, autres] = await Promise.all([lire(station), lire(deux)])
    const melees = await withoutTransaction(200)
    voisin.kill('SIGTERM')
    await deux.stop()
    const [premiere] = lues
    expect(premiere).toMatchObject({ ok: true, value: { beneficiaires: { length: 4 } } })
    expect([...lues, ...autres]).toEqual([...lues, ...autres].map(() => premiere))
    // The same neighbour does mix the files of whoever reads without a transaction: the test has teeth.
    expect(melees).toBeGreaterThan(0)
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
    expect(await autre.transmit(SELECT_MF)).toMatch(/^61/)
    expect((await station.withCard(VITALE, readVitale)).ok).toBe(true)
    await autre.lock()
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

/** Selects a file and reads it, outside any transaction: how many times the answer was not that file. */
async function withoutTransaction(fois: number): Promise<number> {
  const rival = await openRival(VITALE)
  let melees = 0
  for (let tour = 0; tour < fois; tour += 1) {
    await rival.transmit('00A404000BD250000002564954414C45')
    await rival.transmit('00A40200022001')
    if (!(await rival.transmit('00B0000004')).startsWith('e0')) melees += 1
  }
  await rival.close()
  return melees
}

/** Selects another application, as CCM would. */
const SELECT_MF = '00A404000ED2500000024D465F564954414C45'

/** Selects it without any transaction until the signal; how many times it did. */
async function disturb(rival: Rival, signal: AbortSignal): Promise<number> {
  let fois = 0
  while (!signal.aborted) {
    await rival.transmit(SELECT_MF)
    fois += 1
  }
  return fois
}
