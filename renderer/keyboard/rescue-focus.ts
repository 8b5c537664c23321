import { focusTrait } from './zones.ts'

/** Time a closing window is given to put the focus back where it was, in milliseconds. */
const PATIENCE_MS = 50

/**
 * Gives the focus a place when the element that had it leaves the screen (a list that served, a button no longer possible):
 * the recommended act, or the trait to type. Never moves a focus that still exists. Returns what stops watching.
 */
export function rescueFocus(page: Document): () => void {
  // The first form had the focus before anybody watched.
  let last = page.activeElement === page.body ? null : page.activeElement
  const remember = (event: FocusEvent): void => {
    last = event.target instanceof Element ? event.target : null
  }
  let timer: ReturnType<typeof setTimeout> | undefined
  const isLost = (): boolean => last !== null && page.activeElement === page.body && !isUsable(last)
  const observer = new MutationObserver(() => {
    if (!isLost()) return
    clearTimeout(timer)
    timer = setTimeout(() => {
      if (isLost()) focusRecommended(page)
    }, PATIENCE_MS)
  })
  page.addEventListener('focusin', remember)
  observer.observe(page.body, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['disabled'],
  })
  return () => {
    page.removeEventListener('focusin', remember)
    observer.disconnect()
    clearTimeout(timer)
  }
}

function focusRecommended(page: Document): void {
  const suite = page.querySelector<HTMLElement>('.suite')
  if (suite?.dataset['geste'] === 'saisir') focusTrait(page)
  else (suite?.querySelector<HTMLElement>('.principal') ?? suite)?.focus()
}

const isUsable = (element: Element): boolean => element.isConnected && !element.matches(':disabled')
