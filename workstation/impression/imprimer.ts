import { identiteDe } from '#domain/admission/lectures.ts'
import type { Admission } from '#domain/admission/admission.ts'
import type { Identite } from '#domain/identite/identite.ts'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import type { Document } from '#services/impression/document.ts'
import type { Impression } from '#services/impression/impression.ts'
import { momentDe } from '../guichet/jour.ts'
import type { Seance } from '../session/session.ts'
import { nommerLot } from './nommer-lot.ts'

/** What an agent asks to print: 24 labels from a place of the sheet, or the admission sheet. */
export type DemandeImpression =
  { readonly document: 'planche'; readonly debut: number } | { readonly document: 'fiche' }

/** What left for the printer; `complet` is false when a trait was cut with a visible mark. */
export interface LotImprime {
  readonly lot: string
  readonly pages: number
  readonly complet: boolean
}

export interface PortsImpression {
  readonly seance: () => Result<
    Pick<Seance, 'noter' | 'cadre'> & { readonly guichet: Pick<Seance['guichet'], 'aImprimer' | 'agir'> },
    Refus
  >
  readonly moteur: () => Promise<Impression>
  /** Name of a birth place on the day of birth, null when the COG does not list it. */
  readonly nommerLieu: (code: string, dateNaissance: string) => Promise<string | null>
  /** Sends a document and waits until the printer says it is done. */
  readonly envoyer: (pdf: Uint8Array, lot: string) => Promise<Result<unknown, Refus>>
  readonly poste: string
  readonly etablissement: string | null
  readonly environnement: string
  readonly now: () => Date
  readonly uuid: () => string
}

export interface ImpressionPoste {
  /** Prints a document of the admission at the desk; refused while its strict traits are not complete. */
  imprimer(admission: string, demande: DemandeImpression): Promise<Result<LotImprime, Refus>>
}

const ETIQUETTES_PAR_PLANCHE = 24

export function creerImpressionPoste(ports: PortsImpression): ImpressionPoste {
  async function imprimer(cible: string, demande: DemandeImpression): Promise<Result<LotImprime, Refus>> {
    const seance = ports.seance()
    if (!seance.ok) return seance
    const { guichet, noter } = seance.value
    const admission = await guichet.aImprimer(cible)
    if (!admission.ok) return admission
    const identite = identiteDe(admission.value)
    if (identite === null) return echec(refuser('admission/traits-incomplets'))
    const lot = nommerLot(ports)
    const sorti = await sortir(demande, { admission: admission.value, identite, lot })
    const { document } = demande
    if (sorti.ok) await guichet.agir(cible, { type: 'document-imprime', document, lot })
    else await noter(cible, { acte: 'impression-echouee', document, lot, refus: sorti.error.code })
    return sorti
  }

  async function sortir(demande: DemandeImpression, sujet: Sujet): Promise<Result<LotImprime, Refus>> {
    const document = await rendre(ports, demande, sujet)
    if (!document.ok) return document
    const envoi = await ports.envoyer(document.value.pdf, sujet.lot)
    const { pages, complet } = document.value
    return envoi.ok ? succes({ lot: sujet.lot, pages, complet }) : envoi
  }

  return { imprimer }
}

interface Sujet {
  readonly admission: Admission
  readonly identite: Identite
  readonly lot: string
}

async function rendre(
  { moteur, nommerLieu, poste, etablissement, environnement, now }: PortsImpression,
  demande: DemandeImpression,
  { admission, identite, lot }: Sujet,
): Promise<Result<Document, Refus>> {
  const contexte = {
    ipp: admission.ipp,
    nda: admission.nda,
    entree: momentDe(new Date(admission.ouverteLe)),
    service: null,
    etablissement,
    lieuNaissance: await nommerLieu(identite.traits.lieuNaissance, identite.traits.dateNaissance),
    agent: admission.agent,
    poste,
    lot,
    emisLe: momentDe(now()),
    environnement,
  }
  const { etiquettes, fiche } = await moteur()
  return demande.document === 'planche'
    ? etiquettes({
        identite,
        contexte,
        nombre: ETIQUETTES_PAR_PLANCHE + 1 - demande.debut,
        premiere: demande.debut,
      })
    : fiche({ identite, contexte })
}
