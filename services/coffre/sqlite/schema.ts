import type { ColumnType, Generated } from 'kysely'
import type { AppelDiffere } from '#domain/admission/appel-differe.ts'
import type { Conclusion, MotifTransfert } from '#domain/decision/faits-decision.ts'
import type { Statut } from '#domain/identite/statut.ts'
import type { Raison } from '#domain/travail/raison.ts'

/** The tables as they stand after the last migration. */
export interface SchemaCoffre {
  readonly admission: {
    /** Order of opening, which a clock set back cannot change. */
    readonly rang: Generated<number>
    readonly id: ColumnType<string, string, never>
    readonly ouverte_le: string
    readonly agent: string
    readonly ipp: string
    readonly nda: string
    readonly statut: Statut
    readonly close: number
    readonly nom_naissance: string | null
    readonly prenoms_naissance: string | null
    readonly date_naissance: string | null
    /** The whole admission; the other columns only serve to find it. */
    readonly document: string
    /** Who has it at his desk, and until when if he gives no sign; written by no save. */
    readonly tenue_par: ColumnType<string | null, never, string | null>
    readonly tenue_jusqua: ColumnType<string | null, never, string | null>
  }
  /** One row for an admission on a work list. */
  readonly attente: {
    readonly admission_id: string
    readonly raison: Raison | 'preparee'
    readonly depuis: string
    readonly par: string
    readonly motif: MotifTransfert | Conclusion | null
    readonly pour: string | null
    readonly site: string | null
    readonly secteur: string | null
  }
  /** One row for an admission whose call was put off. */
  readonly appel_differe: {
    readonly admission_id: string
    readonly etat: AppelDiffere['etat']
    readonly par: string
    readonly le: string
  }
  readonly reponse_insi: {
    readonly appel_id: ColumnType<string, string, never>
    readonly admission_id: ColumnType<string, string, never>
    readonly message_id: ColumnType<string, string, never>
    readonly recue_le: ColumnType<string, string, never>
    readonly brut: ColumnType<Uint8Array, Uint8Array, never>
  }
  /** One row a patient, pointing at his last admission; the other columns only serve to find him. */
  readonly patient: {
    readonly ipp: string
    readonly admission_id: string
    readonly date_naissance: string | null
    readonly matricule: string | null
    readonly oid: string | null
  }
  /** What a patient is found by; a PostgreSQL column would take the "C" collation, since keys are compared as bytes. */
  readonly patient_cle: { readonly champ: string; readonly cle: string; readonly ipp: string }
  readonly copie: {
    readonly id: ColumnType<string, string, never>
    readonly admission_id: ColumnType<string, string, never>
    readonly cle: ColumnType<Uint8Array, Uint8Array, never>
  }
  readonly compteur: { readonly nom: string; readonly valeur: number }
  /** One row at most, of identifier 1, as below. */
  readonly marque: { readonly id: number; readonly environnement: string }
  readonly ancre: { readonly id: number; readonly n: number; readonly empreinte: string }
}
