import { ORPCError } from '@orpc/client'
import { estCodeRefus, refuser, type CodeRefus, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import type { Store } from './create-store.ts'
import type { DeskState, Zone } from './desk-state.ts'
import { refuse } from './refuse.ts'

/**
 * Makes a call; its refusal is kept in the zone that caused it until the next attempt there, and announced. One that comes back
 * after the patient left is not shown to the next, unless `late` says it of the previous patient.
 */
export type Attempt = <T>(zone: Zone, call: () => Promise<T>, late?: CodeRefus) => Promise<Result<T, Refus>>

export function createAttempt(store: Store<DeskState>): Attempt {
  return async (zone, call, late) => {
    const patient = patientOf(store.read())
    store.update(({ refus: { [zone]: _before, ...refus }, ...state }) => ({ ...state, refus }))
    try {
      return succes(await call())
    } catch (error) {
      const code = codeOf(error)
      store.update((state) => {
        if (patientOf(state) === patient) return refuse(state, zone, code)
        return late === undefined ? state : refuse(state, 'impression', late)
      })
      return echec(refuser(code))
    }
  }
}

const patientOf = ({ admission }: DeskState): string | null => admission?.id ?? null

/** The refusal an error carries. An answer the contract does not declare is a bug of the workstation; no answer, a lost link. */
function codeOf(error: unknown): CodeRefus {
  if (!(error instanceof ORPCError)) return 'poste/liaison'
  if (error.code === 'BAD_REQUEST') return 'contrat/demande-invalide'
  const data: unknown = error.data
  const code = typeof data === 'object' && data !== null && 'code' in data ? data.code : null
  return typeof code === 'string' && estCodeRefus(code) ? code : 'poste/incident'
}
