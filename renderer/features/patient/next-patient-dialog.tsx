import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useDesk, useDeskState } from '../../store/use-desk.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { raisonInacheve } from './unfinished.ts'

interface NextPatientDialogProps {
  readonly onConfirm: () => unknown
}

/** Asks before leaving a patient whose admission is not finished; nothing is lost, it is closed as it stands. */
export function NextPatientDialog({ onConfirm }: NextPatientDialogProps) {
  const { store } = useDesk()
  const ouverte = useDeskState((state) => state.confirmation)
  const raison = useDeskState(({ admission }) => (admission ? raisonInacheve(admission) : null))
  const fermer = (): void => store.update((state) => ({ ...state, confirmation: false }))
  return (
    <ModalOverlay className="voile" isOpen={ouverte} onOpenChange={fermer}>
      <Modal className="fenetre">
        <Dialog role="alertdialog" className="dialogue">
          <Heading slot="title">Passer au patient suivant&nbsp;?</Heading>
          <p>{raison} L’admission sera close en l’état.</p>
          <div className="boutons">
            <ActionButton touche="F12" principal onPress={onConfirm}>
              Patient suivant
            </ActionButton>
            <ActionButton touche="Échap" onPress={fermer}>
              Rester
            </ActionButton>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
