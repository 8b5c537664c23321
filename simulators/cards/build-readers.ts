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
  /** Says which of the readers built are plugged when pcscd next starts. */
  plug(cles: readonly CleLecteur[]): Promise<void>
}

export interface OptionsLecteurs {
  /** How often pcscd looks at a reader; its own 400 ms when nothing is said. */
  readonly regardMs?: number
}

/** Compiles the shim and one driver per reader into `dossier`. */
export async function buildReaders(
  dossier: string,
  cles: readonly CleLecteur[],
  { regardMs }: OptionsLecteurs = {},
): Promise<Montage> {
  const configuration = join(dossier, 'reader.conf.d')
  await mkdir(configuration, { recursive: true })
  const shim = join(dossier, 'pcscd-loopback.so')
  await compile('gcc', [...OPTIONS, '-o', shim, source('pcscd-loopback.c'), '-ldl'])
  for (const cle of cles) {
    const copie = join(dossier, `vpcd-${cle}.so`)
    await copyFile(VPCD, copie)
    const definitions = [
      `-DDRIVER=${JSON.stringify(copie)}`,
      ...(regardMs === undefined ? [] : [`-DREGARD_MS=${String(regardMs)}`]),
    ]
    const pilote = driverOf(dossier, cle)
    await compile('gcc', [...OPTIONS, ...definitions, '-o', pilote, source('one-slot-driver.c'), '-ldl'])
  }
  return {
    shim,
    configuration,
    plug: (branches) =>
      writeFile(
        join(configuration, 'lecteurs'),
        branches.map((cle) => definition(cle, driverOf(dossier, cle))).join('\n'),
      ),
  }
}

const driverOf = (dossier: string, cle: CleLecteur): string => join(dossier, `lecteur-${cle}.so`)

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
