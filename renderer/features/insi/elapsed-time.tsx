import { useEffect, useState } from 'react'
import { useDesk } from '../../store/use-desk.ts'

/** Seconds after which the agent is told that INSi is slow. */
const SLOW_AFTER_S = 5

/** Time since the call began; not announced, a screen reader would speak every second. */
export function ElapsedTime() {
  const { now } = useDesk()
  const [start] = useState(() => now().getTime())
  const [elapsed, setElapsed] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setElapsed(Math.floor((now().getTime() - start) / 1000)), 250)
    return () => clearInterval(timer)
  }, [now, start])
  return (
    <span aria-live="off">
      <span className="chiffres">{elapsed} s</span>
      {elapsed >= SLOW_AFTER_S && ', réponse lente'}
    </span>
  )
}
