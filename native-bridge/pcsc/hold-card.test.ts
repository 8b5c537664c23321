import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { echec, succes } from '#domain/result.ts'
import type { CardChannel } from '../apdu/card-command.ts'
import { holdCard } from './hold-card.ts'
import { createReaderQueue } from './reader-queue.ts'
import { SCARD } from './scard-codes.ts'
import { scriptedDriver, type ScriptedDriver } from './scripted-driver.ts'

const COMMANDE = Uint8Array.of(0x00, 0xa4)
const twoCommands = async (card: CardChannel) => {
  const premier = await card.transmit(COMMANDE)
  return premier.ok ? card.transmit(COMMANDE) : premier
}

const hold = <T>(
  driver: ScriptedDriver,
  work: (card: CardChannel) => ReturnType<typeof twoCommands> | Promise<T>,
  options: { delaiMs?: number; signal?: AbortSignal; queue?: ReturnType<typeof createReaderQueue> } = {},
) =>
  holdCard({
    driver,
    reader: 'Lecteur',
    work: work as typeof twoCommands,
    queue: options.queue ?? createReaderQueue(),
    delaiMs: options.delaiMs ?? 5000,
    ...(options.signal && { signal: options.signal }),
  })

const FAIT = { ok: true, value: Uint8Array.of(0x90, 0x00) }
const refus = (code: string) => ({ ok: false, error: { code, champ: 'Lecteur' } })

describe('une lecture tient la carte dans une seule transaction', () => {
  it('connecte, verrouille, échange, libère, dans cet ordre, et laisse la carte en l’état', async () => {
    const driver = scriptedDriver()
    expect(await hold(driver, twoCommands)).toEqual(FAIT)
    expect(driver.appels).toEqual([
      'establish',
      'connect',
      'begin',
      'transmit',
      'transmit',
      'end',
      'disconnect',
      'release',
    ])
  })

  it('les lectures d’un même lecteur ne se mêlent pas', async () => {
    const driver = scriptedDriver({ apdu: () => sleep(5, FAIT.value) })
    const queue = createReaderQueue()
    await Promise.all([hold(driver, twoCommands, { queue }), hold(driver, twoCommands, { queue })])
    const une = ['establish', 'connect', 'begin', 'transmit', 'transmit', 'end', 'disconnect', 'release']
    expect(driver.appels).toEqual([...une, ...une])
  })

  it('une commande manquée fait échouer toute la lecture, même si le travail l’ignore', async () => {
    const driver = scriptedDriver()
    driver.fail('transmit', 0x80100016)
    const lu = await hold(driver, async (card) => {
      await card.transmit(COMMANDE)
      return succes(Uint8Array.of(1))
    })
    expect(lu).toEqual(refus('cartes/retiree'))
  })

  it('une réponse vide donnée pour bonne est une carte retirée', async () => {
    const driver = scriptedDriver({ apdu: () => new Uint8Array() })
    expect(await hold(driver, twoCommands)).toEqual(refus('cartes/retiree'))
  })

  it('après un échec, la carte ne reçoit plus rien', async () => {
    const driver = scriptedDriver()
    driver.fail('transmit', 0x80100069)
    await hold(driver, async (card) => {
      await card.transmit(COMMANDE)
      return card.transmit(COMMANDE)
    })
    expect(driver.appels.filter((appel) => appel === 'transmit')).toEqual(['transmit'])
  })

  it('le refus du travail lui-même passe tel quel', async () => {
    const lu = await hold(scriptedDriver(), () => Promise.resolve(echec({ code: 'cartes/non-reconnue' })))
    expect(lu).toEqual({ ok: false, error: { code: 'cartes/non-reconnue' } })
  })
})

