import { expect, it } from 'vitest'
import { MIGRATIONS, migrer, versionDe } from './migrate.ts'
import { essayerMigration } from './migrations/migration-essai.ts'

it('les migrations sont numérotées de 1 en 1', () => {
  expect(MIGRATIONS.map(({ numero }) => numero)).toEqual(MIGRATIONS.map((_, rang) => rang + 1))
})

it('une migration qui échoue ne laisse rien derrière elle', () =>
  essayerMigration(async ({ db, migrerJusqua, tables }) => {
    await migrerJusqua(1)
    const panne = {
      numero: 3,
      appliquer: async () => {
        throw new Error('panne')
      },
    }
    await expect(migrer(db, [...MIGRATIONS.slice(0, 2), panne])).rejects.toThrow('panne')
    expect(await tables()).toEqual(['admission'])
    expect(await versionDe(db)).toBe(1)
    await migrerJusqua(MIGRATIONS.length)
    expect(await versionDe(db)).toBe(MIGRATIONS.length)
  }))

it('un coffre à jour n’est pas modifié ; un coffre plus récent est refusé', () =>
  essayerMigration(async ({ db, migrerJusqua }) => {
    await migrerJusqua(2)
    expect(await migrer(db, MIGRATIONS.slice(0, 2))).toEqual({ ok: true, value: null })
    expect(await migrer(db, MIGRATIONS.slice(0, 1))).toEqual({ ok: false, error: { code: 'coffre/version' } })
  }))
