import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { openJournal } from '../journal/open-journal.ts'
import { parcoursExemple } from './admission-exemple.ts'
import { openCoffre } from './sqlite/open-coffre.ts'

/** What the writer tells on its standard output as soon as it is durable, one JSON array a line. */
export type Confirmation =
  | readonly ['ouverture']
  | readonly ['ipp', string]
  | readonly ['journal', number]
  | readonly ['admission', string, number]
  | readonly ['ancre', number]

export const fichiersDe = (dossier: string) => ({
  coffre: join(dossier, 'coffre.db'),
  journal: join(dossier, 'journal.jsonl'),
})

/**
 * Writes admissions and journal lines as the desk does, until the process is killed, and confirms each durable step
 * after it: the other side of the power-cut campaign.
 */
export async function ecrireSansFin(dossier: string, cle: string, tour: string): Promise<never> {
  confirmer(['ouverture'])
  const { coffre: file, journal: fichierJournal } = fichiersDe(dossier)
  const coffre = await openCoffre({ file, key: Buffer.from(cle, 'hex'), creer: true })
  if (!coffre.ok) throw new Error(coffre.error.code)
  const journal = openJournal({ file: fichierJournal, now: () => new Date(), poste: 'Campagne' })
  if (!journal.ok) throw new Error(journal.error.code)
  const { admissions, compteurs, ancrage } = coffre.value

  for (let patient = 0; ; patient++) {
    const id = `${tour}-${patient}`
    confirmer(['ipp', await compteurs.suivantIpp()])
    for (const [rang, etat] of parcoursExemple(id).etats.entries()) {
      const entree = { agent: etat.agent, admission: id, acte: { acte: 'admission-reprise' } } as const
      const ancre = journal.value.ecrire(entree)
      confirmer(['journal', ancre.n])
      await admissions.enregistrer(etat)
      confirmer(['admission', id, rang])
      await ancrage.poser(ancre)
      confirmer(['ancre', ancre.n])
    }
  }
}

const confirmer = (confirmation: Confirmation): void => void writeSync(1, `${JSON.stringify(confirmation)}\n`)
