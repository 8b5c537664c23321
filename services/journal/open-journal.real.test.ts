import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { afterEach, expect, it } from 'vitest'
import { DefautStockage } from '../coffre/defaut-stockage.ts'
import { journalEssai } from './journal-essai.ts'
import { verifierJournal } from './verifier-journal.ts'

const ACTE = {
  agent: 'claire',
  admission: null,
  acte: { acte: 'session-ouverte', moyen: 'mot-de-passe' },
} as const

/** Bounds the size of the files this process may write, the way a disk fills up; true when the system accepts it. */
const borner = (octets: number | 'unlimited'): boolean =>
  spawnSync('/usr/bin/prlimit', ['--pid', String(process.pid), `--fsize=${octets}:unlimited`]).status === 0

const possible = borner('unlimited')
if (!possible)
  process.stdout.write('Disque plein : non exécuté, « /usr/bin/prlimit » est absent de ce système.\n')

const essai = journalEssai()
const ignorer = (): void => undefined
process.on('SIGXFSZ', ignorer)
afterEach(() => {
  borner('unlimited')
  process.off('SIGXFSZ', ignorer)
  essai.detruire()
})

it.skipIf(!possible)(
  'disque plein au milieu d’une ligne : acte refusé, puis journal réparé dès qu’il y a de la place',
  async () => {
    const journal = essai.ouvrir()
    journal.ecrire(ACTE)
    const avant = statSync(essai.file).size
    borner(avant + 100)
    for (let fois = 0; fois < 2; fois++)
      expect(() => journal.ecrire(ACTE)).toThrow(new DefautStockage({ code: 'journal/ecriture' }))
    expect(statSync(essai.file).size).toBe(avant + 100)
    borner('unlimited')
    const ancre = journal.ecrire(ACTE)
    journal.close()
    expect(await verifierJournal(essai.file, { ancre })).toEqual({
      ok: true,
      value: { lignes: 3, tete: ancre.empreinte, fragments: 1 },
    })
  },
)
