import type { CodeRefus, Refus } from '#domain/refus/refus.ts'
import type { CartesClient } from '#native-bridge/proc/cartes-client.ts'

/** One thing that went wrong with readers or cards; a code and a reader, never anything of a card. */
export interface IncidentCartes {
  /** ISO 8601 UTC. */
  readonly instant: string
  readonly refus: CodeRefus
  readonly lecteur: string | null
}

export interface IncidentsCartes {
  /** The last ones, the latest first. */
  readonly derniers: () => readonly IncidentCartes[]
  readonly noter: (refus: Refus) => void
  readonly arreter: () => void
}

const GARDES = 20

/** An empty reader is no fault. */
const ORDINAIRES: ReadonlySet<CodeRefus> = new Set<CodeRefus>([
  'cartes/absente',
  'cartes/annulee',
  'cpx/absente',
])

/** Remembers what goes wrong, as the readers and the professional card say it. */
export function suivreIncidents(
  cartes: Pick<CartesClient, 'watch' | 'cpx'>,
  now: () => Date,
): IncidentsCartes {
  let derniers: readonly IncidentCartes[] = []
  let dits: Readonly<Record<'cartes' | 'cpx', CodeRefus | null>> = { cartes: null, cpx: null }
  const noter = ({ code, champ }: Refus): void => {
    if (ORDINAIRES.has(code)) return
    derniers = [{ instant: now().toISOString(), refus: code, lecteur: champ ?? null }, ...derniers].slice(
      0,
      GARDES,
    )
  }
  /** A state lasts: it is noted once. */
  const dire = (qui: 'cartes' | 'cpx', refus: CodeRefus | null, lecteur?: string): void => {
    if (refus !== null && dits[qui] !== refus)
      noter(lecteur === undefined ? { code: refus } : { code: refus, champ: lecteur })
    dits = { ...dits, [qui]: refus }
  }
  const cesser = [
    cartes.watch(({ refus }) => dire('cartes', refus)),
    cartes.cpx.watch((etat) => {
      if (etat.etat === 'refusee') dire('cpx', etat.refus, etat.lecteur)
      // What both say of the service is said once.
      else dire('cpx', etat.etat === 'absente' && etat.refus.startsWith('cpx/') ? etat.refus : null)
    }),
  ]
  return { derniers: () => derniers, noter, arreter: () => cesser.forEach((arreter) => arreter()) }
}

/** A reading as it was asked, its refusal noted. */
export const noterLecture =
  ({ noter }: IncidentsCartes, lireVitale: CartesClient['lireVitale']): CartesClient['lireVitale'] =>
  async (signal) => {
    const lue = await lireVitale(signal)
    if (!lue.ok) noter(lue.error)
    return lue
  }
