import { createHash, createVerify, X509Certificate } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Cryptoki } from '../../pkcs11/cryptoki.ts'
import { openToken, type JetonCpx } from './token.ts'

/** One PKCS#11 library under test, its token holding the card `cps` with the PIN 1234. */
export interface BancJeton {
  readonly cryptoki: () => Cryptoki
  /** Sets the card as issued: inserted, every try left. */
  readonly reset: () => Promise<void>
  /** Pulls the card; null for a library that cannot lose it. */
  readonly remove: (() => Promise<void>) | null
  /** Three wrong PINs lock the card. */
  readonly locks: boolean
}

const code = (texte: string, dernierEssai = false) => ({ code: Buffer.from(texte), dernierEssai })
const refus = (attendu: string) => ({ ok: false, error: { code: attendu } })
const ACQUIS = { ok: true, value: undefined }

/** What any PKCS#11 library must do for the desk; `nom` says which one, and the titles what it can do. */
export function tokenSuite(nom: string, banc: BancJeton): void {
  const open = async (): Promise<JetonCpx> => {
    await banc.reset()
    const jeton = await openToken(banc.cryptoki())
    if (!jeton.ok) throw new Error(jeton.error.code)
    return jeton.value
  }

  describe(`CPx par PKCS#11 : ${nom}`, () => {
    signingTests(open)
    pinTests(open)
    if (banc.locks) lockingTests(open)
    if (banc.remove) removalTests(banc, open, banc.remove)
  })
}

function signingTests(open: () => Promise<JetonCpx>): void {
  it('le porteur et l’état du code se lisent sans code', async () => {
    const jeton = await open()
    expect(jeton.porteur).toMatchObject({
      idNat: '899900099017',
      nom: 'MORELIN',
      type: 'CPS',
      nominative: true,
    })
    expect(await jeton.pinState()).toEqual({ ok: true, value: 'disponible' })
    await jeton.close()
  })

  it('sans code présenté, rien ne se signe', async () => {
    const jeton = await open()
    expect(await jeton.sign(new Uint8Array(32), 'signature')).toEqual(refus('cpx/code-requis'))
    await jeton.close()
  })

  it.each(['signature', 'authentification'] as const)(
    'code accepté : la clé « %s » signe un condensat SHA-256, vérifié par son certificat',
    async (cle) => {
      const jeton = await open()
      expect(await jeton.login(code('1234'))).toEqual(ACQUIS)
      const message = Buffer.from('assertion')
      const signe = await jeton.sign(createHash('sha256').update(message).digest(), cle)
      const certificat = new X509Certificate(Buffer.from(jeton.certificats[cle] ?? '', 'base64'))
      const verifie =
        signe.ok && createVerify('sha256').update(message).verify(certificat.publicKey, signe.value)
      expect(verifie).toBe(true)
      await jeton.close()
    },
  )
}

function pinTests(open: () => Promise<JetonCpx>): void {
  it('code erroné : dit, puis l’état le rappelle avant toute autre saisie', async () => {
    const jeton = await open()
    expect(await jeton.login(code('4321'))).toEqual(refus('cpx/code-errone'))
    expect(await jeton.pinState()).toEqual({ ok: true, value: 'essai-manque' })
    expect(await jeton.login(code('1234'))).toEqual(ACQUIS)
    expect(await jeton.pinState()).toEqual({ ok: true, value: 'disponible' })
    await jeton.close()
  })

  it('un code erroné referme une carte ouverte', async () => {
    const jeton = await open()
    expect(await jeton.login(code('1234'))).toEqual(ACQUIS)
    expect(await jeton.login(code('4321'))).toEqual(refus('cpx/code-errone'))
    expect(await jeton.sign(new Uint8Array(32), 'signature')).toEqual(refus('cpx/code-requis'))
    await jeton.close()
  })

  it.each(['', '123', '12a4', '123456789'])(
    '« %s » n’est pas un code : rien n’est présenté à la carte',
    async (faux) => {
      const jeton = await open()
      expect(await jeton.login(code(faux))).toEqual(refus('cpx/code-forme'))
      expect(await jeton.pinState()).toEqual({ ok: true, value: 'disponible' })
      await jeton.close()
    },
  )

  it('carte refermée : il faut de nouveau son code', async () => {
    const jeton = await open()
    await jeton.login(code('1234'))
    await jeton.logout()
    expect(await jeton.sign(new Uint8Array(32), 'signature')).toEqual(refus('cpx/code-requis'))
    await jeton.close()
  })
}

function lockingTests(open: () => Promise<JetonCpx>): void {
  it('le dernier essai se confirme ; le troisième code erroné bloque, même le bon ensuite', async () => {
    const jeton = await open()
    expect(await jeton.login(code('0000'))).toEqual(refus('cpx/code-errone'))
    expect(await jeton.login(code('1111'))).toEqual(refus('cpx/code-errone-dernier'))
    expect(await jeton.pinState()).toEqual({ ok: true, value: 'dernier-essai' })
    expect(await jeton.login(code('1234'))).toEqual(refus('cpx/dernier-essai'))
    expect(await jeton.login(code('2222', true))).toEqual(refus('cpx/bloquee'))
    expect(await jeton.pinState()).toEqual({ ok: true, value: 'bloque' })
    expect(await jeton.login(code('1234', true))).toEqual(refus('cpx/bloquee'))
    await jeton.close()
  })

  it('le bon code au dernier essai rend tous les essais', async () => {
    const jeton = await open()
    await jeton.login(code('0000'))
    await jeton.login(code('1111'))
    expect(await jeton.login(code('1234', true))).toEqual(ACQUIS)
    expect(await jeton.pinState()).toEqual({ ok: true, value: 'disponible' })
    await jeton.close()
  })
}

function removalTests(banc: BancJeton, open: () => Promise<JetonCpx>, remove: () => Promise<void>): void {
  it('carte retirée : plus de signature, et la réinsérer demande de nouveau le code', async () => {
    const jeton = await open()
    await jeton.login(code('1234'))
    await remove()
    expect(await jeton.sign(new Uint8Array(32), 'signature')).toEqual(refus('cpx/retiree'))
    expect(await openToken(banc.cryptoki())).toEqual(refus('cpx/non-reconnue'))
    const suivant = await open()
    expect(await suivant.sign(new Uint8Array(32), 'signature')).toEqual(refus('cpx/code-requis'))
    await suivant.close()
  })
}
