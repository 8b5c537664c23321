import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import type { DepotAdmissions } from '#services/coffre/depot-admissions.ts'

interface PortsTenue {
  readonly agent: string
  readonly depot: Pick<DepotAdmissions, 'prendre' | 'rendre'>
  readonly now: () => Date
}

/** The hold of this desk on one admission: what two persons must never have at once. */
export interface Tenue {
  /** Holds this saved admission, and no other any more; refused with `travail/deja-ouverte` when somebody else holds it. */
  readonly tenir: (admission: string) => Promise<Result<null, Refus>>
  readonly lacher: () => Promise<void>
  /** Holds one more admission for as long as this takes; refused in the same way. */
  readonly pendant: <T>(
    admission: string,
    faire: () => Promise<Result<T, Refus>>,
  ) => Promise<Result<T, Refus>>
}

/** How long a desk that gives no sign keeps an admission. */
const DUREE_MS = 30 * 60_000

export function creerTenue({ agent, depot, now }: PortsTenue): Tenue {
  let tenue: { readonly admission: string; readonly renouvelerLe: number } | null = null

  async function lacher(): Promise<void> {
    const { admission } = tenue ?? {}
    tenue = null
    if (admission !== undefined) await depot.rendre(admission, agent)
  }

  async function prendre(admission: string, maintenant: Date): Promise<Result<null, Refus>> {
    const jusqua = new Date(maintenant.getTime() + DUREE_MS).toISOString()
    const prise = { par: agent, maintenant: maintenant.toISOString(), jusqua }
    const autre = await depot.prendre(admission, prise)
    return autre === null ? succes(null) : echec(refuser('travail/deja-ouverte'))
  }

  return {
    lacher,
    async tenir(admission) {
      const maintenant = now()
      if (tenue?.admission === admission && maintenant.getTime() < tenue.renouvelerLe) return succes(null)
      if (tenue?.admission !== admission) await lacher()
      const prise = await prendre(admission, maintenant)
      tenue = prise.ok ? { admission, renouvelerLe: maintenant.getTime() + DUREE_MS / 2 } : null
      return prise
    },
    async pendant(admission, faire) {
      const prise = await prendre(admission, now())
      if (!prise.ok) return prise
      try {
        return await faire()
      } finally {
        await depot.rendre(admission, agent)
      }
    },
  }
}
