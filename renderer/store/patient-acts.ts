import type { ActTools } from './act-tools.ts'
import { receiveAdmission } from './receive.ts'

/** Opens, leaves and prefills patients. */
export function createPatientActs({ client, store, drafts, attempt }: ActTools) {
  const ouvrir = async (): Promise<string | null> => {
    const ouverte = await attempt('patient', () => client.admission.ouvrir())
    if (!ouverte.ok) return null
    store.update((state) => receiveAdmission(state, ouverte.value))
    return ouverte.value.id
  }

  return {
    /** Ends this admission as it stands; then opens the next one, or goes back to the list this one was taken from. */
    patientSuivant: async (): Promise<void> => {
      const { admission: sortante, reprise } = store.read()
      const admission = sortante?.id
      if (admission !== undefined) {
        if (!(await drafts.saveAll())) return
        const close = await attempt('patient', () => client.admission.clore({ admission }))
        if (!close.ok) return
        if (reprise !== null) {
          store.update((state) => ({ ...receiveAdmission(state, close.value), liste: reprise }))
          return
        }
      }
      await ouvrir()
    },
    /** Takes a person of the card for the patient on screen, or for a new one when there is none. */
    choisirBeneficiaire: async (index: number): Promise<void> => {
      const admission = store.read().admission?.id ?? (await ouvrir())
      if (admission === null || !(await drafts.saveAll())) return
      const choisi = await attempt('carte', () => client.admission.choisirBeneficiaire({ admission, index }))
      if (!choisi.ok) return
      store.update((state) =>
        state.admission?.id === admission
          ? { ...receiveAdmission(state, choisi.value), beneficiaire: index, carteDepliee: false }
          : state,
      )
    },
  }
}
