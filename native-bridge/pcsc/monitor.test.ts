import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import type { EtatCartes } from '#domain/cartes/etat-cartes.ts'
import { recognise } from '../cards/recognise.ts'
import { SCARD } from './scard-codes.ts'
import { scriptedDriver, type OptionsScript, type ScriptedDriver } from './scripted-driver.ts'
import { openStation, type CardStation } from './station.ts'

const VIDE = 0x10
const MUETTE = 0x220
const VITALE = '3B751300004709EA9000'
const present = (compteur: number, atr = VITALE) => ({ etat: ((compteur << 16) | 0x120) >>> 0, atr })
const vide = (compteur: number) => ({ etat: ((compteur << 16) | VIDE) >>> 0 })

let station: CardStation | null = null
afterEach(async () => {
  await station?.stop()
  station = null
})

function watched(options: OptionsScript & { presenceInitiale?: number }): {
  driver: ScriptedDriver
  vus: EtatCartes[]
  until: (n: number) => Promise<readonly EtatCartes[]>
} {
  const driver = scriptedDriver(options)
  const vus: EtatCartes[] = []
  station = openStation({
    driver,
    recognise,
    ...(options.presenceInitiale !== undefined && { presenceInitiale: options.presenceInitiale }),
  })
  station.watch((etat) => vus.push(etat))
  const until = async (n: number): Promise<readonly EtatCartes[]> => {
    for (let tour = 0; tour < 600 && vus.length < n; tour += 1) await sleep(10)
    return vus
  }
  return { driver, vus, until }
}

const lecteur = (carte: 'vitale2' | 'cps3' | null, presence: number, muette = false) => ({
  lecteurs: [{ nom: 'Vitale', carte, muette, presence }],
  refus: null,
})

describe('la station dit ce que tient chaque lecteur', () => {
  it('insertion, retrait, nouvelle insertion : chaque insertion a son numéro', async () => {
    const { driver, until } = watched({ lecteurs: { Vitale: vide(0) } })
    await until(1)
    driver.plug({ Vitale: present(1) })
    await until(2)
    driver.plug({ Vitale: vide(2) })
    await until(3)
    driver.plug({ Vitale: present(3) })
    expect(await until(4)).toEqual([
      lecteur(null, 0),
      lecteur('vitale2', 1),
      lecteur(null, 1),
      lecteur('vitale2', 2),
    ])
  })

  it('carte échangée contre une carte semblable entre deux regards : le numéro change', async () => {
    const { driver, until } = watched({ lecteurs: { Vitale: present(1) } })
    await until(1)
    driver.plug({ Vitale: present(3) })
    expect(await until(2)).toEqual([lecteur('vitale2', 1), lecteur('vitale2', 2)])
  })

  it('carte seulement utilisée par un autre logiciel : rien ne change', async () => {
    const { driver, vus, until } = watched({ lecteurs: { Vitale: present(1) } })
    await until(1)
    driver.plug({ Vitale: { ...present(1), etat: present(1).etat } })
    await sleep(50)
    expect(vus).toEqual([lecteur('vitale2', 1)])
  })

  it('carte muette : dite muette, sans genre', async () => {
    const { until } = watched({ lecteurs: { Vitale: { etat: MUETTE } } })
    expect(await until(1)).toEqual([lecteur(null, 1, true)])
  })

  it('les numéros repartent au-dessus de ceux d’un module précédent', async () => {
    const { until } = watched({ lecteurs: { Vitale: present(1) }, presenceInitiale: 41 })
    expect(await until(1)).toEqual([lecteur('vitale2', 42)])
  })

  it('lecteur branché puis débranché', async () => {
    const { driver, until } = watched({})
    await until(1)
    driver.plug({ Vitale: vide(0) })
    await until(2)
    driver.plug({})
    expect(await until(3)).toEqual([
      { lecteurs: [], refus: 'cartes/aucun-lecteur' },
      lecteur(null, 0),
      { lecteurs: [], refus: 'cartes/aucun-lecteur' },
    ])
  })

  it('un écouteur retiré n’entend plus rien ; un nouveau reçoit aussitôt l’état connu', async () => {
    const { driver, until } = watched({ lecteurs: { Vitale: vide(0) } })
    await until(1)
    const entendus: EtatCartes[] = []
    const stop = station?.watch((etat) => entendus.push(etat))
    stop?.()
    driver.plug({ Vitale: present(1) })
    await until(2)
    expect(entendus).toEqual([lecteur(null, 0)])
  })
})

describe('la station revient d’elle-même', () => {
  it.each([
    ['linux', 'cartes/service-arrete'],
    ['win32', 'cartes/aucun-lecteur'],
  ] as const)('service absent puis présent (%s)', async (systeme, refus) => {
    const { driver, until } = watched({ systeme, lecteurs: { Vitale: vide(0) } })
    driver.break('establish', SCARD.NO_SERVICE)
    await until(1)
    driver.break('statusChange', SCARD.NO_SERVICE)
    await until(2)
    driver.break('establish', null)
    driver.break('statusChange', null)
    const vus = await until(3)
    expect(vus.at(-1)).toEqual(lecteur(null, 0))
    expect(vus.slice(0, -1).at(-1)).toEqual({ lecteurs: [], refus })
  })

  it.each([0x8010001d, 0x8010001e, 0x80100013, 0x80100003])(
    'contexte perdu (%i) : un contexte neuf, et la carte restée là porte un nouveau numéro',
    async (code) => {
      const { driver, until } = watched({ lecteurs: { Vitale: present(1) } })
      await until(1)
      driver.fail('statusChange', code)
      driver.plug({ Vitale: present(1) })
      await until(3)
      const contextes = driver.appels.filter((appel) => appel === 'establish')
      expect(contextes).toHaveLength(2)
      expect((await until(3)).at(-1)).toEqual(lecteur('vitale2', 2))
      expect(driver.ouverts()).toBe(1)
    },
  )

  it('lecteur débranché entre la liste et l’attente : le contexte est gardé', async () => {
    const { driver, until } = watched({ lecteurs: { Vitale: vide(0) } })
    await until(1)
    driver.fail('statusChange', SCARD.UNKNOWN_READER)
    driver.plug({})
    await until(2)
    expect(driver.appels.filter((appel) => appel === 'establish')).toHaveLength(1)
  })

  it.each([{ Vitale: vide(0) }, { Vitale: { etat: 0 } }, {}])(
    'un pilote qui n’attend jamais n’occupe pas le processeur (%j)',
    async (lecteurs) => {
      const { driver } = watched({ impatient: true, lecteurs })
      await sleep(1000)
      expect(driver.appels.filter((appel) => appel === 'statusChange').length).toBeLessThan(8)
    },
  )

  it('l’arrêt rend le contexte sans attendre la fin du délai', async () => {
    const { driver, until } = watched({ lecteurs: { Vitale: vide(0) } })
    await until(1)
    const depart = performance.now()
    await station?.stop()
    expect(performance.now() - depart).toBeLessThan(300)
    expect(driver.ouverts()).toBe(0)
  })
})
