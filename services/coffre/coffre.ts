import type { Refus } from '#domain/refus/refus.ts'
import type { Result } from '#domain/result.ts'
import type { Ancrage } from './ancrage.ts'
import type { Compteurs } from './compteurs.ts'
import type { DepotAdmissions } from './depot-admissions.ts'
import type { DepotAttentes } from './depot-attentes.ts'
import type { DepotCopies } from './depot-copies.ts'
import type { DepotDifferes } from './depot-differes.ts'
import type { DepotPatients } from './depot-patients.ts'
import type { DepotReponsesInsi } from './depot-reponses-insi.ts'
import type { MarqueEnvironnement } from './marque-environnement.ts'

/**
 * The encrypted store of a workstation. Opening tells its refusals as values; once open, only a failing disk or a
 * damaged store makes a repository reject, with a `DefautStockage`, because a forgotten result would lose an admission.
 */
export interface Coffre {
  readonly admissions: DepotAdmissions
  readonly patients: DepotPatients
  readonly attentes: DepotAttentes
  readonly differes: DepotDifferes
  readonly copies: DepotCopies
  readonly reponsesInsi: DepotReponsesInsi
  readonly compteurs: Compteurs
  readonly ancrage: Ancrage
  readonly marque: MarqueEnvironnement
  /** Reads every page and every index; refuses with `coffre/illisible` at the first fault. */
  verifier(): Promise<Result<null, Refus>>
  close(): Promise<void>
}
