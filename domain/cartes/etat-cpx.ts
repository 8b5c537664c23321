import type { CodeRefus } from '../refus/refus.ts'
import type { PorteurCpx } from './porteur-cpx.ts'

/**
 * What the card says of its PIN before any is asked: `essai-manque` after at least one wrong one, `dernier-essai` when the next
 * wrong one locks the card. Source: PKCS#11 v2.40, CK_TOKEN_INFO.
 */
export type EtatCodeCpx = 'disponible' | 'essai-manque' | 'dernier-essai' | 'bloque'

/** DER of the certificates of a card, base64. */
export interface CertificatsCpx {
  /** Names the holder and signs the INSi assertion. */
  readonly signature: string
  /** Proves that the card is here; null when the card has no second key. */
  readonly authentification: string | null
}

/** A CPx in a reader, whose holder is known. */
export interface CpxPresente {
  readonly etat: 'presente'
  readonly lecteur: string
  /** Number of the insertion: another one is another card, or the same one inserted again. */
  readonly presence: number
  readonly porteur: PorteurCpx
  readonly certificats: CertificatsCpx
  readonly code: EtatCodeCpx
  /** The PIN was accepted since this insertion: the card signs. */
  readonly ouverte: boolean
}

/** The professional card of the desk. `absente` says why there is none to work with; `refusee`, why the one present is not one. */
export type EtatCpx =
  | { readonly etat: 'absente'; readonly refus: CodeRefus }
  | { readonly etat: 'lecture'; readonly lecteur: string; readonly presence: number }
  | {
      readonly etat: 'refusee'
      readonly lecteur: string
      readonly presence: number
      readonly refus: CodeRefus
    }
  | CpxPresente
