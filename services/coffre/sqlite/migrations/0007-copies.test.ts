import { expect, it } from 'vitest'
import { essayerMigration } from './migration-essai.ts'

it('migration 7 : les clés des copies, chacune d’une admission enregistrée', () =>
  essayerMigration(async ({ migrerJusqua, tables, lignes }) => {
    await migrerJusqua(6)
    expect(await tables()).not.toContain('copie')
    await migrerJusqua(7)
    expect(await tables()).toContain('copie')
    await expect(lignes("insert into copie values ('c', 'inconnue', x'00')")).rejects.toThrow('FOREIGN KEY')
  }))
