import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { Cryptoki } from './cryptoki.ts'
import { openCryptoki } from './koffi-cryptoki.ts'
import { layoutOf } from './layout.ts'

const SLOT = 0x12345678
const SESSION = 0x7654321
const OBJET = 9

const dossier = await mkdtemp(join(tmpdir(), 'pkcs11-'))
afterAll(() => rm(dossier, { recursive: true }))

function openPacked(): Cryptoki {
  const bibliotheque = join(dossier, 'packed.so')
  const source = join(import.meta.dirname, '../../simulators/cards/cpx/packed-library.c')
  execFileSync('gcc', ['-shared', '-fPIC', '-O2', '-Wall', '-Werror', '-o', bibliotheque, source])
  const cryptoki = openCryptoki(bibliotheque, layoutOf('win32', 'x64'))
  if (!cryptoki.ok) throw new Error(cryptoki.error.code)
  return cryptoki.value
}

describe('PKCS#11 sous Windows : la mémoire est lue et écrite à l’octet près', () => {
  const ck = openPacked()

  it('initialisation, version, emplacements, jeton, session, code', async () => {
    expect(await ck.initialize()).toEqual({ ok: true, value: undefined })
    expect(await ck.libraryVersion()).toEqual({ ok: true, value: '5.2' })
    expect(await ck.slots()).toEqual({ ok: true, value: [SLOT, SLOT + 1] })
    expect(await ck.tokenInfo(SLOT)).toEqual({
      ok: true,
      value: { etiquette: 'CPS3v1', serie: '2600000018', drapeaux: 0x20400, codeMin: 4, codeMax: 8 },
    })
    expect(await ck.openSession(SLOT)).toEqual({ ok: true, value: SESSION })
    expect(await ck.login(SESSION, Buffer.from('1234'))).toEqual({ ok: true, value: undefined })
  })

  it('recherche à deux critères, attribut, signature', async () => {
    const criteres = [
      { type: 0, valeur: 3 },
      { type: 0x102, valeur: Uint8Array.of(0xab, 0xcd) },
    ]
    expect(await ck.find(SESSION, criteres)).toEqual({ ok: true, value: [OBJET] })
    expect(await ck.find(SESSION, criteres.slice(0, 1))).toEqual({ ok: false, error: 5 })
    const der = await ck.attribute(SESSION, OBJET, 0x11)
    expect(der.ok && Buffer.from(der.value).toString()).toBe('DER')
    const donnees = Buffer.from('condensat')
    expect(await ck.sign(SESSION, OBJET, donnees)).toEqual({ ok: true, value: new Uint8Array(donnees) })
    const fin = [await ck.logout(SESSION), await ck.closeSessions(SLOT), await ck.finalize()]
    expect(fin.map(({ ok }) => ok)).toEqual([true, true, true])
  })
})

describe('PKCS#11, bibliothèque qui n’en est pas une', () => {
  it.each(['libabsente.so', 'libc.so.6'])('%s : absente', (chemin) => {
    expect(openCryptoki(chemin)).toEqual({ ok: false, error: { code: 'cpx/bibliotheque-absente' } })
  })
})
