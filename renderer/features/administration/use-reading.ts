import { useEffect, useState } from 'react'
import type { ClientPoste } from '../../poste.ts'
import { useDesk } from '../../store/use-desk.ts'

type Read<T> = (administration: ClientPoste['administration']) => Promise<T>

/** Something read from the administration when its view opens, and again when asked; `read` must not change. */
export function useReading<T>(read: Read<T>): readonly [value: T | null, again: () => Promise<void>] {
  const { acts } = useDesk()
  const [value, setValue] = useState<T | null>(null)
  const again = async (): Promise<void> => {
    const lue = await acts.administrer(read)
    if (lue.ok) setValue(lue.value)
  }
  useEffect(() => {
    let shown = true
    const begin = async (): Promise<void> => {
      const lue = await acts.administrer(read)
      if (shown && lue.ok) setValue(lue.value)
    }
    void begin()
    return () => {
      shown = false
    }
  }, [acts, read])
  return [value, again]
}
