import { describe, expect, it } from 'vitest'
import { AUJOURDHUI, DEMANDE, SAISIE_FAITE, VALIDEE, jouer, repondre } from '../droits/gestes-exemples.ts'
import { CONNUE, VERIFIER, depuis } from '../statuts/verifications-exemples.ts'
import { appliquer } from './appliquer.ts'

describe('ID-17 : l’appel qui vérifie une INS', () => {
  it('ne se fait pas avec un sexe qu’INSi ne connaît pas : il n’a pas ses quatre traits', () => {
    const acceptee = jouer(
      SAISIE_FAITE,
      DEMANDE,
      repondre({ ...CONNUE, traits: { ...CONNUE.traits, sexe: 'I' } }),
      { type: 'insi-acceptee', motif: 'patient-confirme' },
    )
    expect(appliquer(depuis('2020-01-10', acceptee), VERIFIER, AUJOURDHUI)).toEqual({
      ok: false,
      error: { code: 'insi/traits-insuffisants', champ: 'sexe' },
    })
  })

  it('un exemple sans INS acceptée ne se date pas', () =>
    expect(() => depuis('2020-01-10', VALIDEE)).toThrow('accepted'))
})
