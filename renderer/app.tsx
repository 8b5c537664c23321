import { useEffect, useMemo, useRef, useState } from 'react'
import { createCommands } from './desk-commands.ts'
import { CardPanel } from './features/cartes/card-panel.tsx'
import { PrintPanel } from './features/impression/print-panel.tsx'
import { InsiPanel } from './features/insi/insi-panel.tsx'
import { LinkBanner } from './features/patient/link-banner.tsx'
import { NextPatientDialog } from './features/patient/next-patient-dialog.tsx'
import { NextStep } from './features/patient/next-step.tsx'
import { PiecePanel } from './features/piece/piece-panel.tsx'
import { SignIn } from './features/session/sign-in.tsx'
import { StatusBanner } from './features/statut/status-banner.tsx'
import { TraitsPanel } from './features/traits/traits-panel.tsx'
import { listenKeys } from './keyboard/listen-keys.ts'
import { DeskContext, useDeskState, type Desk } from './store/use-desk.ts'
import { LiveRegion } from './ui/live-region.tsx'
import type { Geste } from './workflow/geste.ts'

/** The whole screen around one desk. */
export function App({ desk }: { readonly desk: Desk }) {
  const debut = useRef(1)
  const play = useMemo(() => createCommands(desk, document, () => debut.current), [desk])
  useEffect(() => listenKeys(document, play), [play])
  return (
    <DeskContext value={desk}>
      <LiveRegion />
      <LinkBanner />
      <Screen play={play} onDebut={(choisi) => (debut.current = choisi)} />
    </DeskContext>
  )
}

interface ScreenProps {
  readonly play: (geste: Geste) => unknown
  readonly onDebut: (debut: number) => void
}

function Screen({ play, onDebut }: ScreenProps) {
  const agent = useDeskState((state) => state.agent)
  if (agent === undefined) return <main className="ecran-seul" aria-busy="true" />
  if (agent === null) return <SignIn />
  return <Guichet play={play} onDebut={onDebut} />
}

function Guichet({ play, onDebut }: ScreenProps) {
  const admission = useDeskState((state) => state.admission?.id ?? null)
  return (
    <div className="guichet">
      <StatusBanner />
      <NextStep onGeste={play} />
      <main className="plan">
        <div className="colonne">
          <CardPanel onCarte={() => play('carte')} />
          {admission && <TraitsPanel key={admission} admission={admission} />}
        </div>
        {admission && <Demarches key={admission} play={play} onDebut={onDebut} />}
      </main>
      <NextPatientDialog onConfirm={() => play('patient-suivant')} />
    </div>
  )
}

/** What is done about the traits: document, lookup, printing. Mounted anew for each patient. */
function Demarches({ play, onDebut }: ScreenProps) {
  const [debut, setDebut] = useState(1)
  const choisir = (choisi: number): void => {
    setDebut(choisi)
    onDebut(choisi)
  }
  useEffect(() => {
    onDebut(1)
  }, [onDebut])
  return (
    <div className="colonne">
      <PiecePanel onPiece={() => play('piece')} />
      <InsiPanel onInsi={() => play('insi')} onValider={() => play('valider')} />
      <PrintPanel
        debut={debut}
        onDebut={choisir}
        onEtiquettes={() => play('etiquettes')}
        onFiche={() => play('fiche')}
      />
    </div>
  )
}
