import { describe, expect, it } from 'vitest'
import { createAutoriteCpx, type PairesCpx } from '#simulators/cards/cpx/certificats-cpx.ts'
import { CARTES_CPX } from '#simulators/cards/cpx/porteurs.ts'
import { CKO } from '../../pkcs11/cryptoki.ts'
import { scriptedCryptoki, type ObjetScript } from '../../pkcs11/scripted-cryptoki.ts'
import { tokenSuite } from './token-suite.ts'
import { openToken } from './token.ts'

const SIGNATURE = Uint8Array.of(0x10)
const AUTHENTIFICATION = Uint8Array.of(0x20)

const autorite = await createAutoriteCpx(new Date())
const CPS = CARTES_CPX['cps']
if (!CPS) throw new Error('cps')
const paires = await autorite.issue(CPS)

const objets = ({ signature, authentification }: PairesCpx): readonly ObjetScript[] => [
  { classe: CKO.CERTIFICATE, id: AUTHENTIFICATION, der: authentification.certificat },
  { classe: CKO.CERTIFICATE, id: SIGNATURE, der: signature.certificat },
  { classe: CKO.PRIVATE_KEY, id: AUTHENTIFICATION, der: authentification.cle },
  { classe: CKO.PRIVATE_KEY, id: SIGNATURE, der: signature.cle },
]

let cryptoki = scriptedCryptoki()
tokenSuite('bibliothèque scriptée, qui compte les essais et perd sa carte', {
  cryptoki: () => cryptoki,
  reset() {
    cryptoki = scriptedCryptoki()
    cryptoki.insert(objets(paires))
    return Promise.resolve()
  },
  remove() {
    cryptoki.remove()
    return Promise.resolve()
  },
  locks: true,
})

const ouverte = (contenu: readonly ObjetScript[]) => {
  const ck = scriptedCryptoki()
  ck.insert(contenu)
  return ck
}

describe('CPx, ce qu’une bibliothèque peut répondre', () => {
  it.each([
    ['slots', 48, 'cpx/retiree'],
    ['tokenInfo', 225, 'cpx/non-reconnue'],
    ['openSession', 48, 'cpx/retiree'],
    ['find', 179, 'cpx/retiree'],
    ['attribute', 50, 'cpx/retiree'],
    ['openSession', 5, 'cpx/anomalie'],
  ] as const)('%s répond %i à l’ouverture : %s', async (operation, ckr, code) => {
    const ck = ouverte(objets(paires))
    ck.break(operation, ckr)
    expect(await openToken(ck)).toEqual({ ok: false, error: { code } })
  })

  it.each([
    ['aucun certificat', []],
    ['le seul certificat d’authentification', objets(paires).slice(0, 1)],
    ['un certificat illisible', [{ classe: CKO.CERTIFICATE, id: SIGNATURE, der: Uint8Array.of(0x30, 0) }]],
  ])('%s : contenu illisible, et les sessions sont refermées', async (_cas, contenu) => {
    const ck = ouverte(contenu)
    expect(await openToken(ck)).toEqual({ ok: false, error: { code: 'cpx/contenu-illisible' } })
    expect(ck.appels.at(-1)).toBe('closeSessions')
  })

  it('certificat d’une carte refaite avec une autre clé (cache de la Cryptolib) : la signature est refusée', async () => {
    const refaite = await autorite.issue(CPS)
    const ck = ouverte([...objets(paires).slice(0, 2), ...objets(refaite).slice(2)])
    const jeton = await openToken(ck)
    if (!jeton.ok) throw new Error(jeton.error.code)
    await jeton.value.login({ code: Buffer.from('1234'), dernierEssai: false })
    expect(await jeton.value.sign(new Uint8Array(32), 'signature')).toEqual({
      ok: false,
      error: { code: 'cpx/preuve-fausse' },
    })
  })

  it.each([
    ['login', 179, 'cpx/retiree'],
    ['login', 162, 'cpx/code-forme'],
    ['login', 163, 'cpx/code-perime'],
    ['tokenInfo', 224, 'cpx/retiree'],
    ['login', 0x8000_0001, 'cpx/mise-a-jour-interrompue'],
  ] as const)('%s répond %i au code : %s, et un seul code est présenté', async (operation, ckr, code) => {
    const ck = ouverte(objets(paires))
    const jeton = await openToken(ck)
    if (!jeton.ok) throw new Error(jeton.error.code)
    ck.break(operation, ckr)
    const avant = ck.appels.length
    expect(await jeton.value.login({ code: Buffer.from('1234'), dernierEssai: false })).toEqual({
      ok: false,
      error: { code },
    })
    expect(ck.appels.slice(avant).filter((appel) => appel === 'login').length).toBeLessThanOrEqual(1)
  })

  it('carte bloquée : aucun code n’est présenté', async () => {
    const ck = ouverte(objets(paires))
    ck.setTries(0)
    const jeton = await openToken(ck)
    if (!jeton.ok) throw new Error(jeton.error.code)
    await jeton.value.login({ code: Buffer.from('1234'), dernierEssai: true })
    expect(ck.codes).toEqual([])
  })
})
