import { useEffect, useRef } from 'react'
import type { ClientPoste } from '../../poste.ts'
import { useDeskState } from '../../store/use-desk.ts'
import { Panel } from '../../ui/panel.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { ecrireInstant, phraseActe } from './phrase-acte.ts'
import { useReading } from './use-reading.ts'

const lire = (administration: ClientPoste['administration']) => administration.derniersActes()

/** The last administrative acts, as the journal holds them; nothing here can be changed. */
export function JournalView() {
  const [actes] = useReading(lire)
  const zone = useRef<HTMLElement>(null)
  // Focused so that the arrows scroll it.
  useEffect(() => zone.current?.focus(), [])
  const refus = useDeskState((state) => state.refus.administration)
  return (
    <Panel
      titre="Derniers actes d’administration"
      cote={<p>Chaque ligne est chaînée au journal du poste.</p>}
    >
      <Refusal code={refus} />
      {actes?.length === 0 && <p className="note">Aucun acte d’administration n’est au journal.</p>}
      <section ref={zone} className="defilant" aria-label="Derniers actes" {...{ tabIndex: 0 }}>
        <table className="actes">
          <thead>
            <tr>
              <th scope="col">Ligne</th>
              <th scope="col">Date</th>
              <th scope="col">Par</th>
              <th scope="col">Acte</th>
              <th scope="col">Compte</th>
            </tr>
          </thead>
          <tbody>
            {actes?.map((acte) => (
              <tr key={acte.n}>
                <td>{acte.n}</td>
                <td>{ecrireInstant(acte.instant)}</td>
                <td>{acte.agent}</td>
                <td>{phraseActe(acte)}</td>
                <td>{acte.compte}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Panel>
  )
}
