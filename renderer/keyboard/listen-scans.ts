import { createBurst } from './scan-burst.ts'

/** The group separator, as a wedge scanner types it. */
const GROUP_SEPARATOR = '\u001D'

/**
 * Hands a scanned INS DataMatrix to `receive` and gives the field that had the focus its text back: nothing of the message stays in
 * it. Returns what stops listening.
 */
export function listenScans(page: Document, receive: (message: string) => unknown): () => void {
  const feed = createBurst()
  let field: HTMLInputElement | null = null
  let before = ''
  let fieldSince = -Infinity

  const listen = (event: KeyboardEvent): void => {
    if (event.timeStamp - fieldSince > 200) {
      field = page.activeElement instanceof HTMLInputElement ? page.activeElement : null
      before = field?.value ?? ''
    }
    fieldSince = event.timeStamp
    const burst = feed(keyOf(event), event.timeStamp)
    if (burst.kind === 'none') return
    event.preventDefault()
    event.stopPropagation()
    if (burst.kind === 'begun' && field) giveBack(field, before)
    if (burst.kind === 'done') receive(burst.message)
  }
  page.addEventListener('keydown', listen, { capture: true })
  return () => page.removeEventListener('keydown', listen, { capture: true })
}

const keyOf = ({ key, ctrlKey }: KeyboardEvent): string => (ctrlKey && key === ']' ? GROUP_SEPARATOR : key)

/** Written as the browser writes a keystroke, so that the field's own code sees it. */
function giveBack(field: HTMLInputElement, text: string): void {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
