import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { createAutoriteCpx } from '#simulators/cards/cpx/certificats-cpx.ts'
import { createToken, prepareSoftHsm, SOFTHSM } from '#simulators/cards/cpx/jeton-softhsm.ts'
import { CARTES_CPX } from '#simulators/cards/cpx/porteurs.ts'
import { openCryptoki } from '../../pkcs11/koffi-cryptoki.ts'
import { openToken } from './token.ts'
import { tokenSuite } from './token-suite.ts'

// In a file of its own: a process holds one SoftHSM, and the double holds one already.
const dossier = await mkdtemp(join(tmpdir(), 'softhsm-'))
afterAll(() => rm(dossier, { recursive: true }))

const CPS = CARTES_CPX['cps']
if (!CPS) throw new Error('cps')
const configuration = await prepareSoftHsm(dossier)
await createToken(configuration, 'cps', await (await createAutoriteCpx(new Date())).issue(CPS))
process.env['SOFTHSM2_CONF'] = configuration
const ouverte = openCryptoki(SOFTHSM)
if (!ouverte.ok) throw new Error(ouverte.error.code)
const deSoftHsm = ouverte.value
await deSoftHsm.initialize()
tokenSuite('SoftHSM, dont le code ne se bloque pas et dont le jeton reste', {
  cryptoki: () => deSoftHsm,
  // A right PIN gives its tries back.
  async reset() {
    const jeton = await openToken(deSoftHsm)
    if (!jeton.ok) return
    await jeton.value.login({ code: Buffer.from('1234'), dernierEssai: false })
    await jeton.value.close()
  },
  remove: null,
  locks: false,
})
