import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MODELES } from '#domain/droits/modeles.ts'
import { lireConfiguration } from './configuration.ts'

let dossier: string
beforeEach(() => {
  dossier = mkdtempSync(join(tmpdir(), 'guichet-configuration-'))
})
afterEach(() => rmSync(dossier, { recursive: true }))

const POSTE = { poste: 'ACCUEIL-01', environnement: 'production', insi: null, imprimante: null }

async function demarrer(contenu: object): Promise<string> {
  writeFileSync(join(dossier, 'configuration.json'), JSON.stringify(contenu))
  const lue = await lireConfiguration(dossier, '0.1.0', {})
  return lue.ok ? String(lue.value.organisation.organisation.modele) : lue.error.code
}

describe('configuration.json écrit à la main', () => {
  it('est accepté, et son organisation suivie', async () =>
    expect(await demarrer({ ...POSTE, organisation: { modele: 3 } })).toBe('3'))

  it('une organisation que personne ne pourrait suivre est refusée au démarrage, avec sa raison', async () => {
    const droits = { ...MODELES[1], informatique: [] }
    const organisation = { modele: 'personnalise', droits }
    expect(await demarrer({ ...POSTE, organisation })).toBe('organisation/personne-n-administre')
  })
})
