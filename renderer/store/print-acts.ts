import type { Notice } from '#domain/decision/faits-decision.ts'
import type { ActTools } from './act-tools.ts'
import { refuse } from './refuse.ts'
import type { DeskState, Impressions, Lot, Zone } from './desk-state.ts'

type Document = keyof Impressions

/** Sends labels, the admission sheet and notices to the printer, and keeps their batch for the patient they belong to. */
export function createPrintActs({ client, store, drafts, attempt }: ActTools) {
  // A key struck twice prints once.
  const running = new Set<Document>()

  async function print<T extends Lot>(
    document: Document,
    call: (admission: string) => Promise<T>,
    zone: Zone = 'impression',
  ): Promise<T | null> {
    const admission = store.read().admission?.id
    if (admission === undefined || running.has(document) || !(await drafts.saveAll())) return null
    running.add(document)
    const sent = await attempt(zone, () => call(admission), 'impression/patient-precedent')
    running.delete(document)
    if (!sent.ok) return null
    store.update((state) =>
      state.admission?.id === admission ? keepBatch(state, document, sent.value) : state,
    )
    return sent.value
  }

  async function imprimerNotice(notice: Notice): Promise<void> {
    const patient = store.read().admission?.id
    const sent = await print('notice', (admission) => client.impression.notice({ admission, notice }), 'insi')
    if (sent?.depliant !== 'refuse') return
    store.update((state) =>
      state.admission?.id === patient ? refuse(state, 'insi', 'impression/depliant') : state,
    )
  }

  return {
    imprimerPlanche: (debut: number) =>
      print('planche', (admission) => client.impression.planche({ admission, debut })),
    imprimerFiche: () => print('fiche', (admission) => client.impression.fiche({ admission })),
    imprimerNotice,
  }
}

const keepBatch = (state: DeskState, document: Document, { lot, pages, complet }: Lot): DeskState => ({
  ...state,
  impressions: { ...state.impressions, [document]: { lot, pages, complet, perime: false } },
  annonce: 'Impression envoyée.',
})
