import { useEffect, useRef } from 'react'
import { toucheOf } from './touche.ts'
import type { Touche } from '../workflow/geste.ts'

type Touches = Readonly<Partial<Record<Touche, () => unknown>>>

/** Gives keys a use for as long as a component is shown; the latest one to give it keeps it. */
export function useKeys(touches: Touches): void {
  const latest = useRef(touches)
  useEffect(() => {
    latest.current = touches
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const touche = toucheOf(event) as Touche | null
      const act = touche === null || event.repeat ? undefined : latest.current[touche]
      if (act === undefined || event.defaultPrevented === (touche === 'Échap')) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}
