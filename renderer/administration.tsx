import { useState } from 'react'
import { I18nProvider } from 'react-aria-components'
import { HomologationView } from './features/administration/homologation-view.tsx'
import { JournalView } from './features/administration/journal-view.tsx'
import { OrganisationView } from './features/administration/organisation-view.tsx'
import { PersonsView } from './features/administration/persons-view.tsx'
import { ContinuitePanel } from './features/continuite/continuite-panel.tsx'
import { MaterielView } from './features/materiel/materiel-view.tsx'
import { useKeys } from './keyboard/use-keys.ts'
import { useDeskState } from './store/use-desk.ts'
import type { Geste, Touche } from './workflow/geste.ts'
import './ui/administration.css'

const VUES = [
  ['personnes', 'F2', 'Personnes'],
  ['organisation', 'F3', 'Organisation'],
  ['homologation', 'F4', 'Homologation'],
  ['journal', 'F5', 'Journal'],
  ['materiel', 'F6', 'Lecteurs'],
  ['insi', 'Maj+F6', 'INSi'],
] as const satisfies readonly (readonly [vue: string, touche: Touche, libelle: string])[]

type Vue = (typeof VUES)[number][0]

interface AdministrationProps {
  readonly play: (geste: Geste) => unknown
}

/** What whoever holds the right `administrer` keeps: nothing here is about a patient. */
export function Administration({ play }: AdministrationProps) {
  const [vue, setVue] = useState<Vue>('personnes')
  useKeys(Object.fromEntries(VUES.map(([cible, touche]) => [touche, () => setVue(cible)])))
  return (
    <I18nProvider locale="fr-FR">
      <div className="administration">
        <header className="tete-administration">
          <h1>Administration</h1>
          <nav aria-label="Vues de l’administration" className="boutons">
            {VUES.map(([cible, touche, libelle]) => (
              <button
                key={cible}
                type="button"
                className="bouton onglet"
                aria-current={vue === cible ? 'page' : undefined}
                onClick={() => setVue(cible)}
              >
                {libelle} <kbd>{touche}</kbd>
              </button>
            ))}
          </nav>
          <Poste play={play} />
        </header>
        <main className="vue-administration">
          {vue === 'personnes' && <PersonsView />}
          {vue === 'organisation' && <OrganisationView />}
          {vue === 'homologation' && <HomologationView />}
          {vue === 'journal' && <JournalView />}
          {vue === 'materiel' && <MaterielView />}
          {vue === 'insi' && (
            <div className="deux-colonnes">
              <ContinuitePanel />
            </div>
          )}
        </main>
      </div>
    </I18nProvider>
  )
}

function Poste({ play }: AdministrationProps) {
  const agent = useDeskState((state) => state.agent?.nom)
  const environnement = useDeskState((state) => state.poste?.environnement ?? 'production')
  return (
    <div className="boutons poste-administration">
      {environnement !== 'production' && (
        <strong className="simulation">{environnement.toUpperCase()}</strong>
      )}
      <span>{agent}</span>
      <button type="button" className="lien" onClick={() => play('administrer')}>
        Guichet <kbd>Ctrl+F10</kbd>
      </button>
      <button type="button" className="lien" onClick={() => play('fermer-session')}>
        Quitter <kbd>Maj+F12</kbd>
      </button>
    </div>
  )
}
