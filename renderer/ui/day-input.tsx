import type { InputHTMLAttributes } from 'react'

interface DayInputProps extends Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'id' | 'className' | 'aria-label'
> {
  readonly value: string
  readonly onChange: (saisie: string) => void
  /** The field that the focus enters its zone by. */
  readonly 'data-entree'?: ''
}

/** A day as it is typed, `jj/mm/aaaa`; the workstation reads it. */
export const DayInput = ({ onChange, ...champ }: DayInputProps) => (
  <input
    {...champ}
    type="text"
    inputMode="numeric"
    placeholder="jj/mm/aaaa"
    maxLength={10}
    autoComplete="off"
    onChange={({ target }) => onChange(target.value)}
  />
)
