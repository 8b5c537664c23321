import { expect, it } from 'vitest'
import { essayerMigration } from './migration-essai.ts'

it('migration 1 : un coffre vide reçoit la table des admissions et ses index', () =>
  essayerMigration(async ({ migrerJusqua, tables, lignes }) => {
    expect(await tables()).toEqual([])
    await migrerJusqua(1)
    expect(await tables()).toEqual(['admission'])
    expect(
      await lignes("select name from sqlite_master where type = 'index' and sql is not null order by name"),
    ).toEqual([
      { name: 'admission_ipp' },
      { name: 'admission_nda' },
      { name: 'admission_nom' },
      { name: 'admission_ouverte' },
    ])
  }))
