import { useCallback, useEffect, useRef, useState } from 'react'
import type { TestReseau } from '#contracts/materiel.ts'
import { useKeys } from '../../keyboard/use-keys.ts'
import { useDesk, useDeskState } from '../../store/use-desk.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { NetworkSteps } from './network-steps.tsx'

/** The way to INSi, tested as soon as it is asked for, and again at will. */
export function NetworkView({ onRevenir }: { readonly onRevenir: () => unknown }) {
  const { acts, store } = useDesk()
  const refus = useDeskState((state) => state.refus.administration)
  const [test, setTest] = useState<TestReseau | null>(null)
  const [enCours, setEnCours] = useState(false)
  const occupe = useRef(false)
  const tester = useCallback(async (): Promise<void> => {
    if (occupe.current) return
    occupe.current = true
    setEnCours(true)
    const fait = await acts.materiel((materiel) => materiel.testerReseau())
    setTest(fait.ok ? fait.value : null)
    setEnCours(false)
    occupe.current = false
    const annonce = fait.ok ? 'Test du réseau terminé.' : 'Test du réseau non fait.'
    store.update((state) => ({ ...state, annonce }))
  }, [acts, store])
  useEffect(() => void tester(), [tester])
  useKeys({ F12: tester, Échap: onRevenir })
  return (
    <Panel
      titre="Réseau vers INSi"
      cote={
        <div className="boutons">
          <ActionButton touche="F12" principal disabled={enCours} onPress={tester}>
            Tester de nouveau
          </ActionButton>
          <ActionButton touche="Échap" onPress={onRevenir}>
            Lecteurs
          </ActionButton>
        </div>
      }
    >
      {enCours && <output>Test en cours, du nom du serveur à l’appel d’essai : une minute au plus…</output>}
      <Refusal code={refus} />
      {test && !enCours && <NetworkSteps {...test} />}
    </Panel>
  )
}
