import { useEffect, useState } from 'react'
import type { DiagnosticCartes } from '#contracts/materiel.ts'
import { useDesk } from '../../store/use-desk.ts'

const REGARD_MS = 1000

/** Readers and cards as they are, looked at every second while they are on the screen; null until the first answer. */
export function useDiagnostic(): DiagnosticCartes | null {
  const { acts } = useDesk()
  const [diagnostic, setDiagnostic] = useState<DiagnosticCartes | null>(null)
  useEffect(() => {
    let shown = true
    let minuterie: ReturnType<typeof setTimeout> | undefined
    const look = async (): Promise<void> => {
      const lu = await acts.materiel((materiel) => materiel.diagnostic())
      if (!shown) return
      if (lu.ok) setDiagnostic(lu.value)
      minuterie = setTimeout(() => void look(), REGARD_MS)
    }
    void look()
    return () => {
      shown = false
      clearTimeout(minuterie)
    }
  }, [acts])
  return diagnostic
}
