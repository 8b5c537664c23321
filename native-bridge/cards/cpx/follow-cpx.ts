import type { EtatCartes, EtatLecteur } from '#domain/cartes/etat-cartes.ts'
import type { CpxPresente, EtatCpx } from '#domain/cartes/etat-cpx.ts'
import { refuser, type CodeRefus, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import { createReaderQueue } from '../../pcsc/reader-queue.ts'
import type { CardStation } from '../../pcsc/station.ts'
import { confirmCps } from './confirm-cps.ts'
import type { Cryptolib } from './cryptolib.ts'
import { findCpx } from './find-card.ts'
import { openCard } from './open-card.ts'
import type { CodePresente } from './pin.ts'
import type { CleCpx } from './read-token.ts'
import type { JetonCpx } from './token.ts'

/** What may be asked of the CPx now inserted; each act names the insertion it is meant for. */
export interface BureauCpx {
  unlock(presence: number, code: CodePresente): Promise<Result<void, Refus>>
  sign(presence: number, condensat: Uint8Array, cle: CleCpx): Promise<Result<Uint8Array, Refus>>
  /** Forgets the PIN; the card must be given it again to sign. */
  lock(presence: number): Promise<Result<void, Refus>>
}

export interface OptionsCpx {
  readonly station: Pick<CardStation, 'watch' | 'withCard'>
  readonly cryptolib: Cryptolib
  readonly publish: (etat: EtatCpx) => void
  /** Longest time of one act, in milliseconds: a real card reads a certificate in seconds. */
  readonly delaiMs?: number
  /** The library never came back: only the end of its process frees it. */
  readonly onHung: () => void
}

interface Insertion {
  readonly lecteur: EtatLecteur
  readonly depart: AbortController
  jeton: JetonCpx | null
  vue: CpxPresente | null
}

const DELAI_MS = 20_000
const FILE = 'cryptolib'

/** Follows the professional card: named as it enters, forgotten as it leaves, one PKCS#11 act at a time. */
export function followCpx(options: OptionsCpx): BureauCpx {
  const { station, cryptolib, publish, delaiMs = DELAI_MS, onHung } = options
  const file = createReaderQueue()
  let presente: Insertion | null = null

  const show = (insertion: Insertion, vue: CpxPresente): void => {
    insertion.vue = vue
    publish(vue)
  }
  const drop = (): void => {
    const partie = presente
    presente = null
    partie?.depart.abort()
    // What was opened is closed behind the acts under way.
    if (partie) void file.enter(FILE, () => partie.jeton?.close() ?? Promise.resolve())
  }
  const read = async (insertion: Insertion): Promise<void> => {
    const { lecteur, depart } = insertion
    const lu = await run(insertion, () => open(station, cryptolib, insertion))
    if (depart.signal.aborted) return
    const { nom, presence } = lecteur
    if (lu.ok) show(insertion, lu.value)
    else publish({ etat: 'refusee', lecteur: nom, presence, refus: lu.error.code })
  }
  /** Runs one act in its turn; the card's departure or the delay ends the wait, never the native call. */
  const run = <T>(insertion: Insertion, act: () => Promise<Result<T, Refus>>): Promise<Result<T, Refus>> => {
    const { signal } = insertion.depart
    const travail = file.enter(FILE, () => (signal.aborted ? gone() : act()))
    return bounded(travail, { signal, delaiMs, onHung })
  }
  const using = async <T>(
    presence: number,
    act: (jeton: JetonCpx, insertion: Insertion) => Promise<Result<T, Refus>>,
  ): Promise<Result<T, Refus>> => {
    const insertion = presente
    if (!insertion) return refused('cpx/absente')
    const { jeton } = insertion
    if (insertion.lecteur.presence !== presence || !jeton) return refused('cpx/changee')
    return run(insertion, () => act(jeton, insertion))
  }
  /** Tells the new state of the PIN; a card that left meanwhile has none. */
  const refresh = async (jeton: JetonCpx, insertion: Insertion, ouverte: boolean): Promise<void> => {
    const code = await jeton.pinState()
    if (code.ok && insertion.vue && !insertion.depart.signal.aborted) {
      show(insertion, { ...insertion.vue, code: code.value, ouverte })
    }
  }

  station.watch((etat: EtatCartes) => {
    const cpx = findCpx(etat, presente?.vue?.presence ?? null)
    if (cpx.ok && cpx.value.presence === presente?.lecteur.presence) return
    drop()
    if (etat.refus) cryptolib.outdate()
    if (!cpx.ok) return publish({ etat: 'absente', refus: cpx.error.code })
    presente = { lecteur: cpx.value, depart: new AbortController(), jeton: null, vue: null }
    publish({ etat: 'lecture', lecteur: cpx.value.nom, presence: cpx.value.presence })
    void read(presente)
  })
  return {
    unlock: (presence, code) =>
      using(presence, async (jeton, insertion) => {
        const presente = await jeton.login(code)
        await refresh(jeton, insertion, presente.ok)
        return presente
      }),
    sign: (presence, condensat, cle) => using(presence, (jeton) => jeton.sign(condensat, cle)),
    lock: (presence) =>
      using(presence, async (jeton, insertion) => {
        await jeton.logout()
        await refresh(jeton, insertion, false)
        return succes(undefined)
      }),
  }
}

const refused = (code: CodeRefus): Result<never, Refus> => echec(refuser(code))

const gone = () => Promise.resolve(refused('cpx/retiree'))

async function open(
  station: OptionsCpx['station'],
  cryptolib: Cryptolib,
  insertion: Insertion,
): Promise<Result<CpxPresente, Refus>> {
  const { lecteur, depart } = insertion
  if (lecteur.carte === 'cps3') {
    const confirmee = await station.withCard(lecteur.nom, confirmCps, depart.signal)
    // A card that another program holds is left to the library to judge.
    if (confirmee.ok && !confirmee.value) return refused('cpx/non-reconnue')
  }
  const jeton = await openCard(cryptolib, lecteur.carte, depart.signal)
  if (!jeton.ok) return jeton
  insertion.jeton = jeton.value
  const code = await jeton.value.pinState()
  if (!code.ok) return code
  const { porteur, certificats } = jeton.value
  const { nom, presence } = lecteur
  return succes({
    etat: 'presente',
    lecteur: nom,
    presence,
    porteur,
    certificats,
    code: code.value,
    ouverte: false,
  })
}

interface Bornes {
  readonly signal: AbortSignal
  readonly delaiMs: number
  readonly onHung: () => void
}

async function bounded<T>(
  travail: Promise<Result<T, Refus>>,
  { signal, delaiMs, onHung }: Bornes,
): Promise<Result<T, Refus>> {
  const fin = Promise.withResolvers<Result<T, Refus>>()
  const leave = (): void => fin.resolve(refused('cpx/retiree'))
  const minuterie = setTimeout(() => {
    fin.resolve(refused('cpx/delai'))
    onHung()
  }, delaiMs)
  signal.addEventListener('abort', leave, { once: true })
  if (signal.aborted) leave()
  try {
    return await Promise.race([travail, fin.promise])
  } finally {
    clearTimeout(minuterie)
    signal.removeEventListener('abort', leave)
  }
}
