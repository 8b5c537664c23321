import type { Dispense } from '#domain/administration/homologation.ts'
import type { Habilitation } from '#domain/droits/peut.ts'
import type { Aleatoire } from '#services/comptes/nouveau-compte.ts'
import type { ActeJournal } from '#services/journal/acte-journal.ts'
import type { FileAttente } from '../etat/file-attente.ts'
import type { Signal } from '../etat/signal.ts'
import type { Frein } from '../session/frein.ts'

/** What the establishment decided, and where it is kept; it outlives the session that changes it. */
export interface PortsEtablissement {
  readonly dossier: string
  /** Why INSi opens without a decision of homologation; null when it must be recorded first. */
  readonly dispense: Dispense | null
  /** The organisation in force, and this desk's place in it. */
  readonly etablissement: Signal<Pick<Habilitation, 'organisation' | 'guichet'>>
  readonly frein: Frein
  /** Accounts and configuration are written one change at a time. */
  readonly ecritures: FileAttente
  readonly aleatoire: Aleatoire
  readonly now: () => Date
}

/** What one session administers with. */
export interface PortsAdministration extends PortsEtablissement {
  /** Identifier of the person signed in. */
  readonly agent: string
  /** Keys that prove rights and decisions; neither opens the store. */
  readonly cles: { readonly droits: Uint8Array; readonly homologation: Uint8Array }
  readonly habilitation: () => Habilitation
  readonly noter: (acte: ActeJournal) => Promise<void>
  /** Something that acts are judged by has changed. */
  readonly change: () => Promise<void>
}
