import { describe, expect, it } from 'vitest'
import { ECHANGES_PAR_DEFAUT } from '#domain/echanges/reglages-echanges.ts'
import { lireEchanges } from './echanges.ts'
import { schemaConfiguration } from './schema.ts'

const POSTE = { poste: 'ACCUEIL-01', environnement: 'production', insi: null, imprimante: null }
const lire = (champs: object) => lireEchanges(schemaConfiguration.parse({ ...POSTE, ...champs }))

describe('Les échanges, dans configuration.json', () => {
  it('rien n’est dit : le matricule d’une identité qualifiée est diffusé', () =>
    expect(lire({})).toEqual({ ...ECHANGES_PAR_DEFAUT, diffusionMatricule: true }))

  it('l’établissement se nomme, et coupe la diffusion du matricule', () => {
    const autoriteIpp = { nom: 'CHU-X', identifiant: '000897406', type: 'N', uri: null }
    expect(lire({ echanges: { diffusionMatricule: false, autoriteIpp } })).toEqual({
      ...ECHANGES_PAR_DEFAUT,
      diffusionMatricule: false,
      autoriteIpp,
    })
  })

  it.each([{ diffusionMatricule: 'non' }, { autoriteIpp: { nom: 'CHU-X' } }, { inconnu: 1 }])(
    '%j : la configuration est refusée',
    (echanges) => expect(schemaConfiguration.safeParse({ ...POSTE, echanges }).success).toBe(false),
  )
})