describe('une autre application tient ou réinitialise la carte', () => {
  it('carte prise un instant : trois nouveaux essais espacés', async () => {
    const driver = scriptedDriver()
    driver.fail('connect', SCARD.SHARING_VIOLATION, SCARD.SHARING_VIOLATION, SCARD.SHARING_VIOLATION)
    const depart = performance.now()
    expect(await hold(driver, twoCommands)).toEqual(FAIT)
    expect(performance.now() - depart).toBeGreaterThan(880)
  })

  it('carte gardée par l’autre : refus après trois nouveaux essais', async () => {
    const driver = scriptedDriver()
    driver.break('connect', SCARD.SHARING_VIOLATION)
    expect(await hold(driver, twoCommands)).toEqual(refus('cartes/occupee'))
    expect(driver.appels.filter((appel) => appel === 'connect')).toHaveLength(4)
    expect(driver.ouverts()).toBe(0)
  })

  it.each([
    ['au verrouillage', 'begin', [SCARD.RESET_CARD], 2],
    ['à la seconde commande', 'transmit', [0, SCARD.RESET_CARD], 4],
  ] as const)(
    'réinitialisée %s : la lecture est refaite en entier, une fois',
    async (_q, operation, codes, n) => {
      const driver = scriptedDriver()
      driver.fail(operation, ...codes)
      expect(await hold(driver, twoCommands)).toEqual(FAIT)
      expect(driver.appels.filter((appel) => appel === 'transmit')).toHaveLength(n)
      expect(driver.appels.filter((appel) => appel === 'reconnect')).toHaveLength(1)
      expect(driver.ouverts()).toBe(0)
    },
  )

  it('réinitialisée deux fois : refus', async () => {
    const driver = scriptedDriver()
    driver.fail('transmit', SCARD.RESET_CARD, SCARD.RESET_CARD)
    expect(await hold(driver, twoCommands)).toEqual(refus('cartes/reinitialisee'))
    expect(driver.ouverts()).toBe(0)
  })
})

describe('aucune attente sans fin', () => {
  it('carte qui ne répond plus : refus de délai, et la lecture suivante attend la fin de la première', async () => {
    const lente = Promise.withResolvers<Uint8Array>()
    const driver = scriptedDriver({ apdu: () => lente.promise })
    const queue = createReaderQueue()
    expect(await hold(driver, twoCommands, { delaiMs: 40, queue })).toEqual(refus('cartes/delai'))
    expect(await hold(driver, twoCommands, { delaiMs: 40, queue })).toEqual(refus('cartes/delai'))
    expect(driver.ouverts()).toBe(1)
    lente.resolve(FAIT.value)
    expect(await hold(driver, twoCommands, { queue })).toEqual(FAIT)
    expect(driver.ouverts()).toBe(0)
  })

  it('verrou gardé par une autre application : refus « utilisée », et le contexte est rendu', async () => {
    const driver = scriptedDriver()
    const verrou = Promise.withResolvers<void>()
    const lent: ScriptedDriver = { ...driver, begin: () => verrou.promise.then(() => succes(undefined)) }
    expect(await hold(lent, twoCommands, { delaiMs: 40 })).toEqual(refus('cartes/occupee'))
    expect(driver.ouverts()).toBe(0)
    verrou.resolve()
    await sleep(10)
    expect(driver.ouverts()).toBe(0)
  })

  it('annulée par l’agent : refus d’annulation, plus rien n’est envoyé à la carte', async () => {
    const controle = new AbortController()
    const driver = scriptedDriver({ apdu: () => sleep(30, FAIT.value) })
    const lecture = hold(driver, twoCommands, { signal: controller(controle, 10) })
    expect(await lecture).toEqual(refus('cartes/annulee'))
    await sleep(60)
    expect(driver.appels.filter((appel) => appel === 'transmit')).toHaveLength(1)
    expect(driver.ouverts()).toBe(0)
  })

  it('déjà annulée : la carte n’est pas touchée', async () => {
    const driver = scriptedDriver()
    expect(await hold(driver, twoCommands, { signal: AbortSignal.abort() })).toEqual(refus('cartes/annulee'))
    expect(driver.appels).toEqual([])
  })
})

function controller(controle: AbortController, apresMs: number): AbortSignal {
  setTimeout(() => controle.abort(), apresMs)
  return controle.signal
}
