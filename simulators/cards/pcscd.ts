import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { access, mkdir, readFile, rm } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { echec, succes, type Result } from '#domain/result.ts'
import {
  buildReaders,
  LECTEURS,
  type CleLecteur,
  type Montage,
  type OptionsLecteurs,
} from './build-readers.ts'
import { listeningPorts } from './listening-ports.ts'

/** Why this machine cannot simulate readers, in words for whoever starts the simulator. */
export interface PcscdRefus {
  readonly raison: 'systeme' | 'paquets' | 'droits' | 'autre-pcscd' | 'demarrage'
  readonly phrase: string
}

/** A pcscd with simulated readers. */
export interface Pcscd {
  /** False for a pcscd that was already running: it is used, never stopped. */
  readonly propre: boolean
  pid(): number | null
  /** Starts it with these readers plugged, the last ones when nothing is said: it does not see such readers come and go. */
  start(branches?: readonly CleLecteur[]): Promise<Result<void, PcscdRefus>>
  /** `violent` kills it like a crash would. */
  stop(violent?: boolean): Promise<void>
}

const RUN = '/run/pcscd'
const BESOINS = ['/usr/sbin/pcscd', '/usr/lib/pcsc/drivers/serial/libifdvpcd.so', '/usr/bin/gcc'] as const
const PRET_MS = 5000
const PAS_MS = 20

/**
 * Prepares a pcscd with simulated readers on loopback, built into `dossier`; or finds the one already running.
 * Needs Linux, root, and the packages pcscd, vsmartcard-vpcd and gcc.
 */
export async function preparePcscd(
  dossier: string,
  cles: readonly CleLecteur[],
  options: OptionsLecteurs = {},
): Promise<Result<Pcscd, PcscdRefus>> {
  if (process.platform !== 'linux')
    return refuse('systeme', 'Les lecteurs simulés demandent Linux (pcscd et vpcd).')
  const ports = await listeningPorts()
  if (ports.has(LECTEURS.vitale.port)) return succes(runningPcscd())
  const manquants = await missing()
  if (manquants.length > 0) {
    return refuse('paquets', `Il manque ${manquants.join(', ')} : installez pcscd, vsmartcard-vpcd et gcc.`)
  }
  if (process.getuid?.() !== 0) {
    return refuse('droits', 'Démarrer pcscd demande les droits de root : relancez avec sudo.')
  }
  return succes(ownPcscd(await buildReaders(dossier, cles, options), cles))
}

const refuse = (raison: PcscdRefus['raison'], phrase: string): Result<never, PcscdRefus> =>
  echec({ raison, phrase })

async function missing(): Promise<readonly string[]> {
  const vus = await Promise.all(BESOINS.map(exists))
  return BESOINS.filter((_chemin, rang) => vus[rang] === false)
}

const exists = (chemin: string): Promise<boolean> =>
  access(chemin).then(
    () => true,
    () => false,
  )

const runningPcscd = (): Pcscd => ({
  propre: false,
  pid: () => null,
  start: () => Promise.resolve(succes(undefined)),
  stop: () => Promise.resolve(),
})

function ownPcscd(montage: Montage, cles: readonly CleLecteur[]): Pcscd {
  let enfant: ChildProcess | null = null
  let branches = cles
  const stop = async (violent = false): Promise<void> => {
    const arrete = enfant
    enfant = null
    if (!arrete || arrete.exitCode !== null || arrete.signalCode !== null) return
    const fin = once(arrete, 'exit')
    arrete.kill(violent ? 'SIGKILL' : 'SIGTERM')
    await fin
  }
  return {
    propre: true,
    pid: () => enfant?.pid ?? null,
    stop,
    async start(demandes = branches) {
      if (enfant && enfant.exitCode === null && enfant.signalCode === null) return succes(undefined)
      if (await otherAlive()) {
        return refuse('autre-pcscd', 'Un pcscd sans lecteur simulé tourne déjà : arrêtez-le puis relancez.')
      }
      branches = demandes
      await montage.plug(branches)
      // A killed pcscd leaves its socket and its pid behind, and the next one would refuse to start.
      await rm(RUN, { recursive: true, force: true })
      await mkdir(RUN, { recursive: true })
      enfant = spawn('/usr/sbin/pcscd', ['--foreground', '--config', montage.configuration], {
        env: { PATH: process.env['PATH'], LD_PRELOAD: montage.shim },
        stdio: 'ignore',
      })
      if (await ready(enfant, branches)) return succes(undefined)
      await stop(true)
      return refuse(
        'demarrage',
        "pcscd n'a pas démarré : essayez « pcscd --foreground » pour savoir pourquoi.",
      )
    },
  }
}

/** A pid file outlives a killed pcscd, and its number may belong to another program by now. */
async function otherAlive(): Promise<boolean> {
  const pid = (await readFile(`${RUN}/pcscd.pid`, 'utf8').catch(() => '')).trim()
  return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).includes('pcscd')
}

async function ready(enfant: ChildProcess, cles: readonly CleLecteur[]): Promise<boolean> {
  for (let attendu = 0; attendu < PRET_MS && enfant.exitCode === null; attendu += PAS_MS) {
    const ports = await listeningPorts()
    if ((await exists(`${RUN}/pcscd.comm`)) && cles.every((cle) => ports.has(LECTEURS[cle].port))) return true
    await sleep(PAS_MS)
  }
  return false
}
