import { useCallback, useEffect, useRef, useState, type RefObject } from 'react'

/** A list read when its panel opens, and read again on demand; the focus goes to its first line, as the agent asked. */
export interface ListeLue<T> {
  readonly liste: T | null
  readonly panneau: RefObject<HTMLDivElement | null>
  readonly relire: () => Promise<void>
}

export function useListe<T>(lire: () => Promise<T | null>): ListeLue<T> {
  const [liste, setListe] = useState<T | null>(null)
  const panneau = useRef<HTMLDivElement>(null)
  const derniere = useRef(0)
  const relire = useCallback(async (): Promise<void> => {
    const rang = (derniere.current += 1)
    const lue = await lire()
    // A list asked before another one is never shown.
    if (rang === derniere.current && lue !== null) setListe(lue)
  }, [lire])
  useEffect(() => void relire(), [relire])
  useEffect(() => {
    const { current } = panneau
    const ailleurs = document.activeElement?.closest('[data-zone=travail] form')
    if (liste !== null && !ailleurs && !current?.contains(document.activeElement))
      current?.querySelector<HTMLElement>('[role=option]')?.focus()
  }, [liste])
  return { liste, panneau, relire }
}
