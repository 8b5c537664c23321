import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as attendre } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { openJournal } from '../journal/open-journal.ts'
import { verifierJournal } from '../journal/verifier-journal.ts'
import { parcoursExemple } from './admission-exemple.ts'
import type { Coffre } from './coffre.ts'
import { fichiersDe, type Confirmation } from './ecrire-sans-fin.ts'
import { openCoffre } from './sqlite/open-coffre.ts'

/** Number of kills: a short campaign by default, `sh bin/campagne coffre` for the long one. */
const COUPURES = Number(process.env['GUICHET_CAMPAGNE_COFFRE'] ?? 30)
/** A store lives through ten kills; the first may cut its creation. */
const TOURS_PAR_COFFRE = 10
const DELAI_MAX_MS = 120

const cle = randomBytes(32)
const dossiers: string[] = []
afterAll(() => dossiers.forEach((dossier) => rmSync(dossier, { recursive: true })))

/** Starts the writer, kills it `delai` ms after it begins to open its store, and returns all it had confirmed. */
async function couper(dossier: string, tour: string, delai: number): Promise<Confirmation[]> {
  const module = new URL('./ecrire-sans-fin.ts', import.meta.url).href
  const programme = `import(${JSON.stringify(module)}).then((m) => m.ecrireSansFin(...process.argv.slice(1)))`
  const enfant = spawn(process.execPath, ['-e', programme, dossier, cle.toString('hex'), tour], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let sortie = ''
  enfant.stdout.setEncoding('utf8').on('data', (texte: string) => {
    sortie += texte
  })
  const fin = once(enfant, 'close')
  await once(enfant.stdout, 'data')
  await attendre(delai)
  enfant.kill('SIGKILL')
  expect(await fin).toEqual([null, 'SIGKILL'])
  return sortie
    .slice(0, sortie.lastIndexOf('\n'))
    .split('\n')
    .map((ligne) => JSON.parse(ligne) as Confirmation)
}

/** Everything ever confirmed about one store, from one kill to the next. */
interface Promesses {
  readonly ipps: Set<string>
  readonly admissions: Map<string, number>
  lignes: number
  ancre: number
}

function retenir(promesses: Promesses, confirmations: readonly Confirmation[]): void {
  for (const confirmation of confirmations) {
    if (confirmation[0] === 'journal') promesses.lignes = confirmation[1]
    if (confirmation[0] === 'ancre') promesses.ancre = confirmation[1]
    if (confirmation[0] === 'admission') promesses.admissions.set(confirmation[1], confirmation[2])
    if (confirmation[0] === 'ipp') tirer(promesses, confirmation[1])
  }
}

function tirer({ ipps }: Promesses, ipp: string): void {
  expect(ipps.has(ipp)).toBe(false)
  ipps.add(ipp)
}

/** Every admission stands as confirmed, or one state further: the save under way when the kill came. */
async function verifierCoffre(coffre: Coffre, promesses: Promesses): Promise<void> {
  expect(await coffre.verifier()).toEqual({ ok: true, value: null })
  for (const [id, rang] of promesses.admissions)
    expect(parcoursExemple(id).etats.slice(rang, rang + 2)).toContainEqual(await coffre.admissions.parId(id))
  tirer(promesses, await coffre.compteurs.suivantIpp())
}

/** The journal holds every confirmed line, and at most the one under way when the kill came. */
async function verifierLeJournal(file: string, coffre: Coffre, promesses: Promesses): Promise<void> {
  const ancre = await coffre.ancrage.lire()
  expect(ancre?.n ?? 0).toBeGreaterThanOrEqual(promesses.ancre)
  const journal = openJournal({ file, now: () => new Date(), poste: 'Campagne' })
  if (!journal.ok) throw new Error(journal.error.code)
  journal.value.close()
  const verdict = await verifierJournal(file, { ancre })
  expect(verdict).toMatchObject({ ok: true, value: { fragments: 0 } })
  const lignes = verdict.ok ? verdict.value.lignes : -1
  expect([promesses.lignes, promesses.lignes + 1]).toContain(lignes)
  promesses.lignes = lignes
}

async function verifierApres(dossier: string, promesses: Promesses): Promise<void> {
  const fichiers = fichiersDe(dossier)
  const coffre = await openCoffre({ file: fichiers.coffre, key: cle, creer: true })
  if (!coffre.ok) throw new Error(coffre.error.code)
  await verifierCoffre(coffre.value, promesses)
  await verifierLeJournal(fichiers.journal, coffre.value, promesses)
  await coffre.value.close()
}

describe('Coupures', () => {
  it(
    `${COUPURES} arrêts brutaux (kill -9) : rien de confirmé n’est perdu, coffre et journal intègres`,
    async () => {
      const bilan = { coupures: 0, avantLePremierActe: 0, actes: 0, coffres: 0 }
      while (bilan.coupures < COUPURES) {
        const dossier = mkdtempSync(join(tmpdir(), 'coupure-'))
        dossiers.push(dossier)
        bilan.coffres += 1
        const promesses: Promesses = { ipps: new Set(), admissions: new Map(), lignes: 0, ancre: 0 }
        for (let tour = 0; tour < TOURS_PAR_COFFRE && bilan.coupures < COUPURES; tour++) {
          const confirmations = await couper(dossier, `t${tour}`, Math.random() * DELAI_MAX_MS)
          retenir(promesses, confirmations)
          await verifierApres(dossier, promesses)
          const actes = confirmations.filter(([quoi]) => quoi === 'journal').length
          bilan.coupures += 1
          bilan.actes += actes
          bilan.avantLePremierActe += actes === 0 ? 1 : 0
        }
      }
      process.stdout.write(`Coupures : ${JSON.stringify(bilan)}\n`)
      // A busy machine writes little before it is cut: enough that some kills fell on a write.
      expect(bilan.actes).toBeGreaterThan(0)
      expect(bilan.avantLePremierActe).toBeGreaterThan(0)
    },
    COUPURES * 5_000 + 60_000,
  )
})
