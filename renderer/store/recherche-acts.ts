import type { ClientPoste } from '../poste.ts'
import type { ActTools } from './act-tools.ts'
import { receiveAdmission } from './receive.ts'

export type Recherche = Parameters<ClientPoste['patients']['chercher']>[0]
export type PagePatients = Awaited<ReturnType<ClientPoste['patients']['chercher']>>

/** Searches the known patients and takes one of them. */
export const createRechercheActs = ({ client, store, drafts, attempt }: ActTools) => ({
  /** The patients this search shows; null when it was refused. */
  chercherPatients: async (recherche: Recherche): Promise<PagePatients | null> => {
    const patient = store.read().admission?.id
    const page = await attempt('recherche', () => client.patients.chercher(recherche))
    if (!page.ok) return null
    store.update((state) =>
      state.admission?.id === patient ? { ...state, annonce: annonceDe(page.value) } : state,
    )
    return page.value
  },
  /** Takes a known patient for the admission on screen, or for a new one when there is none. */
  reprendrePatient: async (ipp: string): Promise<void> => {
    const admission = store.read().admission?.id ?? null
    if (!(await drafts.saveAll())) return
    const repris = await attempt('recherche', () => client.patients.reprendre({ admission, ipp }))
    if (!repris.ok) return
    store.update((state) =>
      (state.admission?.id ?? repris.value.id) === repris.value.id
        ? { ...receiveAdmission(state, repris.value), rechercheOuverte: false, annonce: 'Patient repris.' }
        : state,
    )
  },
})

function annonceDe({ patients, reste }: PagePatients): string {
  if (patients.length === 0) return 'Aucun patient trouvé.'
  return `${patients.length} patient${patients.length > 1 ? 's' : ''} trouvé${patients.length > 1 ? 's' : ''}${reste ? ', et d’autres' : ''}.`
}
