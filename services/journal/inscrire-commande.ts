import { mkdirSync, rmSync, statSync } from 'node:fs'
import { setTimeout as attendre } from 'node:timers/promises'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import { DefautStockage } from '../coffre/defaut-stockage.ts'
import { openJournal, type EntreeJournal, type OuvertureJournal } from './open-journal.ts'

const REGARD_MS = 20
const PATIENCE_MS = 5_000
/** A line takes milliseconds: whoever holds the journal longer has been killed. */
const ABANDON_MS = 30_000

/**
 * Adds one line to a journal that several programs write: commands run beside the workstation, whose own journal has one writer, and
 * beside one another. Refusals `journal/illisible`, `journal/rompu`, `journal/ecriture`: the act must then not be done.
 */
export async function inscrireCommande(
  ouverture: OuvertureJournal,
  entree: EntreeJournal,
): Promise<Result<null, Refus>> {
  const verrou = `${ouverture.file}.verrou`
  if (!(await prendre(verrou, performance.now() + PATIENCE_MS))) return echec(refuser('journal/ecriture'))
  try {
    return ajouter(ouverture, entree)
  } finally {
    rendre(verrou)
  }
}

function ajouter(ouverture: OuvertureJournal, entree: EntreeJournal): Result<null, Refus> {
  const journal = openJournal(ouverture)
  if (!journal.ok) return journal
  try {
    journal.value.ecrire(entree)
    return succes(null)
  } catch (cause) {
    if (!(cause instanceof DefautStockage)) throw cause
    return echec(cause.refus)
  } finally {
    journal.value.close()
  }
}

/** A folder is made by one program alone. */
async function prendre(verrou: string, fin: number): Promise<boolean> {
  while (performance.now() < fin) {
    try {
      mkdirSync(verrou)
      return true
    } catch (cause) {
      if (!(cause instanceof Error) || !('code' in cause) || cause.code !== 'EEXIST') return false
    }
    liberer(verrou)
    await attendre(REGARD_MS)
  }
  return false
}

/** Opens again a journal whose last writer was killed. */
function liberer(verrou: string): void {
  const pris = statSync(verrou, { throwIfNoEntry: false })
  if (pris && Date.now() - pris.mtimeMs > ABANDON_MS) rendre(verrou)
}

const rendre = (verrou: string): void => rmSync(verrou, { recursive: true, force: true })
