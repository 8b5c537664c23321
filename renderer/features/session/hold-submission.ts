/**
 * Keeps the sign-in an agent asks for before the screen can answer; the fields keep what was typed by themselves.
 * Returns what stops keeping, and asks again for what was asked.
 */
export function holdSubmission(root: EventTarget): () => void {
  let held: EventTarget | null = null
  const hold = (event: Event): void => {
    event.preventDefault()
    event.stopImmediatePropagation()
    held = event.target
  }
  root.addEventListener('submit', hold, { capture: true })
  return () => {
    root.removeEventListener('submit', hold, { capture: true })
    if (held instanceof HTMLFormElement) held.requestSubmit()
    held = null
  }
}
