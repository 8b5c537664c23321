import { phraseDe, type Refus } from '#domain/refus/refus.ts'
import type { DetailsInsi } from '#services/insi/faults.ts'

/** What a command leaves: text for stdout, refusals for stderr. Exit 0 when nothing was refused, 2 otherwise, unless it says which. */
export interface Sortie {
  readonly texte: string
  readonly refus: readonly RefusCli[]
  readonly sortie?: number
}

/** A refusal with what only the command line can tell: the line of a file, or what INSi said of a call. */
export type RefusCli = Refus & {
  readonly ligne?: number
  readonly messageId?: string
  readonly details?: DetailsInsi
}

export interface Commande {
  readonly usage: string
  readonly resume: string
  executer(args: readonly string[]): Promise<Sortie>
}

export const reussir = (texte: string): Sortie => ({ texte, refus: [] })

export const echouer = (...refus: readonly RefusCli[]): Sortie => ({ texte: '', refus })

/** One JSON object on one line, as automation reads it. */
export const ligneErreur = (refus: RefusCli): string => JSON.stringify({ ...refus, message: phraseDe(refus) })
