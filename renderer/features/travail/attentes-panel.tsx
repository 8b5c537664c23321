import { ListBox } from 'react-aria-components'
import type { Attente } from '#contracts/travail.ts'
import { CONCLUSIONS, MOTIFS_TRANSFERT, type Conclusion } from '#domain/decision/faits-decision.ts'
import { ecrireJour } from '#domain/identite/date-naissance.ts'
import { localDay } from '../../store/today.ts'
import { useDesk, useDeskState } from '../../store/use-desk.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { LIBELLES_RAISON } from '../../ui/libelles-raison.ts'
import { Panel } from '../../ui/panel.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { enLigne, LigneListe, naissanceDe } from './ligne-liste.tsx'
import { useListe } from './use-liste.ts'

/** What awaits an act of the person at the desk, oldest first; arrows and Entrée take one up. Source: DX-06. */
export function AttentesPanel() {
  const { acts, store } = useDesk()
  const refus = useDeskState((state) => state.refus.travail)
  const { liste, panneau, relire } = useListe(acts.listerAttentes)
  const reprendre = async (admission: string): Promise<void> => {
    // Refused, the line may have changed hands: the list says who has it.
    if (!(await acts.reprendreDossier(admission))) await relire()
  }
  return (
    <Panel
      titre="À traiter"
      zone="travail"
      className="panneau-travail"
      cote={
        <>
          <p>{liste && nombreDe(liste.attentes.length, liste.reste)}</p>
          <ActionButton touche="Échap" onPress={() => store.update((state) => ({ ...state, liste: null }))}>
            Fermer
          </ActionButton>
        </>
      }
    >
      <Refusal code={refus} />
      <div ref={panneau}>
        {liste?.attentes.length === 0 && (
          <p className="note">Aucune admission n’attend un acte que vous pouvez faire.</p>
        )}
        {liste && liste.attentes.length > 0 && (
          <ListBox
            aria-label="Admissions à traiter, la plus ancienne d’abord"
            autoFocus="first"
            className="liste liste-travail"
            onAction={(admission) => void reprendre(String(admission))}
          >
            {liste.attentes.map((attente) => (
              <LigneListe key={attente.admission} ligne={attente} mention={LIBELLES_RAISON[attente.raison]}>
                {detailsDe(attente)}
              </LigneListe>
            ))}
          </ListBox>
        )}
      </div>
    </Panel>
  )
}

const nombreDe = (nombre: number, reste: boolean): string =>
  `${nombre}${reste ? ' premières' : ''} admission${nombre > 1 ? 's' : ''}, la plus ancienne d’abord`

const estConclusion = (motif: string): motif is Conclusion => Object.hasOwn(CONCLUSIONS, motif)

function motifDe({ motif }: Attente): string | null {
  if (motif === null) return null
  return estConclusion(motif) ? CONCLUSIONS[motif].libelle : MOTIFS_TRANSFERT[motif]
}

function detailsDe(attente: Attente): string {
  const depuis = new Date(attente.depuis)
  const heure = depuis.toLocaleTimeString('fr-FR', { hour: '2-digit', minute: '2-digit' })
  return enLigne(
    motifDe(attente),
    `depuis le ${ecrireJour(localDay(depuis))} à ${heure}`,
    `par ${attente.par}`,
    attente.lieu,
    naissanceDe(attente),
    `IPP\u00a0${attente.ipp}`,
  )
}
