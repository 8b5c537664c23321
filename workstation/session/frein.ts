import { hash } from 'node:crypto'
import { refuser, type CodeRefus, type Refus } from '#domain/refus/refus.ts'
import { echec, type Result } from '#domain/result.ts'
import { lireIdentifiant } from '#services/comptes/nouveau-compte.ts'

type Ouvrir<T> = (identifiant: string, motDePasse: string) => Promise<Result<T, Refus>>

/** Slips of the hand that cost nothing; each refusal after them doubles the wait. */
const ESSAIS_LIBRES = 3
const ATTENTE_MS = { premiere: 2000, derniere: 60_000 } as const
/** An account left alone this long is forgiven. */
const OUBLI_MS = 15 * 60_000

/** What somebody who guesses is told; the code of a telephone is six digits only. */
const ERREURS: ReadonlySet<CodeRefus> = new Set<CodeRefus>(['session/identifiants', 'session/code-errone'])

interface Echecs {
  readonly nombre: number
  readonly dernier: number
}

/** Slows down one kind of opening, its failures counted with those of the others. */
export type Frein = <T>(ouvrir: Ouvrir<T>) => Ouvrir<T>

/**
 * Slows down whoever tries passwords: after three refusals an identifier waits 2 s, then twice as long each time, one minute at
 * most, and is refused `session/attente` meanwhile, without its password being looked at. `horloge` gives milliseconds and never
 * goes back. Known and unknown identifiers alike; another agent's success forgives nothing. Source: PGSSI-S, authentification.
 */
export function creerFrein(horloge: () => number): Frein {
  const echecs = new Map<string, Echecs>()
  return (ouvrir) => async (identifiant, motDePasse) => {
    const seau = seauDe(identifiant)
    const connus = echecs.get(seau) ?? { nombre: 0, dernier: 0 }
    const depuis = horloge() - connus.dernier
    if (depuis < attenteApres(connus.nombre)) return echec(refuser('session/attente'))
    const issue = await ouvrir(identifiant, motDePasse)
    if (issue.ok) echecs.delete(seau)
    else if (ERREURS.has(issue.error.code))
      echecs.set(seau, { nombre: depuis < OUBLI_MS ? connus.nombre + 1 : 1, dernier: horloge() })
    return issue
  }
}

const attenteApres = (nombre: number): number =>
  nombre < ESSAIS_LIBRES
    ? 0
    : Math.min(ATTENTE_MS.premiere * 2 ** (nombre - ESSAIS_LIBRES), ATTENTE_MS.derniere)

/** One of 4096 buckets: memory stays bounded whatever is typed, and nothing typed is kept, a password typed there least of all. */
const seauDe = (identifiant: string): string => hash('sha256', lireIdentifiant(identifiant)).slice(0, 3)
