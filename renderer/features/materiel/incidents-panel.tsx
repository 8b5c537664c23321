import type { DiagnosticCartes } from '#contracts/materiel.ts'
import { phraseDe } from '#domain/refus/refus.ts'
import { Panel } from '../../ui/panel.tsx'

/** What went wrong lately, and what to do about it. */
export function IncidentsPanel({ incidents }: Pick<DiagnosticCartes, 'incidents'>) {
  return (
    <Panel titre="Dernières erreurs">
      {incidents.length === 0 ? (
        <p className="note">Aucune depuis le démarrage du poste.</p>
      ) : (
        // Focusable so that the arrows scroll it.
        <section className="defilant incidents" aria-label="Dernières erreurs" {...{ tabIndex: 0 }}>
          <ul>
            {incidents.map(({ instant, refus, lecteur }) => (
              <li key={`${instant} ${refus}`}>
                <time dateTime={instant}>{new Date(instant).toLocaleTimeString('fr-FR')}</time>
                <span>
                  {phraseDe({ code: refus })}
                  <span className="chemin">
                    {refus}
                    {lecteur !== null && ` · ${lecteur}`}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Panel>
  )
}
