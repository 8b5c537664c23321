import type { Admission } from '#domain/admission/admission.ts'
import type { Notice } from '#domain/decision/faits-decision.ts'
import { faitsNotice, type FaitsNotice } from '#domain/notice/faits-notice.ts'
import type { ReglagesNotices } from '#domain/notice/reglages-notice.ts'
import type { Refus } from '#domain/refus/refus.ts'
import { succes, type Result } from '#domain/result.ts'
import type { DocumentNotice } from '#services/impression/notice.ts'
import { momentDe } from '../guichet/jour.ts'
import type { LotImprime, PortsImpression } from './imprimer.ts'
import { nommerLot } from './nommer-lot.ts'

/** A notice that came out, and what became of the leaflet of the site. */
export interface NoticeSortie extends LotImprime {
  readonly depliant: DocumentNotice['depliant']
}

interface PortsNotice extends PortsImpression {
  readonly notices: ReglagesNotices
  readonly depliant: (notice: Notice) => Promise<Uint8Array | null>
}

/** Prints a notice for the patient at the desk; refused while the decision does not propose it. */
export type RemettreNotice = (admission: string, notice: Notice) => Promise<Result<NoticeSortie, Refus>>

export const creerRemiseNotice =
  (ports: PortsNotice): RemettreNotice =>
  async (cible, notice) => {
    const seance = ports.seance()
    if (!seance.ok) return seance
    const { guichet, noter, cadre } = seance.value
    const admission = await guichet.aImprimer(cible)
    if (!admission.ok) return admission
    const faits = faitsNotice(admission.value, notice, cadre.reglages.ecarts)
    if (!faits.ok) return faits
    const lot = nommerLot(ports)
    const sortie = await sortir(ports, faits.value, admission.value, lot)
    const { differents } = faits.value
    if (sortie.ok) {
      const depliant = sortie.value.depliant === 'joint'
      await guichet.agir(cible, { type: 'notice-remise', notice, lot, differents, depliant })
    } else {
      const { code: refus } = sortie.error
      await noter(cible, { acte: 'impression-echouee', document: `notice-${notice}`, lot, refus })
    }
    return sortie
  }

async function sortir(
  ports: PortsNotice,
  faits: FaitsNotice,
  { saisie }: Admission,
  lot: string,
): Promise<Result<NoticeSortie, Refus>> {
  const { lieuNaissance: lieu, dateNaissance: jour } = saisie
  const contexte = {
    lot,
    saisie,
    reglages: ports.notices,
    emisLe: momentDe(ports.now()),
    environnement: ports.environnement,
    lieuNaissance: lieu?.valeur ? await ports.nommerLieu(lieu.valeur, jour?.valeur ?? '') : null,
  }
  const moteur = await ports.moteur()
  const document = await moteur.notice({ faits, contexte, depliant: await ports.depliant(faits.notice) })
  if (!document.ok) return document
  const { pdf, pages, complet, depliant } = document.value
  const envoi = await ports.envoyer(pdf, lot)
  return envoi.ok ? succes({ lot, pages, complet, depliant }) : envoi
}
