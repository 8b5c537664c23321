import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lireReglagesCommande } from './reglages-commande.ts'

const CONFIGURATION = { poste: 'ACCUEIL-01', environnement: 'recette', insi: null, imprimante: null }

let dossier: string
beforeEach(() => {
  dossier = mkdtempSync(join(tmpdir(), 'guichet-reglages-'))
})
afterEach(() => rmSync(dossier, { recursive: true }))

describe('Réglages d’une commande qui appelle INSi', () => {
  it('un fichier désigné se lit, et les droits de son dossier restent ce qu’ils sont', async () => {
    const fichier = join(dossier, 'recette.json')
    writeFileSync(fichier, JSON.stringify(CONFIGURATION))
    chmodSync(dossier, 0o777)
    expect(await lireReglagesCommande(fichier, {})).toMatchObject({
      ok: true,
      value: { dossier, poste: 'ACCUEIL-01', environnement: 'recette', dispense: null },
    })
    expect(statSync(dossier).mode & 0o777).toBe(0o777)
  })

  it.each([
    ['https://127.0.0.1:8443/lps', 'simulation', 'simulation'],
    ['https://services-ps-tlsm.ameli.fr/lps', 'production', null],
  ])('sans fichier, l’environnement suffit : %s est de %s', async (url, environnement, dispense) => {
    for (const nom of ['ca.pem', 'insi.p12']) writeFileSync(join(dossier, nom), 'x')
    const env = {
      GUICHET_DONNEES: dossier,
      GUICHET_INSI_URL: url,
      GUICHET_INSI_CA: join(dossier, 'ca.pem'),
      GUICHET_INSI_PFX: join(dossier, 'insi.p12'),
      GUICHET_INSI_IDAM: 'TESTSGIE0000',
      GUICHET_INSI_EMETTEUR: '10B0152872',
    }
    const lus = await lireReglagesCommande(undefined, env)
    expect(lus).toMatchObject({
      ok: true,
      value: { environnement, dispense, insi: { ok: true, value: { url } } },
    })
    expect(await lireReglagesCommande(undefined, { ...env, GUICHET_INSI_IDAM: undefined })).toEqual({
      ok: false,
      error: { code: 'insi/configuration' },
    })
  })

  it('un fichier désigné qui manque est refusé, même si l’environnement suffirait', async () =>
    expect(await lireReglagesCommande(join(dossier, 'absent.json'), {})).toEqual({
      ok: false,
      error: { code: 'configuration/illisible' },
    }))
})
