import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openJournal, type EntreeJournal, type Journal } from './open-journal.ts'

/** A real journal in a folder of its own, for tests; its clock advances by one second a line. */
export interface JournalEssai {
  readonly file: string
  readonly ouvrir: () => Journal
  readonly octets: () => Buffer
  readonly detruire: () => void
}

export function journalEssai(): JournalEssai {
  const dossier = mkdtempSync(join(tmpdir(), 'journal-'))
  const file = join(dossier, 'journal.jsonl')
  let secondes = 0
  return {
    file,
    octets: () => readFileSync(file),
    detruire: () => rmSync(dossier, { recursive: true }),
    ouvrir() {
      const now = (): Date => new Date(Date.UTC(2026, 10, 22, 8, 0, secondes++))
      const journal = openJournal({ file, now, poste: 'Accueil 1' })
      if (!journal.ok) throw new Error(journal.error.code)
      return journal.value
    },
  }
}

/** A few acts of every shape. */
export const ENTREES: readonly EntreeJournal[] = [
  { agent: null, admission: null, acte: { acte: 'poste-demarre', version: '0.1.0' } },
  { agent: null, admission: null, acte: { acte: 'session-refusee', refus: 'session/identifiants' } },
  { agent: 'claire', admission: null, acte: { acte: 'session-ouverte', moyen: 'mot-de-passe' } },
  { agent: 'claire', admission: 'a', acte: { acte: 'admission-ouverte' } },
  { agent: 'claire', admission: 'a', acte: { acte: 'trait-modifie', trait: 'nomNaissance' } },
  {
    agent: 'claire',
    admission: 'a',
    acte: {
      acte: 'insi-demandee',
      appelId: 'appel-1',
      lieu: false,
      finalite: 'venue',
      variante: 'initiale',
      rang: 1,
      sur: 1,
    },
  },
  { agent: 'claire', admission: 'a', acte: { acte: 'admission-close', statut: 'qualifiee' } },
]
