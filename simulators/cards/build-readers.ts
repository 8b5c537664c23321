import { execFile } from 'node:child_process'
import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const compile = promisify(execFile)

const VPCD = '/usr/lib/pcsc/drivers/serial/libifdvpcd.so'

/** Two readers of a desk, and the port where the card side of each connects. */
export const LECTEURS = {
  vitale: { nom: 'Lecteur Vitale', port: 0x8c7b },
  cps: { nom: 'Lecteur CPS', port: 0x8d00 },
} as const

export type CleLecteur = keyof typeof LECTEURS

/** What pcscd needs in a folder: the shim it preloads and the folder of its reader definitions. */
export interface Montage {
  readonly shim: string
  readonly configuration: string
}

/** Compiles the shim and one driver per reader into `dossier`, and writes the definitions of these readers. */
export async function buildReaders(dossier: string, cles: readonly CleLecteur[]): Promise<Montage> {
  const configuration = join(dossier, `reader.conf.d-${cles.join('-')}`)
  await mkdir(configuration, { recursive: true })
  const shim = join(dossier, 'pcscd-loopback.so')
  await compile('gcc', [...OPTIONS, '-o', shim, source('pcscd-loopback.c'), '-ldl'])
  const blocs: string[] = []
  for (const cle of cles) {
    const copie = join(dossier, `vpcd-${cle}.so`)
    const pilote = join(dossier, `lecteur-${cle}.so`)
    await copyFile(VPCD, copie)
    const driver = `-DDRIVER=${JSON.stringify(copie)}`
    await compile('gcc', [...OPTIONS, driver, '-o', pilote, source('one-slot-driver.c'), '-ldl'])
    blocs.push(definition(cle, pilote))
  }
  await writeFile(join(configuration, 'lecteurs'), blocs.join('\n'))
  return { shim, configuration }
}

const OPTIONS = ['-shared', '-fPIC', '-O2', '-Wall', '-Werror']

const source = (fichier: string): string => join(import.meta.dirname, fichier)

function definition(cle: CleLecteur, pilote: string): string {
  const { nom, port: numero } = LECTEURS[cle]
  const port = `0x${numero.toString(16).toUpperCase()}`
  return [
    `FRIENDLYNAME "${nom}"`,
    `DEVICENAME /dev/null:${port}`,
    `LIBPATH ${pilote}`,
    `CHANNELID ${port}`,
    '',
  ].join('\n')
}
