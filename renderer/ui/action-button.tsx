import type { ReactNode } from 'react'
import type { Touche } from '../workflow/geste.ts'

interface ActionButtonProps {
  readonly touche?: Touche
  readonly principal?: boolean
  readonly disabled?: boolean
  readonly onPress: () => unknown
  readonly children: ReactNode
}

/** A button that shows its key; the word and the key together are its name. */
export function ActionButton({
  touche,
  principal = false,
  disabled = false,
  onPress,
  children,
}: ActionButtonProps) {
  return (
    <button
      type="button"
      className={principal ? 'bouton principal' : 'bouton'}
      disabled={disabled}
      {...(touche ? { 'aria-keyshortcuts': ariaKeys(touche) } : {})}
      onClick={() => void onPress()}
    >
      {children}
      {touche && <kbd>{touche}</kbd>}
    </button>
  )
}

const ariaKeys = (touche: Touche): string =>
  touche.replace('Maj', 'Shift').replace('Ctrl', 'Control').replace('Échap', 'Escape')
