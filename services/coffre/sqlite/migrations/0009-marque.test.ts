import { expect, it } from 'vitest'
import { essayerMigration } from './migration-essai.ts'

it('migration 9 : un coffre ancien n’a pas de marque, il n’en aura jamais qu’une', () =>
  essayerMigration(async ({ migrerJusqua, lignes, tables }) => {
    await migrerJusqua(8)
    expect(await tables()).not.toContain('marque')
    await migrerJusqua(9)
    expect(await lignes('select * from marque')).toEqual([])
    await lignes("insert into marque values (1, 'recette')")
    await expect(lignes("insert into marque values (2, 'production')")).rejects.toThrow('CHECK')
  }))
