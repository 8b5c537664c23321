/** The keys a browser would act upon; the desk keeps them for itself, used or not. */
const KEPT = new Set(['F1', 'F2', 'F3', 'F4', 'F5', 'F6', 'F7', 'F8', 'F9', 'F10', 'F12'])

/** A key event as the desk writes it, `Maj+F6`, or null when it is not one of its keys. */
export function toucheOf(
  event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'altKey'>,
): string | null {
  if (event.altKey) return null
  if (event.key === 'Escape') return 'Échap'
  if (!KEPT.has(event.key)) return null
  return `${event.ctrlKey ? 'Ctrl+' : ''}${event.shiftKey ? 'Maj+' : ''}${event.key}`
}
