import { ActionButton } from '../../ui/action-button.tsx'

interface PinSubmitProps {
  /** An error locks the card: Enter presents nothing. */
  readonly dernier: boolean
  readonly pending: boolean
  readonly onLast: () => void
  readonly children: string
}

/** What presents the PIN typed. */
export const PinSubmit = ({ dernier, pending, onLast, children }: PinSubmitProps) =>
  dernier ? (
    <ActionButton touche="F9" principal disabled={pending} onPress={onLast}>
      Présenter le dernier essai
    </ActionButton>
  ) : (
    <button type="submit" className="bouton principal" disabled={pending}>
      {children} <kbd>Entrée</kbd>
    </button>
  )
