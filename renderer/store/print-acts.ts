import type { ActTools } from './act-tools.ts'
import type { Lot } from './desk-state.ts'

/** Sends labels and the admission sheet to the printer, and keeps their batch for the patient they belong to. */
export function createPrintActs({ client, store, drafts, attempt }: ActTools) {
  const print = async (
    document: 'planche' | 'fiche',
    call: (admission: string) => Promise<Lot>,
  ): Promise<void> => {
    const admission = store.read().admission?.id
    if (admission === undefined || !(await drafts.saveAll())) return
    const sent = await attempt('impression', () => call(admission))
    if (!sent.ok) return
    store.update((state) =>
      state.admission?.id === admission
        ? {
            ...state,
            impressions: { ...state.impressions, [document]: { ...sent.value, perime: false } },
            annonce: 'Impression envoyée.',
          }
        : state,
    )
  }
  return {
    imprimerPlanche: (debut: number) =>
      print('planche', (admission) => client.impression.planche({ admission, debut })),
    imprimerFiche: () => print('fiche', (admission) => client.impression.fiche({ admission })),
  }
}
