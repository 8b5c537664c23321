import { useDeskState } from '../../store/use-desk.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { Shape } from '../../ui/shape.tsx'
import { BeneficiaryList } from './beneficiary-list.tsx'
import { phraseCarte } from './phrase-carte.ts'

interface CardPanelProps {
  readonly onCarte: () => unknown
}

/** What the reader holds and whom it can prefill; a card proves nothing. */
export function CardPanel({ onCarte }: CardPanelProps) {
  const cartes = useDeskState((state) => state.cartes)
  const choisi = useDeskState((state) => state.beneficiaire)
  const refus = useDeskState((state) => state.refus.carte)
  const lecture = cartes?.lecture
  const commence = useDeskState((state) => Boolean(state.admission?.saisie.nomNaissance))
  const depliee = useDeskState((state) => state.carteDepliee)
  const plusieurs = lecture?.etat === 'lue' && lecture.beneficiaires.length > 1 && choisi === null
  const lue = lecture?.etat === 'lue'
  return (
    <Panel
      titre="Carte Vitale"
      zone="carte"
      className="panneau-carte"
      cote={
        <>
          <p className={lue ? 'etat-carte lue' : 'etat-carte'}>
            <Shape name="carte" />
            <span>{phraseCarte(cartes, choisi)}</span>
          </p>
          <ActionButton touche="F2" onPress={onCarte}>
            {plusieurs ? 'Choisir' : lue ? 'Reprendre' : 'Lire'}
          </ActionButton>
        </>
      }
    >
      {plusieurs && (depliee || !commence) && <BeneficiaryList beneficiaires={lecture.beneficiaires} />}
      <Refusal code={refus ?? (lecture?.etat === 'refusee' ? lecture.refus : cartes?.cartes.refus)} />
    </Panel>
  )
}
