import { safe } from '@orpc/client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { codeTotp } from '#services/comptes/totp.ts'
import { monterSeances, MOT_DE_PASSE } from '../administration/seance-essai.ts'

let banc: Awaited<ReturnType<typeof monterSeances>>
beforeEach(async () => {
  banc = await monterSeances('simulation', { connexion: { secondFacteur: true } })
})
afterEach(() => banc.fermer())

/** What a call answers: the identifier of who is signed in, or the code of the refusal. */
async function issue(appel: Promise<unknown>): Promise<unknown> {
  const { error, data } = await safe(appel)
  if (error === null) return (data as { identifiant?: string } | undefined)?.identifiant ?? null
  return (error as { data?: { code?: string } }).data?.code ?? error
}

describe('Un compte sans carte, où le site veut un second facteur', () => {
  const ouvrir = (second: string | null) =>
    issue(banc.connexion.ouvrir({ identifiant: 'demo', motDePasse: MOT_DE_PASSE, second }))

  it('l’agent enregistre son téléphone, puis ouvre avec le code suivant ; le journal le dit', async () => {
    expect(await ouvrir(null)).toBe('session/second-facteur-a-creer')
    const demande = { identifiant: 'demo', motDePasse: MOT_DE_PASSE }
    const { cle, qr } = await banc.connexion.preparerTelephone(demande)
    expect(cle).toMatch(/^[A-Z2-7]{32}$/)
    expect(qr.every((row) => row.length === qr.length && /^[01]+$/.test(row))).toBe(true)
    const code = (): string => codeDuTelephone(cle, banc.ports.now())
    const enregistrer = (second: string) => issue(banc.connexion.enregistrerTelephone({ ...demande, second }))
    expect(await enregistrer('000000')).toBe('session/code-errone')
    expect(await enregistrer(code())).toBeNull()
    expect(await ouvrir(null)).toBe('session/second-facteur')
    banc.attendre(30_000)
    expect(await ouvrir(code())).toBe('demo')
    await banc.session.fermer('agent')
    expect(await ouvrir(code())).toBe('session/code-errone')
    expect(banc.lignes().map(({ acte }) => acte)).toContain('second-facteur-cree')
    expect(JSON.stringify(banc.lignes())).not.toContain(cle)
  })

  it('un code de six chiffres ne se devine pas : après trois refus, il faut attendre', async () => {
    const demande = { identifiant: 'demo', motDePasse: MOT_DE_PASSE }
    const { cle } = await banc.connexion.preparerTelephone(demande)
    const second = codeDuTelephone(cle, banc.ports.now())
    await banc.connexion.enregistrerTelephone({ ...demande, second })
    expect([await ouvrir('1'), await ouvrir('2'), await ouvrir('3'), await ouvrir('4')]).toEqual([
      'session/code-errone',
      'session/code-errone',
      'session/code-errone',
      'session/attente',
    ])
  })
})

/** What a telephone shows for this key, in base 32. */
function codeDuTelephone(cle: string, instant: Date): string {
  const bits = Array.from(cle, (lettre) => ALPHABET.indexOf(lettre).toString(2).padStart(5, '0')).join('')
  const octets = bits.match(/.{8}/g) ?? []
  return codeTotp(
    Uint8Array.from(octets, (octet) => Number.parseInt(octet, 2)),
    Math.floor(instant.getTime() / 30_000),
  )
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
