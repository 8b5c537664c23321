import { execFile } from 'node:child_process'
import { access, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { echec, succes, type Result } from '#domain/result.ts'
import { createAutoriteCpx } from './certificats-cpx.ts'
import { createToken, prepareSoftHsm, SOFTHSM } from './jeton-softhsm.ts'
import { CARTES_CPX } from './porteurs.ts'

const run = promisify(execFile)

/** What goes wrong with the library from now on. */
export interface PannesCryptolib {
  /** The card in the reader is not a professional one. */
  readonly etrangere?: boolean
  /** Each call lasts that long. */
  readonly lenteMs?: number
  /** These functions (`C_Sign`…) answer these codes. */
  readonly codes?: Readonly<Record<string, number>>
}

/** A library that stands in for the ANS Cryptolib, and the hand that moves its card. */
export interface CryptolibSimulee {
  /** Path of the PKCS#11 library. */
  readonly bibliotheque: string
  /** Certificate of the authority of its cards, PEM. */
  readonly autorite: string
  insert(carte: string): Promise<void>
  remove(): Promise<void>
  /** The card service stops or returns: the library must be initialised again to see cards. */
  stopService(): Promise<void>
  startService(): Promise<void>
  fail(pannes: PannesCryptolib): Promise<void>
  /** Tries left to the PIN of a card. */
  setTries(carte: string, essais: number): Promise<void>
}

const BESOINS = [SOFTHSM, '/usr/bin/softhsm2-util', '/usr/bin/pkcs11-tool', '/usr/bin/gcc'] as const

/** Builds the library and the tokens of the named cards into `dossier`; the sentence tells what this machine lacks. */
export async function prepareCryptolib(
  dossier: string,
  cartes: readonly string[],
  maintenant: Date,
): Promise<Result<CryptolibSimulee, string>> {
  const manquants = await missing()
  if (manquants.length > 0) {
    return echec(`Il manque ${manquants.join(', ')} : installez softhsm2, opensc et gcc.`)
  }
  await rm(dossier, { recursive: true, force: true })
  await mkdir(dossier, { recursive: true, mode: 0o700 })
  const configuration = await prepareSoftHsm(dossier)
  const autorite = await createAutoriteCpx(maintenant)
  for (const nom of cartes) {
    const carte = CARTES_CPX[nom]
    // One after the other: SoftHSM stumbles on a token another process is making.
    if (carte) await createToken(configuration, labelOf(nom), await autorite.issue(carte))
  }
  await writeFile(authorityPath(dossier), autorite.certificat)
  const bibliotheque = await compile(dossier)
  const etat = openState(dossier)
  await etat.write()
  return succes({ bibliotheque, autorite: autorite.certificat, ...etat.moves })
}

/** Label of a card's token: never the beginning of another's, which is all that pkcs11-tool compares. */
const labelOf = (carte: string): string => `${carte}.`

/** Path of the library that `prepareCryptolib` builds into a folder. */
export const libraryPath = (dossier: string): string => join(dossier, 'cryptolib-simulee.so')

/** Path of the certificate of the authority of its cards, PEM. */
export const authorityPath = (dossier: string): string => join(dossier, 'autorite.pem')

async function missing(): Promise<readonly string[]> {
  const absents = await Promise.all(
    BESOINS.map((chemin) =>
      access(chemin).then(
        () => null,
        () => chemin,
      ),
    ),
  )
  return absents.filter((absent) => absent !== null)
}

async function compile(dossier: string): Promise<string> {
  const sortie = libraryPath(dossier)
  const definitions = [`-DDOSSIER=${JSON.stringify(dossier)}`, `-DSOFTHSM=${JSON.stringify(SOFTHSM)}`]
  const source = join(import.meta.dirname, 'double-cryptolib.c')
  await run('gcc', [
    '-shared',
    '-fPIC',
    '-O2',
    '-Wall',
    '-Werror',
    ...definitions,
    '-o',
    sortie,
    source,
    '-ldl',
  ])
  return sortie
}

/** The file the library looks at, and the moves that change it. */
function openState(dossier: string) {
  let carte: string | null = null
  let insertion = 0
  let service = 1
  let enMarche = true
  let pannes: PannesCryptolib = {}

  const write = async (): Promise<void> => {
    const lignes = [
      `service ${String(enMarche ? service : 0)}`,
      ...(carte === null ? [] : [`carte ${labelOf(carte)} ${String(insertion)}`]),
      ...(pannes.etrangere === true ? ['etrangere'] : []),
      ...(pannes.lenteMs === undefined ? [] : [`lente ${String(pannes.lenteMs)}`]),
      ...Object.entries(pannes.codes ?? {}).map(([fonction, code]) => `panne ${fonction} ${String(code)}`),
    ]
    // Moved into place whole: the library may be reading.
    await writeFile(join(dossier, 'etat.neuf'), `${lignes.join('\n')}\n`)
    await rename(join(dossier, 'etat.neuf'), join(dossier, 'etat'))
  }
  const moves = {
    insert(nom: string) {
      carte = nom
      insertion += 1
      return write()
    },
    remove() {
      carte = null
      return write()
    },
    stopService() {
      enMarche = false
      return write()
    },
    startService() {
      if (!enMarche) service += 1
      enMarche = true
      return write()
    },
    fail(nouvelles: PannesCryptolib) {
      pannes = nouvelles
      return write()
    },
    setTries: (nom: string, essais: number) =>
      writeFile(join(dossier, `essais-${labelOf(nom)}`), String(essais)),
  }
  return { write, moves }
}
