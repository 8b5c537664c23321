import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { lireInsi } from './insi.ts'

const dossier = mkdtempSync(join(tmpdir(), 'acces-insi-'))
afterAll(() => rmSync(dossier, { recursive: true }))

it('les fichiers nommés par l’environnement se lisent de là où la commande est tapée', async () => {
  writeFileSync(join(dossier, 'ca.pem'), 'autorités')
  writeFileSync(join(dossier, 'client.p12'), 'certificat')
  const depuisIci = (nom: string): string => relative(process.cwd(), join(dossier, nom))
  const acces = await lireInsi(
    '/ailleurs',
    '0.1.0',
    { environnement: 'recette', insi: null },
    {
      GUICHET_INSI_URL: 'https://insi.example/lps',
      GUICHET_INSI_CA: depuisIci('ca.pem'),
      GUICHET_INSI_PFX: depuisIci('client.p12'),
      GUICHET_INSI_PFX_PASSPHRASE: 'phrase',
      GUICHET_INSI_IDAM: 'TESTSGIE0000',
      GUICHET_INSI_EMETTEUR: '10B0152872',
    },
  )
  expect(acces).toMatchObject({
    ok: true,
    value: {
      autorites: 'autorités',
      certificat: { forme: 'pfx', pfx: Buffer.from('certificat'), phrase: 'phrase' },
    },
  })
})
