import type { GenreCarte } from '#domain/cartes/etat-cartes.ts'
import { refuser, type CodeRefus, type Refus } from '#domain/refus/refus.ts'
import { echec, type Result } from '#domain/result.ts'
import { pause } from '../../pcsc/pause.ts'
import type { Cryptolib } from './cryptolib.ts'
import { openToken, type JetonCpx } from './token.ts'

/** The library may see a card an instant after PC/SC, or need to be initialised again: nothing here presents a PIN. */
const ESSAIS = 3
const PAUSE_MS = 300
const PASSAGERS: ReadonlySet<CodeRefus> = new Set<CodeRefus>(['cpx/non-reconnue', 'cpx/retiree'])

/** Opens the card PC/SC announced, until the signal says that it left. A CPS4 that stays unknown asks for a newer Cryptolib. */
export async function openCard(
  cryptolib: Cryptolib,
  genre: GenreCarte | null,
  signal: AbortSignal,
): Promise<Result<JetonCpx, Refus>> {
  for (let essai = 1; ; essai += 1) {
    const ck = await cryptolib.ready()
    if (!ck.ok) return ck
    const jeton = await openToken(ck.value)
    if (jeton.ok || !PASSAGERS.has(jeton.error.code)) return jeton
    if (signal.aborted || essai === ESSAIS) return named(jeton.error, genre)
    cryptolib.outdate()
    await pause(PAUSE_MS, signal)
  }
}

function named(refus: Refus, genre: GenreCarte | null): Result<never, Refus> {
  const ancienne = refus.code === 'cpx/non-reconnue' && genre === 'cps4'
  return echec(ancienne ? refuser('cpx/bibliotheque-ancienne') : refus)
}
