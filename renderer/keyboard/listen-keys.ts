import { gesteDe, type Geste } from '../workflow/geste.ts'
import { toucheOf } from './touche.ts'

/**
 * Hands the desk's keys to `play` and cancels what the browser would do with them (reload, find, caret browsing, tools).
 * Escape stays the browser's and the open list's when `play` has no use for it. Returns what stops listening.
 */
export function listenKeys(page: Document, play: (geste: Geste) => boolean): () => void {
  const listen = (event: KeyboardEvent): void => {
    const touche = toucheOf(event)
    if (touche === null) return
    if (touche !== 'Échap') event.preventDefault()
    const geste = gesteDe(touche)
    if (geste === null || event.repeat) return
    if (play(geste)) event.preventDefault()
  }
  page.addEventListener('keydown', listen)
  return () => page.removeEventListener('keydown', listen)
}
