import { expect, it } from 'vitest'
import { essayerMigration } from './migration-essai.ts'

it('migration 8 : aucun appel n’était différé, un seul peut l’être par admission', () =>
  essayerMigration(async ({ migrerJusqua, lignes }) => {
    await migrerJusqua(7)
    await lignes(
      `insert into admission (id, ouverte_le, agent, ipp, nda, statut, close, document)
       values ('a', '2026-11-22', 'agent', '1', '2', 'provisoire', 1, '{}')`,
    )
    await migrerJusqua(8)
    expect(await lignes('select * from appel_differe')).toEqual([])
    const differer =
      "insert into appel_differe values ('a', 'en-attente', 'claire', '2026-11-22T08:00:00.000Z')"
    await lignes(differer)
    await expect(lignes(differer)).rejects.toThrow('UNIQUE')
  }))
