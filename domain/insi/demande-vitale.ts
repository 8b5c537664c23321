import { refuser, type Refus } from '../refus/refus.ts'
import { echec, succes, type Result } from '../result.ts'

/** What one search by Carte Vitale sends, as the card holds it. Source: INSi_RECVITALE_INS.xsd; SESAM-Vitale templates. */
export interface DemandeVitale {
  /** Number of the insured person, thirteen characters. */
  readonly nirAssure: string
  /** The beneficiary's own, null when the card holds none that is certified. */
  readonly nirIndividuel: string | null
  /** Birth name of the beneficiary, else of the insured person; null when the card holds none. */
  readonly nomNaissance: string | null
  /** `AAAA-MM-JJ`; a card may hold a lunar date. */
  readonly dateNaissance: string
  /** Rank among twins, 1 for a single birth. */
  readonly rang: number
}

/** The pattern of the context BAM, which has no place for a key. Source: ROOT_ctxbam_CTXBAM_V01_02.xsd. */
const NIR = /^\d{6}[AB0-9]\d{6}$/

/** Checks what a card holds before it leaves: the XSD of the body has no facet. */
export function verifierDemandeVitale(demande: DemandeVitale): Result<DemandeVitale, Refus> {
  const { nirAssure, nirIndividuel, nomNaissance, dateNaissance, rang } = demande
  if (!NIR.test(nirAssure)) return echec(refuser('matricule/forme', 'nirAssure'))
  if (nirIndividuel !== null && !NIR.test(nirIndividuel))
    return echec(refuser('matricule/forme', 'nirIndividuel'))
  if (nomNaissance === '' || /\p{Cc}/u.test(nomNaissance ?? ''))
    return echec(refuser('trait/caractere-interdit', 'nomNaissance'))
  if (!/^\d{4}-\d{2}-\d{2}$/.test(dateNaissance)) return echec(refuser('date/forme', 'dateNaissance'))
  return Number.isInteger(rang) && rang >= 1 && rang <= 9
    ? succes(demande)
    : echec(refuser('insi/traits-insuffisants', 'rang'))
}
