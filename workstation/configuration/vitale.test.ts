import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { relireReglagesCartes } from './reglages-cartes.ts'

const dossier = mkdtempSync(join(tmpdir(), 'guichet-vitale-'))
afterAll(() => rmSync(dossier, { recursive: true }))

const reglages = (champs: object, env: NodeJS.ProcessEnv = {}) => {
  const configuration = { poste: 'P', environnement: 'simulation', insi: null, imprimante: null, ...champs }
  writeFileSync(join(dossier, 'configuration.json'), JSON.stringify(configuration))
  return relireReglagesCartes({ ...env, GUICHET_DONNEES: dossier })
}
const API = { bibliotheque: '/opt/santesocial/libapi_lec.so', dossier: '/etc/apilec' }

describe('configuration.json dit comment se lisent les cartes Vitale', () => {
  it.each([
    ['rien n’est dit', {}, {}],
    ['lecture directe', { vitale: { fournisseur: 'apdu' } }, {}],
    ['API de lecture Vitale', { vitale: { fournisseur: 'apilec', ...API } }, { apilec: API }],
    ['API sans sa bibliothèque : illisible, rien n’est réglé', { vitale: { fournisseur: 'apilec' } }, {}],
    ['fournisseur inconnu : illisible, rien n’est réglé', { vitale: { fournisseur: 'galss' } }, {}],
  ])('%s', async (_cas, champs, attendu) => expect(await reglages(champs)).toEqual(attendu))

  it('la Cryptolib de l’environnement passe avant celle du fichier', async () =>
    expect(await reglages({ cryptolib: '/une.so' }, { GUICHET_CRYPTOLIB: '/autre.so' })).toEqual({
      cryptolib: '/autre.so',
    }))
})
