import type { CpxPresente, EtatCpx } from '#domain/cartes/etat-cpx.ts'

/** The lock of a session that lives as long as the card that opened it stays in. */
export interface VerrouCarte {
  /** From now on the departure of this card locks; at once if it already left. */
  armer(carte: CpxPresente): void
  desarmer(): void
  /** The card that holds the session, as it is now; null when none does, or while nothing is known of it. */
  carte(): CpxPresente | null
  arreter(): void
}

interface Ports {
  /** Gives the known state at once, then each change. */
  readonly watch: (listener: (etat: EtatCpx) => void) => () => void
  readonly verrouiller: () => void
  /** How long a fallen card process may hide the card, in milliseconds. */
  readonly graceMs: number
}

/**
 * Locks as soon as the card is no longer the one that opened the session. While the card process itself is down nothing is known of
 * the card: the screen stays, for as long as the process takes to return, and the same card must then be there.
 */
export function verrouillerAuRetrait({ watch, verrouiller, graceMs }: Ports): VerrouCarte {
  let dernier: EtatCpx | null = null
  let tenue: CpxPresente | null = null
  let grace: NodeJS.Timeout | null = null

  function desarmer(): void {
    tenue = null
    finirGrace()
  }

  function finirGrace(): void {
    if (grace !== null) clearTimeout(grace)
    grace = null
  }

  function lacher(): void {
    desarmer()
    verrouiller()
  }

  function juger(etat: EtatCpx): void {
    if (tenue === null) return
    const revenue = estLaMeme(tenue, etat, grace !== null)
    if (revenue) {
      tenue = revenue
      return finirGrace()
    }
    if (etat.etat === 'absente' && etat.refus === 'cartes/module-arrete')
      return void (grace ??= setTimeout(lacher, graceMs))
    // A process that has just returned looks for its readers, then reads the card.
    if (grace !== null && (etat.etat === 'absente' || etat.etat === 'lecture')) return
    lacher()
  }

  const cesser = watch((etat) => {
    dernier = etat
    juger(etat)
  })
  return {
    armer(carte) {
      tenue = carte
      if (dernier !== null) juger(dernier)
    },
    desarmer,
    carte: () => (grace === null ? tenue : null),
    arreter() {
      cesser()
      desarmer()
    },
  }
}

/** The card held, as this state shows it: in the same insertion, or in any after the process fell. */
const estLaMeme = (tenue: CpxPresente, etat: EtatCpx, autreInsertion: boolean): CpxPresente | null =>
  etat.etat === 'presente' &&
  etat.certificats.signature === tenue.certificats.signature &&
  (autreInsertion || etat.presence === tenue.presence)
    ? etat
    : null
