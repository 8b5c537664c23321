import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { prepareCryptolib } from '#simulators/cards/cpx/cryptolib-simulee.ts'
import { openCryptoki } from '../../pkcs11/koffi-cryptoki.ts'
import { openToken } from './token.ts'
import { tokenSuite } from './token-suite.ts'

const dossier = await mkdtemp(join(tmpdir(), 'cpx-'))
const double = await prepareCryptolib(join(dossier, 'double'), ['cps'], new Date())
if (!double.ok) throw new Error(double.error)
afterAll(() => rm(dossier, { recursive: true }))

const ouverte = openCryptoki(double.value.bibliotheque)
if (!ouverte.ok) throw new Error(ouverte.error.code)
const duDouble = ouverte.value
await duDouble.initialize()
tokenSuite('double de la Cryptolib, qui bloque son code et perd sa carte', {
  cryptoki: () => duDouble,
  async reset() {
    await double.value.setTries('cps', 3)
    await double.value.insert('cps')
  },
  remove: () => double.value.remove(),
  locks: true,
})

describe('ce que la Cryptolib fait de plus que signer', () => {
  it('ne retient pas le battement du module : seul son appel attend', async () => {
    await double.value.setTries('cps', 3)
    await double.value.insert('cps')
    await double.value.fail({ lenteMs: 300 })
    const battements: number[] = []
    const minuterie = setInterval(() => battements.push(performance.now()), 20)
    const depart = performance.now()
    expect((await duDouble.slots()).ok).toBe(true)
    clearInterval(minuterie)
    await double.value.fail({})
    expect(performance.now() - depart).toBeGreaterThan(290)
    expect(battements.length).toBeGreaterThan(5)
  })

  it.each([
    [{ etrangere: true }, 'cpx/non-reconnue'],
    [{ codes: { C_OpenSession: 48 } }, 'cpx/retiree'],
    [{ codes: { C_GetSlotList: 224 } }, 'cpx/retiree'],
    [{ codes: { C_FindObjectsInit: 179 } }, 'cpx/retiree'],
    [{ codes: { C_GetAttributeValue: 5 } }, 'cpx/anomalie'],
  ])('%j : %s', async (pannes, code) => {
    await double.value.insert('cps')
    await double.value.fail(pannes)
    expect(await openToken(duDouble)).toEqual({ ok: false, error: { code } })
    await double.value.fail({})
  })

  it('service arrêté puis revenu : plus aucune carte avant C_Finalize et C_Initialize', async () => {
    await double.value.insert('cps')
    await double.value.stopService()
    expect(await duDouble.slots()).toEqual({ ok: true, value: [] })
    await double.value.startService()
    expect(await duDouble.slots()).toEqual({ ok: true, value: [] })
    await duDouble.finalize()
    await duDouble.initialize()
    expect((await openToken(duDouble)).ok).toBe(true)
  })
})
