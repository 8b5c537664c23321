import type { EtatLecteur } from '#domain/cartes/etat-cartes.ts'
import type { CpxPresente, EtatCpx } from '#domain/cartes/etat-cpx.ts'
import { refuser, type CodeRefus, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import type { CardStation } from '../../pcsc/station.ts'
import { createActQueue } from './act-queue.ts'
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
  /** Version of the library, whether or not a card is there. */
  version(): Promise<Result<string, Refus>>
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

/** Follows the professional card: named as it enters, forgotten as it leaves. */
export function followCpx(options: OptionsCpx): BureauCpx {
  const { station, cryptolib, publish, delaiMs = DELAI_MS, onHung } = options
  const file = createActQueue(delaiMs, onHung)
  let presente: Insertion | null = null

  const drop = (partie: Insertion | null): void => {
    presente = null
    partie?.depart.abort()
    if (partie) file.after(() => partie.jeton?.close() ?? Promise.resolve())
  }
  const show = (insertion: Insertion, vue: CpxPresente): void => {
    if (insertion.depart.signal.aborted) return
    insertion.vue = vue
    publish(vue)
  }
  const read = async (insertion: Insertion): Promise<void> => {
    const { lecteur, depart } = insertion
    const lu = await file.run(depart.signal, () => open(station, cryptolib, insertion))
    if (lu.ok) show(insertion, lu.value)
    else if (!depart.signal.aborted) publish({ etat: 'refusee', ...placeOf(lecteur), refus: lu.error.code })
  }
  const using = async <T>(
    presence: number,
    act: (jeton: JetonCpx, insertion: Insertion) => Promise<Result<T, Refus>>,
  ): Promise<Result<T, Refus>> => {
    const insertion = presente
    if (!insertion) return refused('cpx/absente')
    const { jeton, vue } = insertion
    if (vue?.presence !== presence || !jeton) return refused('cpx/changee')
    return file.run(insertion.depart.signal, () => act(jeton, insertion))
  }
  /** Tells the new state of the PIN. */
  const refresh = async (jeton: JetonCpx, insertion: Insertion, ouverte: boolean): Promise<void> => {
    const code = await jeton.pinState()
    if (code.ok && insertion.vue) show(insertion, { ...insertion.vue, code: code.value, ouverte })
  }

  station.watch((etat) => {
    const cpx = findCpx(etat, presente?.vue?.presence ?? null)
    if (cpx.ok && cpx.value.presence === presente?.lecteur.presence) return
    drop(presente)
    if (etat.refus) cryptolib.outdate()
    if (!cpx.ok) return publish({ etat: 'absente', refus: cpx.error.code })
    presente = { lecteur: cpx.value, depart: new AbortController(), jeton: null, vue: null }
    publish({ etat: 'lecture', ...placeOf(cpx.value) })
    void read(presente)
  })
  return {
    version: () => file.run(JAMAIS, () => cryptolib.version()),
    unlock: (presence, code) =>
      using(presence, async (jeton, insertion) => {
        const presentee = await jeton.login(code)
        await refresh(jeton, insertion, presentee.ok)
        return presentee
      }),
    sign: (presence, condensat, cle) => using(presence, (jeton) => jeton.sign(condensat, cle)),
    lock: (presence) =>
      using(presence, async (jeton, insertion) => {
        await jeton.logout()
        return succes(await refresh(jeton, insertion, false))
      }),
  }
}

/** What no card's departure ends. */
const JAMAIS = new AbortController().signal

const refused = (code: CodeRefus): Result<never, Refus> => echec(refuser(code))

const placeOf = ({ nom, presence }: EtatLecteur) => ({ lecteur: nom, presence })

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
  return succes({
    etat: 'presente',
    ...placeOf(lecteur),
    porteur,
    certificats,
    code: code.value,
    ouverte: false,
  })
}
