import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { z } from 'zod'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import type { ActeAdministration } from './acte-journal.ts'
import { lireLigne } from './ligne.ts'

/** One administrative act as it is shown: when, by whom, on which account, and what it gave. */
export interface ActeMontre {
  readonly n: number
  /** Instant of the act, ISO 8601 UTC. */
  readonly instant: string
  readonly agent: string | null
  readonly acte: ActeAdministration['acte']
  readonly compte: string | null
  /** The role, right, model or day the act gave, as a code; null when it gave none. */
  readonly detail: string | null
}

const ACTES = [
  'compte-ajoute',
  'compte-role',
  'compte-ferme',
  'compte-rouvert',
  'mot-de-passe-change',
  'mot-de-passe-reinitialise',
  'carte-rattachee',
  'carte-detachee',
  'second-facteur-cree',
  'second-facteur-retire',
  'formation-enregistree',
  'formation-retiree',
  'organisation-changee',
  'homologation-enregistree',
  'carte-essayee',
  'lecteurs-permutes',
  'diagnostic-exporte',
  'reseau-teste',
  'exercice-insi-commence',
  'exercice-insi-arrete',
] as const satisfies readonly ActeAdministration['acte'][]

const ligneAdministration = z.object({
  n: z.int(),
  instant: z.string(),
  agent: z.string().nullable(),
  acte: z.enum(ACTES),
  compte: z.string().default(''),
  role: z.string().exactOptional(),
  droit: z.string().exactOptional(),
  modele: z.string().exactOptional(),
  date: z.string().exactOptional(),
})

/** Where last acts are looked for, in bytes: some ten thousand lines. */
const FENETRE = 1 << 22

/** The last administrative acts, the latest first; a line whose seal is wrong is not shown. Refuses `journal/illisible`. */
export function derniersActes(file: string, combien: number): Result<readonly ActeMontre[], Refus> {
  const texte = lireFin(file)
  if (texte === null) return echec(refuser('journal/illisible'))
  const actes: ActeMontre[] = []
  for (const ligne of texte.split('\n').toReversed()) {
    const acte = lireActe(ligne)
    if (acte) actes.push(acte)
    if (actes.length === combien) break
  }
  return succes(actes)
}

function lireActe(ligne: string): ActeMontre | null {
  if (!ligne.startsWith('{') || lireLigne(Buffer.from(ligne, 'utf8')) === null) return null
  const lue = ligneAdministration.safeParse(JSON.parse(ligne))
  if (!lue.success) return null
  const { n, instant, agent, acte, compte, role, droit, modele, date } = lue.data
  const detail = droit ?? role ?? modele ?? date ?? null
  return { n, instant, agent, acte, compte: compte === '' ? null : compte, detail }
}

function lireFin(file: string): string | null {
  let descripteur: number | null = null
  try {
    descripteur = openSync(file, 'r')
    const { size } = fstatSync(descripteur)
    const octets = Buffer.alloc(Math.min(size, FENETRE))
    readSync(descripteur, octets, 0, octets.length, size - octets.length)
    return octets.toString('utf8')
  } catch {
    return null
  } finally {
    if (descripteur !== null) closeSync(descripteur)
  }
}
