import { expect, it } from 'vitest'
import { ouvrirLieux } from './lieux.ts'

it('RNIV 1 : les communes et les pays se cherchent et se nomment ensemble', async () => {
  const lieux = await ouvrirLieux()
  expect({
    commune: lieux.chercher('rennes', '1980-01-01')[0],
    pays: lieux.chercher('maroc', null)[0],
    nom: lieux.nommer('63220', '1979-03-28').nom,
    auPlus: lieux.chercher('saint', null).length,
  }).toEqual({
    commune: { code: '35238', nom: 'Rennes', raison: null },
    pays: { code: '99350', nom: 'Maroc', raison: null },
    nom: 'Mazoires',
    auPlus: 8,
  })
})
