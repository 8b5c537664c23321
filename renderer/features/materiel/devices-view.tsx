import { useRef, useState } from 'react'
import type { EssaiCarte } from '#contracts/materiel.ts'
import { useKeys } from '../../keyboard/use-keys.ts'
import { useDesk, useDeskState } from '../../store/use-desk.ts'
import { Refusal } from '../../ui/refusal.tsx'
import { IncidentsPanel } from './incidents-panel.tsx'
import { LibrariesPanel } from './libraries-panel.tsx'
import { ReadersPanel } from './readers-panel.tsx'
import { useDiagnostic } from './use-diagnostic.ts'

/** Readers, cards and what they are read with; a card may be tried, and nothing of it is shown. */
export function DevicesView({ onReseau }: { readonly onReseau: () => unknown }) {
  const { acts, store } = useDesk()
  const diagnostic = useDiagnostic()
  const refus = useDeskState((state) => state.refus.administration)
  const [essai, setEssai] = useState<{
    readonly devant: string
    readonly dit: EssaiCarte | 'en-cours'
  } | null>(null)
  const [fichier, setFichier] = useState<string | null>(null)
  const occupe = useRef(false)
  const devant = JSON.stringify([diagnostic?.lecteurs, diagnostic?.refus])
  const announce = (annonce: string): void => store.update((state) => ({ ...state, annonce }))
  /** A key struck twice asks once. */
  const once = async (faire: () => Promise<void>): Promise<void> => {
    if (occupe.current) return
    occupe.current = true
    await faire()
    occupe.current = false
  }

  const essayer = () =>
    once(async () => {
      setEssai({ devant, dit: 'en-cours' })
      const lu = await acts.materiel((materiel) => materiel.essayer())
      setEssai(lu.ok ? { devant, dit: lu.value } : null)
    })
  const permuter = () =>
    once(async () => {
      const fait = await acts.materiel((materiel) => materiel.permuter())
      if (fait.ok) announce('Lecteurs permutés.')
    })
  const exporter = () =>
    once(async () => {
      const ecrit = await acts.materiel((materiel) => materiel.exporter())
      setFichier(ecrit.ok ? ecrit.value.fichier : null)
      if (ecrit.ok) announce('Diagnostic exporté.')
    })
  useKeys({ F7: essayer, F8: permuter, F10: exporter, F12: onReseau })

  return (
    <div className="deux-colonnes">
      <div className="colonne">
        <ReadersPanel
          diagnostic={diagnostic}
          // What was tried in front of other cards says nothing of these.
          essai={essai?.devant === devant ? essai.dit : null}
          onEssayer={essayer}
          onPermuter={permuter}
        />
        <Refusal code={refus} />
      </div>
      <div className="colonne">
        <LibrariesPanel
          diagnostic={diagnostic}
          fichier={fichier}
          onExporter={exporter}
          onTesterReseau={onReseau}
        />
        <IncidentsPanel incidents={diagnostic?.incidents ?? []} />
      </div>
    </div>
  )
}
