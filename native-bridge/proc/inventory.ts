import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { release } from 'node:os'
import { promisify } from 'node:util'
import koffi from 'koffi'
import type { Bibliotheque } from '#domain/cartes/bibliotheque.ts'
import type { Refus } from '#domain/refus/refus.ts'
import type { Result } from '#domain/result.ts'
import { openApilecLibrary } from '../cards/vitale/apilec/apilec-library.ts'
import type { BureauCpx } from '../cards/cpx/follow-cpx.ts'
import { abiDe } from '../pcsc/abi.ts'

/** What the card process was given to work with. */
export interface Equipement {
  /** Another PC/SC library than the system's. */
  readonly pcsc: string | null
  /** Null when the machine has no PC/SC library. */
  readonly cpx: Pick<BureauCpx, 'version'> | null
  readonly cryptolib: string | null
  readonly apilec: string | null
}

/** The libraries the cards are read with, those that are missing included. */
export async function inventory({
  pcsc,
  cpx,
  cryptolib,
  apilec,
}: Equipement): Promise<readonly Bibliotheque[]> {
  const attendue = pcsc ?? abiDe(process.platform)?.bibliotheque ?? null
  const service: Bibliotheque = {
    nom: 'pcsc',
    chemin: (await loadedPath('libpcsclite')) ?? attendue,
    version: await serviceVersion(),
    refus: cpx ? null : 'cartes/bibliotheque-absente',
  }
  const moteur: Bibliotheque = { nom: 'koffi', chemin: null, version: koffi.version, refus: null }
  return [
    service,
    moteur,
    cryptolibOf(cryptolib, cpx && cryptolib !== null ? await cpx.version() : null),
    ...(apilec === null ? [] : [apilecOf(apilec)]),
  ]
}

const cryptolibOf = (chemin: string | null, version: Result<string, Refus> | null): Bibliotheque => ({
  nom: 'cryptolib',
  chemin,
  version: version?.ok ? version.value : null,
  refus: version?.ok ? null : (version?.error.code ?? 'cpx/bibliotheque-absente'),
})

/** It publishes no version. */
function apilecOf(chemin: string): Bibliotheque {
  const ouverte = openApilecLibrary(chemin)
  return { nom: 'apilec', chemin, version: null, refus: ouverte.ok ? null : ouverte.error.code }
}

/** Where Linux found a library this process loaded. */
async function loadedPath(debut: string): Promise<string | null> {
  const cartes = await readFile('/proc/self/maps', 'utf8').catch(() => '')
  return new RegExp(`\\S*/${debut}\\S*$`, 'm').exec(cartes)?.[0] ?? null
}

const DELAI_MS = 2000

/** On Windows the card service is a part of the system. */
async function serviceVersion(): Promise<string | null> {
  if (process.platform === 'win32') return `Windows ${release()}`
  const dite = await promisify(execFile)('/usr/sbin/pcscd', ['--version'], { timeout: DELAI_MS }).catch(
    () => null,
  )
  return /version (\S+?)\.?\s/.exec(dite?.stdout ?? '')?.[1] ?? null
}
