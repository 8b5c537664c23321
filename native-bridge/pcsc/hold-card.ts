import { refuser, type CodeRefus, type Refus } from '#domain/refus/refus.ts'
import { echec, type Result } from '#domain/result.ts'
import type { CardChannel } from '../apdu/card-command.ts'
import { openCardChannel } from './card-channel.ts'
import { pause } from './pause.ts'
import type { Contexte, Liaison, PcscDriver, Reponse } from './pcsc-driver.ts'
import type { ReaderQueue } from './reader-queue.ts'
import { codeRefusDe, SCARD, type CodeScard } from './scard-codes.ts'

/** A whole work on one card: its value, or the refusal that ended it. */
export type TravailCarte<T> = (card: CardChannel) => Promise<Result<T, Refus>>

export interface Prise<T> {
  readonly driver: PcscDriver
  readonly reader: string
  readonly work: TravailCarte<T>
  readonly queue: ReaderQueue
  readonly delaiMs: number
  readonly signal?: AbortSignal
}

const PARTAGE = { essais: 3, pauseMs: 300 } as const

/** How far a work went, to name rightly what a time-out waited for. */
interface Suivi {
  readonly signal: AbortSignal
  phase: 'file' | 'connexion' | 'verrou' | 'echange'
  contexte: Contexte | null
}

/**
 * Takes a card, runs the work in one transaction and lets it go, within the delay. Native calls cannot be interrupted: on time-out
 * the caller gets its refusal and the calls end behind it, the reader's next work waiting for them.
 */
export async function holdCard<T>(prise: Prise<T>): Promise<Result<T, Refus>> {
  // One controller for both ends rather than AbortSignal.any, whose composite outlives the work in memory.
  const controle = new AbortController()
  const abort = (): void => controle.abort()
  const minuterie = setTimeout(abort, prise.delaiMs)
  prise.signal?.addEventListener('abort', abort, { once: true })
  if (prise.signal?.aborted === true) abort()
  const suivi: Suivi = { signal: controle.signal, phase: 'file', contexte: null }
  try {
    const travail = prise.queue.enter(prise.reader, () => attempt(prise, suivi))
    return await Promise.race([travail, abandon(prise, suivi)])
  } finally {
    clearTimeout(minuterie)
    prise.signal?.removeEventListener('abort', abort)
  }
}

async function abandon<T>(prise: Prise<T>, suivi: Suivi): Promise<Result<T, Refus>> {
  await aborted(suivi.signal)
  // pcsc-lite waits for a transaction by polling: only the end of its context stops it. A command under way ends by itself.
  if (suivi.phase === 'verrou') void giveBack(prise, suivi)
  return refused(abandonCode(prise, suivi), prise)
}

function abandonCode<T>(prise: Prise<T>, suivi: Suivi): CodeRefus {
  if (prise.signal?.aborted === true) return 'cartes/annulee'
  // pcscd answers a connection only once no other program is in a transaction.
  return suivi.phase === 'connexion' || suivi.phase === 'verrou' ? 'cartes/occupee' : 'cartes/delai'
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })

const refused = <T>(code: CodeRefus, prise: Prise<T>): Result<never, Refus> =>
  echec(refuser(code, prise.reader))

const failed = <T>(code: CodeScard, prise: Prise<T>): Result<never, Refus> =>
  refused(codeRefusDe(code, prise.driver.systeme), prise)

async function attempt<T>(prise: Prise<T>, suivi: Suivi): Promise<Result<T, Refus>> {
  if (suivi.signal.aborted) return refused('cartes/annulee', prise)
  // A context of its own: pcsc-lite serialises the calls of one context, and the monitor's is always waiting.
  const contexte = await prise.driver.establish()
  if (!contexte.ok) return failed(contexte.error, prise)
  suivi.contexte = contexte.value
  suivi.phase = 'connexion'
  try {
    const liaison = await connect(prise, contexte.value, suivi.signal)
    if (!liaison.ok) return failed(liaison.error, prise)
    return await once(prise, suivi, liaison.value)
  } finally {
    await giveBack(prise, suivi)
  }
}

async function giveBack<T>(prise: Prise<T>, suivi: Suivi): Promise<void> {
  const { contexte } = suivi
  suivi.contexte = null
  if (contexte !== null) await prise.driver.release(contexte)
}

/** Another program may hold the card for itself an instant. */
async function connect<T>(prise: Prise<T>, contexte: Contexte, signal: AbortSignal): Reponse<Liaison> {
  for (let essai = 0; ; essai += 1) {
    const liaison = await prise.driver.connect(contexte, prise.reader)
    const occupee = !liaison.ok && liaison.error === SCARD.SHARING_VIOLATION
    if (!occupee || essai === PARTAGE.essais || signal.aborted) return liaison
    await pause(PARTAGE.pauseMs, signal)
  }
}

/** Does the work, and once more from its beginning when another program reset the card meanwhile. */
async function once<T>(prise: Prise<T>, suivi: Suivi, liaison: Liaison): Promise<Result<T, Refus>> {
  const premier = await transact(prise, suivi, liaison)
  if (premier.code !== SCARD.RESET_CARD) {
    await prise.driver.disconnect(liaison)
    return premier.resultat
  }
  const reprise = await prise.driver.reconnect(liaison)
  if (!reprise.ok) return failed(reprise.error, prise)
  const second = await transact(prise, suivi, reprise.value)
  await prise.driver.disconnect(reprise.value)
  return second.resultat
}

interface Issue<T> {
  /** The PC/SC failure of the transaction, when there was one. */
  readonly code: CodeScard
  readonly resultat: Result<T, Refus>
}

async function transact<T>(prise: Prise<T>, suivi: Suivi, liaison: Liaison): Promise<Issue<T>> {
  suivi.phase = 'verrou'
  const debut = await prise.driver.begin(liaison)
  if (!debut.ok) return { code: debut.error, resultat: failed(debut.error, prise) }
  suivi.phase = 'echange'
  const channel = openCardChannel(prise.driver, liaison, suivi.signal)
  try {
    const resultat = await prise.work(channel)
    const code = channel.failure()
    // A work that swallowed a failed command must not pass for a success.
    return { code, resultat: code === SCARD.SUCCESS ? resultat : failed(code, prise) }
  } finally {
    await prise.driver.end(liaison)
  }
}
