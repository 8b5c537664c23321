import type { Admission } from '#domain/admission/admission.ts'
import type { Evenement } from '#domain/admission/evenement.ts'
import type { VueAdmission } from '#domain/admission/vue.ts'
import type { FormatCopie } from '#domain/copies/copie.ts'
import type { MotifConsultation } from '#domain/copies/motifs-consultation.ts'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import type { MagasinCopies } from '#services/pieces/magasin-copies.ts'

/** A page in clear on its way to the window, for the caller to erase once it is sent. */
export interface PageMontree {
  readonly format: FormatCopie
  readonly octets: Uint8Array
}

/** The copies of the document recorded for the patient at the desk. */
export interface CopiesGuichet {
  /** Joins the pages of a file, whatever its source; `octets` is erased, whatever comes of it. */
  joindre(cible: string, octets: Uint8Array): Promise<Result<VueAdmission, Refus>>
  /** One page for one reason, journalled before it is read. */
  voir(cible: string, page: number, motif: MotifConsultation): Promise<Result<PageMontree, Refus>>
}

export interface PortsCopies {
  readonly magasin: Pick<MagasinCopies, 'garder' | 'lire' | 'effacer'>
  /** Does the whole of an act before the next one, and before the store closes. */
  readonly aSonTour: <T>(acte: () => Promise<Result<T, Refus>>) => Promise<Result<T, Refus>>
  readonly courante: () => Admission | null
  readonly poursuivre: (depart: Admission, evenement: Evenement) => Promise<Result<VueAdmission, Refus>>
}

export function creerCopies({ magasin, aSonTour, courante, poursuivre }: PortsCopies): CopiesGuichet {
  const appliquerA = (cible: string, evenement: Evenement): Promise<Result<VueAdmission, Refus>> => {
    const ici = courante()
    return ici?.id === cible
      ? poursuivre(ici, evenement)
      : Promise.resolve(echec(refuser('admission/absente')))
  }

  async function joindre(cible: string, octets: Uint8Array): Promise<Result<VueAdmission, Refus>> {
    // Asked first without a page: nothing is kept that rights or rules refuse.
    const permis = await appliquerA(cible, { type: 'copie-jointe', pages: [] })
    if (!permis.ok) return permis
    const gardees = await magasin.garder(octets, cible)
    if (!gardees.ok) return gardees
    const jointe = await appliquerA(cible, { type: 'copie-jointe', pages: gardees.value })
    if (!jointe.ok) await magasin.effacer(gardees.value.map(({ id }) => id))
    return jointe
  }

  async function voir(
    cible: string,
    page: number,
    motif: MotifConsultation,
  ): Promise<Result<PageMontree, Refus>> {
    const copie = courante()?.copies[page]
    const notee = await appliquerA(cible, { type: 'copie-consultee', page, motif })
    if (!notee.ok) return notee
    if (!copie) return echec(refuser('copie/absente'))
    const lue = await magasin.lire(copie.id)
    return lue.ok ? succes({ format: copie.format, octets: lue.value }) : lue
  }

  return {
    joindre: (cible, octets) =>
      aSonTour(() => joindre(cible, octets)).finally(() => {
        octets.fill(0)
      }),
    voir: (cible, page, motif) => aSonTour(() => voir(cible, page, motif)),
  }
}
