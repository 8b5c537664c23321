import { describe, expect, it } from 'vitest'
import { adresseTotp, codeTotp, enBase32, pasDuCode } from './totp.ts'

const SECRET = Buffer.from('12345678901234567890', 'ascii')

describe('Les codes d’un téléphone, RFC 6238', () => {
  // Source: RFC 6238, appendix B, SHA-1.
  it.each([
    [59, '94287082'],
    [1_111_111_109, '07081804'],
    [1_111_111_111, '14050471'],
    [1_234_567_890, '89005924'],
    [2_000_000_000, '69279037'],
    [20_000_000_000, '65353130'],
  ])('à %i secondes, la RFC donne %s', (secondes, attendu) => {
    expect(codeTotp(SECRET, Math.floor(secondes / 30), 8)).toBe(attendu)
  })

  // Source: RFC 4226, appendix D.
  it.each([
    [0, '755224'],
    [1, '287082'],
    [9, '520489'],
  ])('HOTP %i : %s', (compteur, attendu) => expect(codeTotp(SECRET, compteur)).toBe(attendu))

  const maintenant = new Date(59_000)
  const lire = (code: string, dernierPas = 0) => pasDuCode(SECRET, code, { maintenant, dernierPas })

  it('un pas de dérive de chaque côté, pas deux', () => {
    expect([0, 1, 2, 3].map((pas) => lire(codeTotp(SECRET, pas), -1))).toEqual([0, 1, 2, null])
  })

  it('un code accepté ne l’est plus, ni ceux d’avant lui', () => {
    expect(lire(codeTotp(SECRET, 1), 1)).toBeNull()
    expect(lire(codeTotp(SECRET, 1), 2)).toBeNull()
    expect(lire(codeTotp(SECRET, 2), 1)).toBe(2)
  })

  it('les espaces du téléphone ne comptent pas, un code faux ou vide n’ouvre rien', () => {
    expect(lire('287 082')).toBe(1)
    expect([lire('287083'), lire(''), lire('28708')]).toEqual([null, null, null])
  })

  it('la clé s’écrit en base 32, RFC 4648', () => {
    expect(enBase32(Buffer.from('foobar'))).toBe('MZXW6YTBOI')
    expect(enBase32(SECRET)).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')
    expect(adresseTotp(SECRET, { compte: 'claire.martin', poste: 'ACCUEIL-01' })).toBe(
      'otpauth://totp/Guichet%20INS%20ACCUEIL-01%3Aclaire.martin?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Guichet%20INS%20ACCUEIL-01',
    )
  })
})
