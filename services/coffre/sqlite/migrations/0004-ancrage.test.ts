import { expect, it } from 'vitest'
import { essayerMigration } from './migration-essai.ts'

it('migration 4 : l’ancre du journal tient en une seule ligne, les numéros tirés restent', () =>
  essayerMigration(async ({ migrerJusqua, lignes }) => {
    await migrerJusqua(3)
    await lignes("update compteur set valeur = 1000000042 where nom = 'ipp'")
    await migrerJusqua(4)
    expect(await lignes("select valeur from compteur where nom = 'ipp'")).toEqual([{ valeur: 1_000_000_042 }])
    expect(await lignes('select * from ancre')).toEqual([])
    await lignes("insert into ancre values (1, 1, 'e')")
    await expect(lignes("insert into ancre values (2, 1, 'e')")).rejects.toThrow('CHECK')
  }))
