import type { Refus } from '#domain/refus/refus.ts'
import type { Result } from '#domain/result.ts'
import type { Frein } from './frein.ts'
import { creerSession, type Seance, type Session } from './session.ts'
import { veiller, type Veille } from './veiller.ts'

/** How often the desk looks whether its agent has left. */
const REGARD_MS = 5000

export interface SessionGardee {
  readonly session: Session
  readonly veille: Veille
}

/** The session of the desk, slow to whoever tries passwords, closed behind whoever leaves. */
export function creerSessionGardee(
  ouvrirSeance: (identifiant: string, motDePasse: string) => Promise<Result<Seance, Refus>>,
  {
    frein,
    now,
    verrouillageMs,
  }: { readonly frein: Frein; readonly now: () => Date; readonly verrouillageMs: number },
): SessionGardee {
  const session = creerSession(frein(ouvrirSeance))
  return { session, veille: veiller(session, { now, delaiMs: verrouillageMs, periodeMs: REGARD_MS }) }
}
