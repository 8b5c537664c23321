import { describe, expect, it } from 'vitest'
import { COPIES_PAR_DEFAUT } from '#domain/copies/reglages-copies.ts'
import { lireCopies } from './copies.ts'
import { schemaConfiguration } from './schema.ts'

const POSTE = { poste: 'ACCUEIL-01', environnement: 'production', insi: null, imprimante: null }
const lire = (champs: object) => lireCopies(schemaConfiguration.parse({ ...POSTE, ...champs }))

describe('DMN INS 46 : les copies de pièces, dans configuration.json', () => {
  it('rien n’est dit : dix mégaoctets, cinq ans', () =>
    expect([lire({}), COPIES_PAR_DEFAUT.conservationAns]).toEqual([COPIES_PAR_DEFAUT, 5]))

  it('ce qui est dit remplace ce défaut, et lui seul', () => {
    expect(lire({ copies: { conservationAns: 2 } })).toEqual({ ...COPIES_PAR_DEFAUT, conservationAns: 2 })
    expect(lire({ copies: { tailleMaxMo: 1 } })).toEqual({ ...COPIES_PAR_DEFAUT, octetsMax: 1_048_576 })
  })

  it.each([{ conservationAns: 6 }, { conservationAns: 0 }, { tailleMaxMo: 13 }, { inconnu: 1 }])(
    '%j : la configuration est refusée',
    (copies) => expect(schemaConfiguration.safeParse({ ...POSTE, copies }).success).toBe(false),
  )
})
