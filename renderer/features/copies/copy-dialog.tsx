import { useEffect, useRef, type KeyboardEvent, type RefObject } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { MOTIFS_CONSULTATION, type MotifConsultation } from '#domain/copies/motifs-consultation.ts'
import type { Consultation } from '../../store/desk-state.ts'
import { useDesk, useDeskState } from '../../store/use-desk.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { ReasonList } from '../../ui/reason-list.tsx'
import { CopyImage } from './copy-image.tsx'

const MOTIFS = Object.entries(MOTIFS_CONSULTATION) as readonly (readonly [MotifConsultation, string])[]

/** Looks at the copy of a document: first why, then one page at a time, each one journalled. Source: DMN INS 46. */
export function CopyDialog() {
  const { acts } = useDesk()
  const consultation = useDeskState((state) => state.consultation)
  const motif = consultation?.motif ?? null
  return (
    <ModalOverlay className="voile" isOpen={consultation !== null} onOpenChange={acts.fermerCopie}>
      <Modal className={motif === null ? 'fenetre' : 'fenetre fenetre-copie'}>
        {/* Each step is a dialog of its own, which the focus enters and a screen reader names. */}
        <Dialog key={motif} className="dialogue">
          <Heading slot="title">Copie de la pièce d’identité</Heading>
          {consultation === null ? null : motif === null ? (
            <Reason />
          ) : (
            <Page consultation={consultation} motif={motif} />
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function Reason() {
  const { acts } = useDesk()
  const cadre = useFocusOn<HTMLDivElement>('[role=listbox]')
  return (
    <div className="copie" ref={cadre}>
      <p>La consultation est inscrite au journal, à votre nom, avec son motif.</p>
      <ReasonList
        nom="Motif de la consultation"
        legende="Pourquoi consulter cette copie"
        motifs={MOTIFS}
        onChoose={(motif) => acts.voirCopie(motif, 0)}
      />
      <div className="boutons">
        <ActionButton touche="Échap" onPress={acts.fermerCopie}>
          Ne pas consulter
        </ActionButton>
      </div>
    </div>
  )
}

interface PageProps {
  readonly consultation: Consultation
  readonly motif: MotifConsultation
}

function Page({ consultation: { page, image }, motif }: PageProps) {
  const { acts } = useDesk()
  const pages = useDeskState((state) => state.admission?.pagesCopie ?? 0)
  const cadre = useFocusOn<HTMLFieldSetElement>('.principal')
  const libelle = `Page ${page + 1} sur ${pages}`
  const aller = (vers: number): void => {
    if (vers >= 0 && vers < pages) void acts.voirCopie(motif, vers)
  }
  const onKeyDown = ({ key }: KeyboardEvent): void => {
    if (key === 'ArrowLeft' || key === 'PageUp') aller(page - 1)
    if (key === 'ArrowRight' || key === 'PageDown') aller(page + 1)
  }
  return (
    // The arrows turn the pages wherever the focus is in the window; the buttons below do the same.
    <fieldset className="copie" ref={cadre} onKeyDownCapture={onKeyDown}>
      <legend className="libelle">
        {libelle}. Motif&nbsp;: {MOTIFS_CONSULTATION[motif]}
      </legend>
      <div className="copie-cadre">
        {image === null ? <p>Lecture de la copie…</p> : <CopyImage image={image} libelle={libelle} />}
      </div>
      <div className="boutons">
        {pages > 1 && (
          <>
            <ActionButton onPress={() => aller(page - 1)} disabled={page === 0}>
              Page précédente <kbd>←</kbd>
            </ActionButton>
            <ActionButton onPress={() => aller(page + 1)} disabled={page === pages - 1}>
              Page suivante <kbd>→</kbd>
            </ActionButton>
          </>
        )}
        <ActionButton touche="Échap" principal onPress={acts.fermerCopie}>
          Fermer la copie
        </ActionButton>
      </div>
    </fieldset>
  )
}

/** Puts the focus in what has just opened: the window alone would not hear its keys. */
function useFocusOn<E extends HTMLElement>(cible: string): RefObject<E | null> {
  const cadre = useRef<E>(null)
  useEffect(() => cadre.current?.querySelector<HTMLElement>(cible)?.focus(), [cible])
  return cadre
}
