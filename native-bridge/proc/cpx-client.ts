import { randomBytes } from 'node:crypto'
import type { EtatCpx } from '#domain/cartes/etat-cpx.ts'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import { estSigneePar, TAILLE_CONDENSAT } from '../cards/cpx/digest-info.ts'
import type { CleCpx } from '../cards/cpx/read-token.ts'
import { createStateFeed } from '../pcsc/state-feed.ts'
import type { DemandeCpx } from './messages.ts'
import { createPendingAnswers } from './pending-answers.ts'

/** A PIN as the agent typed it, for the card of one insertion. */
export interface OuvertureCpx {
  readonly presence: number
  /** ASCII digits; filled with zeros by the call. */
  readonly code: Uint8Array
  /** The agent knows that an error would lock the card. */
  readonly dernierEssai?: boolean
}

/** The professional card, for the desk: one holder at a time, gone with his card. */
export interface CpxClient {
  /** Gives the known state at once, then each change; `absente` within a moment of a removal. Returns its stop function. */
  readonly watch: (listener: (etat: EtatCpx) => void) => () => void
  /**
   * Presents the PIN, once, then has the card prove that it holds the keys of the certificate shown. Whose card it is remains to be
   * checked: its authority (`estEmisPar`) and its obstacles (`verifierPorteur`).
   */
  readonly ouvrir: (ouverture: OuvertureCpx) => Promise<Result<void, Refus>>
  /** Signs a SHA-256 digest; `cpx/retiree` or `cpx/changee` once the card of this insertion is gone. */
  readonly signer: (
    presence: number,
    condensat: Uint8Array,
    cle: CleCpx,
  ) => Promise<Result<Uint8Array, Refus>>
  /** Forgets the PIN, the card staying in. */
  readonly fermer: (presence: number) => Promise<Result<void, Refus>>
}

/** The desk's side of the channel, and what its owner tells it. */
export interface CanalCpx {
  readonly client: CpxClient
  readonly receive: (etat: EtatCpx) => void
  readonly settle: (numero: number, resultat: Result<Uint8Array, Refus>) => void
  /** The card process is down. */
  readonly fall: () => void
}

type SansNumero<D> = D extends DemandeCpx ? Omit<D, 'numero'> : never

export function createCpxClient(send: (demande: DemandeCpx) => boolean): CanalCpx {
  const feed = createStateFeed<EtatCpx>()
  const attentes = createPendingAnswers<Uint8Array>()
  let vue: EtatCpx | null = null

  const ask = (demande: SansNumero<DemandeCpx>): Promise<Result<Uint8Array, Refus>> => {
    const { numero, resultat } = attentes.open()
    if (!send({ ...demande, numero })) attentes.settle(numero, DOWN)
    return resultat
  }
  const signer: CpxClient['signer'] = (presence, condensat, cle) =>
    ask({ type: 'signerCpx', presence, condensat, cle })
  const receive = (etat: EtatCpx): void => {
    vue = etat
    feed.publish(etat)
  }

  /** A library may say yes to any PIN: a fresh number signed by the card cannot be said in its place. */
  const prove = async (presence: number): Promise<Result<void, Refus>> => {
    if (vue?.etat !== 'presente' || vue.presence !== presence) return echec(refuser('cpx/changee'))
    const { authentification, signature } = vue.certificats
    const defi = randomBytes(TAILLE_CONDENSAT)
    const signe = await signer(presence, defi, authentification === null ? 'signature' : 'authentification')
    if (!signe.ok) return signe
    const prouvee = estSigneePar(authentification ?? signature, defi, signe.value)
    return prouvee ? succes(undefined) : echec(refuser('cpx/preuve-fausse'))
  }

  return {
    client: {
      watch: feed.watch,
      async ouvrir({ presence, code, dernierEssai = false }) {
        const ouverte = ask({ type: 'ouvrirCpx', presence, code, dernierEssai })
        // Already written to the channel.
        code.fill(0)
        const presentee = await ouverte
        return presentee.ok ? prove(presence) : presentee
      },
      signer,
      async fermer(presence) {
        const fermee = await ask({ type: 'fermerCpx', presence })
        return fermee.ok ? succes(undefined) : fermee
      },
    },
    receive,
    settle: (numero, resultat) => attentes.settle(numero, resultat),
    fall() {
      receive({ etat: 'absente', refus: 'cartes/module-arrete' })
      attentes.settleAll(DOWN)
    },
  }
}

const DOWN = echec(refuser('cartes/module-arrete'))
