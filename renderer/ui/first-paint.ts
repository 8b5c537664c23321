/** A window that is hidden draws nothing: what waits for its first paint goes on after this time, in ms. */
const HIDDEN_MS = 250

/** Resolves once the page has been drawn a first time. */
export function firstPaint(window: Pick<Window, 'requestAnimationFrame' | 'setTimeout'>): Promise<void> {
  return new Promise((resolve) => {
    // A frame is drawn after what was asked for it has run: the next task comes once it is.
    window.requestAnimationFrame(() => window.setTimeout(resolve))
    window.setTimeout(resolve, HIDDEN_MS)
  })
}
