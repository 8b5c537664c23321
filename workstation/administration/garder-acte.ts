import { peut, type Habilitation } from '#domain/droits/peut.ts'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import type { Result } from '#domain/result.ts'
import type { ActeJournal } from '#services/journal/acte-journal.ts'
import type { FileAttente } from '../etat/file-attente.ts'
import { garderStockage } from '../guichet/garder-stockage.ts'
import { jourDe } from '../guichet/jour.ts'
import { refuserActe } from '../guichet/refuser-acte.ts'

interface Garde {
  readonly habilitation: () => Habilitation
  readonly noter: (acte: ActeJournal) => Promise<void>
  /** Accounts and configuration are written one change at a time. */
  readonly ecritures: FileAttente
  readonly now: () => Date
}

/** Wraps an act: asked of somebody without the right `administrer` it is refused and leaves a trace; otherwise it waits its turn. */
export type Garder = <A extends readonly unknown[], T>(
  acte: (...demande: A) => Promise<Result<T, Refus>>,
) => (...demande: A) => Promise<Result<T, Refus>>

export const garderActe =
  ({ habilitation, noter, ecritures, now }: Garde): Garder =>
  (acte) =>
  (...demande) => {
    const refus = peut(habilitation(), 'administrer', jourDe(now()))
    if (refus !== null) {
      const journaliser = (_sujet: unknown, refuse: ActeJournal) => noter(refuse)
      return garderStockage(() => refuserActe({ journaliser }, refuser(refus), 'administration'))
    }
    return ecritures(() => garderStockage(() => acte(...demande)))
  }
