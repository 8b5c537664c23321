import { useEffect } from 'react'
import { I18nProvider } from 'react-aria-components'
import { CardPanel } from './features/cartes/card-panel.tsx'
import { CopyDialog } from './features/copies/copy-dialog.tsx'
import { PrintPanel } from './features/impression/print-panel.tsx'
import { InsiPanel } from './features/insi/insi-panel.tsx'
import { EmptyDesk } from './features/patient/empty-desk.tsx'
import { NextPatientDialog } from './features/patient/next-patient-dialog.tsx'
import { NextStep } from './features/patient/next-step.tsx'
import { PiecePanel } from './features/piece/piece-panel.tsx'
import { DoublonsPanel } from './features/recherche/doublons-panel.tsx'
import { SearchPanel } from './features/recherche/search-panel.tsx'
import { StatusBanner } from './features/statut/status-banner.tsx'
import { AttentesPanel } from './features/travail/attentes-panel.tsx'
import { PreparationPanel } from './features/travail/preparation-panel.tsx'
import { PrepareesPanel } from './features/travail/preparees-panel.tsx'
import { SuiviPanel } from './features/travail/suivi-panel.tsx'
import { TraitsPanel } from './features/traits/traits-panel.tsx'
import { listenScans } from './keyboard/listen-scans.ts'
import { useDesk, useDeskState } from './store/use-desk.ts'
import type { Geste } from './workflow/geste.ts'

interface GuichetProps {
  readonly play: (geste: Geste) => unknown
}

/** The admission screen of a signed-in agent. */
export function Guichet({ play }: GuichetProps) {
  return (
    <I18nProvider locale="fr-FR">
      <Ecran play={play} />
    </I18nProvider>
  )
}

function Ecran({ play }: GuichetProps) {
  const { acts } = useDesk()
  const admission = useDeskState((state) => state.admission?.id ?? null)
  useEffect(() => listenScans(document, acts.lireDatamatrix), [acts])
  return (
    <div className="guichet">
      <StatusBanner onGeste={play} />
      <NextStep onGeste={play} />
      <main className="plan">
        <div className="colonne">
          <CardPanel onCarte={() => play('carte')} />
          {admission && (
            <TraitsPanel
              key={admission}
              admission={admission}
              onCirconstance={() => play('circonstance')}
              onVenue={() => play('venue')}
              onLegende={() => play('legende')}
            />
          )}
        </div>
        <div className="colonne" key={admission}>
          <Droite play={play} />
        </div>
      </main>
      <CopyDialog />
      <NextPatientDialog onConfirm={() => play('patient-suivant')} />
    </div>
  )
}

/** The search or a work list when it is open, otherwise the steps of the patient or the keys of the desk. */
function Droite({ play }: GuichetProps) {
  const recherche = useDeskState((state) => state.rechercheOuverte)
  const liste = useDeskState((state) => state.liste)
  const patient = useDeskState((state) => Boolean(state.admission))
  if (recherche) return <SearchPanel />
  if (liste !== null) return liste === 'attentes' ? <AttentesPanel /> : <PrepareesPanel />
  return patient ? <Demarches play={play} /> : <EmptyDesk onGeste={play} />
}

/** What is done about the traits: document, lookup, printing. */
const Demarches = ({ play }: GuichetProps) => (
  <>
    <SuiviPanel onConclure={() => play('conclure')} />
    <PreparationPanel />
    <DoublonsPanel />
    <PiecePanel
      onPiece={() => play('piece')}
      onJoindre={() => play('joindre-copie')}
      onVoir={() => play('voir-copie')}
    />
    <InsiPanel onInsi={() => play('insi')} onValider={() => play('valider')} />
    <PrintPanel onEtiquettes={() => play('etiquettes')} onFiche={() => play('fiche')} />
  </>
)
