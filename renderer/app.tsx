import { useEffect, useMemo } from 'react'
import { createCommands } from './desk-commands.ts'
import { CardPanel } from './features/cartes/card-panel.tsx'
import { PrintPanel } from './features/impression/print-panel.tsx'
import { InsiPanel } from './features/insi/insi-panel.tsx'
import { DeskAlerts } from './features/patient/desk-alerts.tsx'
import { EmptyDesk } from './features/patient/empty-desk.tsx'
import { NextPatientDialog } from './features/patient/next-patient-dialog.tsx'
import { NextStep } from './features/patient/next-step.tsx'
import { PiecePanel } from './features/piece/piece-panel.tsx'
import { SignIn } from './features/session/sign-in.tsx'
import { StatusBanner } from './features/statut/status-banner.tsx'
import { TraitsPanel } from './features/traits/traits-panel.tsx'
import { listenKeys } from './keyboard/listen-keys.ts'
import { rescueFocus } from './keyboard/rescue-focus.ts'
import { DeskContext, useDeskState, type Desk } from './store/use-desk.ts'
import { LiveRegion } from './ui/live-region.tsx'
import type { Geste } from './workflow/geste.ts'

/** The whole screen around one desk. */
export function App({ desk }: { readonly desk: Desk }) {
  const play = useMemo(() => createCommands(desk, document), [desk])
  useEffect(() => listenKeys(document, play), [play])
  useEffect(() => rescueFocus(document), [])
  return (
    <DeskContext value={desk}>
      <LiveRegion />
      <DeskAlerts />
      <Screen play={play} />
    </DeskContext>
  )
}

interface ScreenProps {
  readonly play: (geste: Geste) => unknown
}

function Screen({ play }: ScreenProps) {
  const agent = useDeskState((state) => state.agent)
  if (agent === undefined) return <main className="ecran-seul" aria-busy="true" />
  if (agent === null) return <SignIn />
  return <Guichet play={play} />
}

function Guichet({ play }: ScreenProps) {
  const admission = useDeskState((state) => state.admission?.id ?? null)
  return (
    <div className="guichet">
      <StatusBanner onGeste={play} />
      <NextStep onGeste={play} />
      <main className="plan">
        <div className="colonne">
          <CardPanel onCarte={() => play('carte')} />
          {admission && <TraitsPanel key={admission} admission={admission} />}
        </div>
        <div className="colonne" key={admission}>
          {admission ? <Demarches play={play} /> : <EmptyDesk />}
        </div>
      </main>
      <NextPatientDialog onConfirm={() => play('patient-suivant')} />
    </div>
  )
}

/** What is done about the traits: document, lookup, printing. */
const Demarches = ({ play }: ScreenProps) => (
  <>
    <PiecePanel onPiece={() => play('piece')} />
    <InsiPanel onInsi={() => play('insi')} onValider={() => play('valider')} />
    <PrintPanel onEtiquettes={() => play('etiquettes')} onFiche={() => play('fiche')} />
  </>
)
