import type { DiagnosticCartes } from '#contracts/materiel.ts'
import { phraseDe } from '#domain/refus/refus.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { LIBELLES_BIBLIOTHEQUE, LIBELLES_FOURNISSEUR } from './libelles-materiel.ts'

interface LibrariesPanelProps {
  readonly diagnostic: DiagnosticCartes | null
  /** Where the last export was written. */
  readonly fichier: string | null
  readonly onExporter: () => unknown
  readonly onTesterReseau: () => unknown
}

/** What cards are read with: services, drivers, libraries, and their versions. */
export function LibrariesPanel({ diagnostic, fichier, onExporter, onTesterReseau }: LibrariesPanelProps) {
  return (
    <Panel
      titre="Services et bibliothèques"
      cote={
        <div className="boutons">
          <ActionButton touche="F10" onPress={onExporter}>
            Exporter
          </ActionButton>
          <ActionButton touche="F12" onPress={onTesterReseau}>
            Tester le réseau
          </ActionButton>
        </div>
      }
    >
      {diagnostic && (
        <dl className="fiche fiche-materiel">
          <dt>Poste</dt>
          <dd>
            {diagnostic.poste}, version {diagnostic.version}
          </dd>
          <dt>Système</dt>
          <dd>{diagnostic.systeme}</dd>
          <dt>Lecture Vitale</dt>
          <dd>{LIBELLES_FOURNISSEUR[diagnostic.fournisseur]}</dd>
          <dt>Service de cartes</dt>
          <dd>{diagnostic.refus === 'cartes/service-arrete' ? 'arrêté' : 'en marche'}</dd>
          {diagnostic.bibliotheques.map((bibliotheque) => (
            <Bibliotheque key={bibliotheque.nom} {...bibliotheque} />
          ))}
        </dl>
      )}
      {fichier !== null && (
        <output className="apercu-acte">
          Écrit, sans aucune donnée d’identité, dans <strong className="chemin">{fichier}</strong>
        </output>
      )}
    </Panel>
  )
}

const Bibliotheque = ({ nom, version, chemin, refus }: DiagnosticCartes['bibliotheques'][number]) => (
  <>
    <dt>{LIBELLES_BIBLIOTHEQUE[nom]}</dt>
    <dd>
      {refus === null ? (
        (version ?? 'version non dite')
      ) : (
        <span className="refus-court">{phraseDe({ code: refus })}</span>
      )}
      {chemin !== null && <span className="chemin">{chemin}</span>}
    </dd>
  </>
)
