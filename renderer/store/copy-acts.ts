import type { VueAdmission } from '#domain/admission/vue.ts'
import type { MotifConsultation } from '#domain/copies/motifs-consultation.ts'
import { FICHIER_MAX_OCTETS } from '#domain/copies/reglages-copies.ts'
import type { ActTools } from './act-tools.ts'
import type { Consultation, DeskState } from './desk-state.ts'
import { receiveAdmission } from './receive.ts'
import { refuse } from './refuse.ts'

/** Joins pages to the document recorded, and looks at one for a reason. The image lives in the state of the viewer only. */
export function createCopyActs({ client, store, drafts, attempt }: ActTools) {
  /** Joins a page to the patient it was chosen for, even when another one has come since. */
  async function joindre(admission: string, fichier: Blob): Promise<boolean> {
    // A larger message would cut the line to the workstation.
    if (fichier.size > FICHIER_MAX_OCTETS) {
      store.update((state) => refuse(state, 'piece', 'copie/trop-lourde'))
      return false
    }
    const jointe = await attempt('piece', () => client.copies.joindre({ admission, fichier }))
    if (jointe.ok) store.update((state) => receiveCopie(state, jointe.value))
    return jointe.ok
  }

  return {
    /** Joins these files in order to the patient they were chosen for, and stops at the first refusal. */
    joindreCopies: async (admission: string, fichiers: readonly Blob[]): Promise<void> => {
      if (store.read().admission?.id !== admission || !(await drafts.saveAll())) return
      for (const fichier of fichiers) if (!(await joindre(admission, fichier))) return
    },
    demanderMotifCopie: (): void =>
      store.update((state) => ({ ...state, consultation: { motif: null, page: 0, image: null } })),
    fermerCopie: (): void => store.update((state) => ({ ...state, consultation: null })),
    /** Shows a page; an answer that comes after the viewer was closed, or for another page, is dropped. */
    voirCopie: async (motif: MotifConsultation, page: number): Promise<void> => {
      const admission = store.read().admission?.id
      if (admission === undefined) return
      const demandee: Consultation = { motif, page, image: null }
      store.update((state) => ({ ...state, consultation: demandee }))
      const vue = await attempt('piece', () => client.copies.voir({ admission, page, motif }))
      store.update((state) =>
        state.admission?.id === admission && state.consultation === demandee
          ? { ...state, consultation: vue.ok ? { ...demandee, image: vue.value.image } : null }
          : state,
      )
    },
  }
}

function receiveCopie(state: DeskState, vue: VueAdmission): DeskState {
  if (state.admission?.id !== vue.id) return state
  return { ...receiveAdmission(state, vue), annonce: `Copie jointe, ${ecrirePages(vue.pagesCopie)}.` }
}

/** `1 page`, `2 pages`. */
export const ecrirePages = (pages: number): string => `${pages} page${pages > 1 ? 's' : ''}`
