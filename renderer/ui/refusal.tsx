import { phraseDe, type CodeRefus } from '#domain/refus/refus.ts'
import { Shape } from './shape.tsx'

interface RefusalProps {
  readonly code: CodeRefus | null | undefined
  readonly id?: string
}

/** The sentence of a refusal, next to what caused it. */
export function Refusal({ code, id }: RefusalProps) {
  if (!code) return null
  return (
    <p className="refus" id={id}>
      <Shape name="attention" />
      <span>{phraseDe({ code })}</span>
    </p>
  )
}
