import { expect, it } from 'vitest'
import { essayerMigration } from './migration-essai.ts'

const ADMISSION = `insert into admission (id, ouverte_le, agent, ipp, nda, statut, close, document)
  values ('a', '2026-11-22', 'agent', '1', '2', 'provisoire', 0, '{}')`
const reponse = (admission: string): string =>
  `insert into reponse_insi values ('appel', '${admission}', 'message', '2026-11-22', x'00ff')`

it('migration 2 : les admissions restent, et une réponse ne se rattache qu’à l’une d’elles', () =>
  essayerMigration(async ({ migrerJusqua, tables, lignes }) => {
    await migrerJusqua(1)
    await lignes(ADMISSION)
    await migrerJusqua(2)
    expect(await tables()).toEqual(['admission', 'reponse_insi'])
    expect(await lignes('select id from admission')).toEqual([{ id: 'a' }])
    await expect(lignes(reponse('inconnue'))).rejects.toThrow('FOREIGN KEY')
    await lignes(reponse('a'))
    await expect(lignes('delete from admission')).rejects.toThrow('FOREIGN KEY')
  }))
