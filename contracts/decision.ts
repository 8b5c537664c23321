import { z } from 'zod'
import {
  CONCLUSIONS,
  MOTIFS_TRANSFERT,
  NOTICES,
  type Conclusion,
  type MotifTransfert,
  type Notice,
} from '#domain/decision/faits-decision.ts'

/** Why a file is handed to the INS referent. */
export const motifTransfert = z.enum(Object.keys(MOTIFS_TRANSFERT) as [MotifTransfert, ...MotifTransfert[]])

/** A leaflet handed to the patient. */
export const notice = z.enum(Object.keys(NOTICES) as [Notice, ...Notice[]])

/** How the second level leaves a file it cannot complete. */
export const conclusion = z.enum(Object.keys(CONCLUSIONS) as [Conclusion, ...Conclusion[]])
