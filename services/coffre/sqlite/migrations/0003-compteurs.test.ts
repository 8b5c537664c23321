import { expect, it } from 'vitest'
import { essayerMigration } from './migration-essai.ts'

it('migration 3 : les numéros locaux partent de dix chiffres, IPP et NDA distincts', () =>
  essayerMigration(async ({ migrerJusqua, tables, lignes }) => {
    await migrerJusqua(2)
    expect(await tables()).toEqual(['admission', 'reponse_insi'])
    await migrerJusqua(3)
    expect(await lignes('select * from compteur order by nom')).toEqual([
      { nom: 'ipp', valeur: 1_000_000_000 },
      { nom: 'nda', valeur: 5_000_000_000 },
    ])
  }))
