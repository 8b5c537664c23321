import { describe, expect, it } from 'vitest'
import { lireTrait } from './lire-trait.ts'
import { NOMS_ABSENTS, nomAbsent } from './nom-absent.ts'

const SITE = { nom: 'X', prenom: 'XP' }

describe('nom ou prénom que l’état civil n’a pas : un trait d’union seul', () => {
  it.each([
    ['nomNaissance', '-', 'X'],
    ['nomNaissance', ' - ', 'X'],
    ['prenomsNaissance', '-', 'XP'],
    ['premierPrenom', '-', 'XP'],
    ['nomUtilise', '-', null],
    ['prenomUtilise', '-', null],
    ['dateNaissance', '-', null],
    ['nomNaissance', '--', null],
    ['nomNaissance', '', null],
  ] as const)('%s « %s » : %s', (trait, saisie, attendu) =>
    expect(nomAbsent(trait, saisie, SITE)).toBe(attendu),
  )

  it('s’enregistre selon la règle du site, ou selon la règle par défaut', () => {
    const lu = (absents?: typeof SITE) => lireTrait('nomNaissance', '-', '2026-11-22', absents)
    expect([lu(), lu(SITE)]).toEqual([
      { ok: true, value: 'SANS NOM' },
      { ok: true, value: 'X' },
    ])
    expect(NOMS_ABSENTS.prenom).toBe('SANS PRENOM')
  })
})
