import { ecrirePages } from '../../store/copy-acts.ts'
import { useDeskState } from '../../store/use-desk.ts'
import { ActionButton } from '../../ui/action-button.tsx'

interface CopyRowProps {
  readonly onJoindre: () => unknown
  readonly onVoir: () => unknown
}

/** The copy of the document recorded: how many pages, one key to join some, another to look at them. Source: ID-19. */
export function CopyRow({ onJoindre, onVoir }: CopyRowProps) {
  const pages = useDeskState((state) => state.admission?.pagesCopie ?? 0)
  const joindre = useDeskState((state) => state.admission?.actions.joindreCopie ?? null)
  const voir = useDeskState((state) => state.admission?.actions.voirCopie ?? null)
  return (
    <div className="copie-ligne">
      <p>{pages === 0 ? 'Aucune copie jointe' : `Copie jointe (${ecrirePages(pages)})`}</p>
      <ActionButton touche="Ctrl+F7" onPress={onJoindre} disabled={joindre !== null}>
        Joindre
      </ActionButton>
      {pages > 0 && (
        <ActionButton touche="Ctrl+F8" onPress={onVoir} disabled={voir !== null}>
          Voir la copie
        </ActionButton>
      )}
    </div>
  )
}
