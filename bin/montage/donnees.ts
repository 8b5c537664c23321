import { randomBytes, randomUUID } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FichiersClient } from '#simulators/insi/fichiers-client.ts'
import type { FichierConfiguration } from '#workstation/configuration/schema.ts'
import { preparerDemonstration } from '#services/comptes/compte-demonstration.ts'

/** The outside world a workstation is set up for. */
export interface Alentours {
  readonly insi: {
    readonly url: string
    readonly fichiers: FichiersClient
    readonly idam: string
    readonly emetteur: string
  }
  readonly imprimante: string
  /** PEM file of the authority of the simulated professional cards, made with the first of them. */
  readonly autoriteCartes: string
}

/** Prepares the data folder of a workstation on embedded defaults; the store and its account are made once, then kept. */
export async function preparerDonnees(
  donnees: string,
  { insi, imprimante, autoriteCartes }: Alentours,
): Promise<void> {
  await mkdir(donnees, { recursive: true, mode: 0o700 })
  const fichier = join(donnees, 'configuration.json')
  const { autorites, certificat, cle } = insi.fichiers
  const configuration: FichierConfiguration = {
    poste: 'ACCUEIL-01',
    environnement: 'simulation',
    insi: {
      url: insi.url,
      autorites,
      certificat: { certificat, cle },
      idam: insi.idam,
      emetteur: insi.emetteur,
      instance: await instanceConnue(fichier),
    },
    imprimante: { url: imprimante },
    connexion: { moyens: ['mot-de-passe', 'carte'], autoritesCartes: [autoriteCartes] },
  }
  await writeFile(fichier, JSON.stringify(configuration, null, 2), { mode: 0o600 })
  const cree = await preparerDemonstration({
    coffre: join(donnees, 'coffre.db'),
    comptes: join(donnees, 'comptes.json'),
    aleatoire: randomBytes,
  })
  if (!cree.ok) throw new Error(`the store cannot be made: ${cree.error.code}`)
}

/** The installation's identifier is drawn once and declared to INSi ever after. */
async function instanceConnue(fichier: string): Promise<string> {
  const texte = await readFile(fichier, 'utf8').catch(() => null)
  const connue = texte === null ? null : (JSON.parse(texte) as FichierConfiguration).insi
  return connue?.instance ?? randomUUID()
}
