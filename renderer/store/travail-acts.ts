import type { VueAdmission } from '#domain/admission/vue.ts'
import type { Conclusion } from '#domain/decision/faits-decision.ts'
import type { ClientPoste } from '../poste.ts'
import type { ActTools } from './act-tools.ts'
import type { DeskState, Liste } from './desk-state.ts'
import { receiveAdmission } from './receive.ts'

export type PageAttentes = Awaited<ReturnType<ClientPoste['travail']['attentes']>>
export type ListePreparees = Awaited<ReturnType<ClientPoste['travail']['preparees']>>

/** The work lists, and what is done about the admission taken from one of them. */
export function createTravailActs({ client, store, drafts, attempt }: ActTools) {
  const { travail } = client

  /** Takes an admission from a list to the desk; a late answer never replaces whoever came meanwhile. */
  const prendre = async (liste: Liste, call: () => Promise<VueAdmission>): Promise<boolean> => {
    const prise = await attempt('travail', call)
    if (prise.ok) store.update((state) => receivePrise(state, prise.value, liste))
    return prise.ok
  }
  const agir = async (call: (patient: { admission: string }) => Promise<VueAdmission>): Promise<boolean> => {
    const admission = store.read().admission?.id
    if (admission === undefined || !(await drafts.saveAll())) return false
    const done = await attempt('suivi', () => call({ admission }))
    if (done.ok)
      store.update((state) =>
        state.admission?.id === admission ? receiveAdmission(state, done.value) : state,
      )
    return done.ok
  }

  return {
    listerAttentes: async (): Promise<PageAttentes | null> => {
      const page = await attempt('travail', () => travail.attentes())
      return page.ok ? page.value : null
    },
    reprendreDossier: (admission: string) => prendre('attentes', () => travail.reprendre({ admission })),
    conclureDossier: (conclusion: Conclusion) =>
      agir((patient) => travail.conclure({ ...patient, conclusion })),
    listerPreparees: async (): Promise<ListePreparees | null> => {
      const liste = await attempt('travail', () => travail.preparees())
      return liste.ok ? liste.value : null
    },
    preparerVenue: (pour: string) => prendre('preparees', () => travail.preparer({ pour })),
    ouvrirPreparee: (admission: string) => prendre('preparees', () => travail.ouvrirPreparee({ admission })),
    retirerPreparee: async (admission: string): Promise<boolean> =>
      (await attempt('travail', async () => travail.retirerPreparee({ admission }))).ok,
    patientArrive: () => agir((patient) => travail.patientArrive(patient)),
  }
}

const receivePrise = (state: DeskState, vue: VueAdmission, reprise: Liste): DeskState =>
  (state.admission?.id ?? vue.id) === vue.id
    ? { ...receiveAdmission(state, vue), liste: null, reprise, annonce: 'Admission reprise.' }
    : state
