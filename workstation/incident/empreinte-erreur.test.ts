import { describe, expect, it } from 'vitest'
import { empreinteErreur } from './empreinte-erreur.ts'

const lever = (message: string): Error => new RangeError(message)

describe('ce qui se dit d’un incident : la classe de l’erreur et le lieu, jamais le message', () => {
  it('une erreur dit où, et rien de qui', () => {
    const { erreur, ou } = empreinteErreur(lever('valeur refusée : LANDREVILLE'))
    expect([erreur, ou[0]?.replace(/\d+$/, 'n')]).toEqual(['RangeError', 'empreinte-erreur.test.ts:n'])
  })

  it.each([
    ['un message qui imite un lieu', lever('x\n    at LANDREVILLE:12:3')],
    [
      'un message changé depuis',
      Object.assign(lever('LANDREVILLE\n    at LANDREVILLE:1:2'), { message: 'y' }),
    ],
    ['un nom inventé', Object.assign(lever('x'), { name: 'LANDREVILLE' })],
    ['une pile inventée', Object.assign(lever('x'), { stack: 'LANDREVILLE' })],
    ['un texte', 'LANDREVILLE'],
    ['un objet', { nom: 'LANDREVILLE', stack: 'LANDREVILLE:1:1' }],
    ['une classe sans nom', new (class extends Error {})('LANDREVILLE')],
  ])('%s ne passe pas', (_cas, cause) =>
    expect(JSON.stringify(empreinteErreur(cause))).not.toContain('LANDREVILLE'),
  )
})
