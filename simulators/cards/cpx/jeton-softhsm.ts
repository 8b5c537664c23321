import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { PairesCpx } from './certificats-cpx.ts'

const run = promisify(execFile)

/** SoftHSM's PKCS#11 library, as Debian installs it. */
export const SOFTHSM = '/usr/lib/softhsm/libsofthsm2.so'

/** The PIN of every simulated card; a real one has four digits too. */
const CODE_SIMULE = '1234'

/** Identifiers of the two pairs: their last byte is what integrators report of real cards. */
const ID = { authentification: '20', signature: '10' } as const

/** Writes the settings of a SoftHSM whose tokens live in `dossier`; gives the path that SOFTHSM2_CONF must hold. */
export async function prepareSoftHsm(dossier: string): Promise<string> {
  const configuration = join(dossier, 'softhsm2.conf')
  // SoftHSM takes every folder of this one for a token.
  const jetons = join(dossier, 'jetons')
  await mkdir(jetons)
  const lignes = [`directories.tokendir = ${jetons}`, 'objectstore.backend = file', 'log.level = ERROR']
  await writeFile(configuration, `${lignes.join('\n')}\n`)
  return configuration
}

/** Makes a token laid out as the Cryptolib shows a CPS3: two private keys behind the PIN, two free certificates. */
export async function createToken(
  configuration: string,
  etiquette: string,
  paires: PairesCpx,
): Promise<void> {
  const env = { ...process.env, SOFTHSM2_CONF: configuration }
  const softhsm = [
    '--init-token',
    '--free',
    '--label',
    etiquette,
    '--so-pin',
    '12345678',
    '--pin',
    CODE_SIMULE,
  ]
  await run('softhsm2-util', softhsm, { env })
  const transit = await mkdtemp(join(configuration, '..', 'transit-'))
  const write = async (contenu: Buffer, type: 'cert' | 'privkey', id: string, nom: string): Promise<void> => {
    const fichier = join(transit, 'objet.der')
    await writeFile(fichier, contenu, { mode: 0o600 })
    const objet = ['--write-object', fichier, '--type', type, '--id', id, '--label', nom]
    await run(
      'pkcs11-tool',
      ['--module', SOFTHSM, '--token-label', etiquette, '--login', '--pin', CODE_SIMULE, ...objet],
      {
        env,
      },
    )
  }
  try {
    await write(paires.authentification.cle, 'privkey', ID.authentification, 'CPS_PRIV_AUT')
    await write(paires.signature.cle, 'privkey', ID.signature, 'CPS_PRIV_SIG')
    const certificats = [
      ["Certificat d'Authentification CPS", 'authentification'],
      ['Certificat de Signature CPS', 'signature'],
    ] as const
    for (const [nom, usage] of certificats) await write(paires[usage].certificat, 'cert', ID[usage], nom)
  } finally {
    await rm(transit, { recursive: true })
  }
}
