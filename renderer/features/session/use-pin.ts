import { useRef, useState, type FormEvent, type RefObject } from 'react'
import type { CodeRefus } from '#domain/refus/refus.ts'
import { useKeys } from '../../keyboard/use-keys.ts'
import type { PresentCard } from '../../workflow/sign-in-step.ts'
import { emptyField, readField } from './secret-field.tsx'

interface PinAsked {
  readonly presence: number
  readonly code: string
  readonly dernierEssai: boolean
}

interface PinForm {
  readonly form: RefObject<HTMLFormElement | null>
  readonly pending: boolean
  readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void
  /** The agent knows that an error locks the card, and presents his PIN all the same. */
  readonly presentLast: () => void
}

/**
 * A form that presents a PIN: it leaves its field as soon as it is sent, whatever becomes of it. The last try needs a key of its own,
 * never Enter.
 */
export function usePin(
  carte: PresentCard,
  send: (form: HTMLFormElement, pin: PinAsked) => Promise<CodeRefus | null>,
): PinForm {
  const form = useRef<HTMLFormElement>(null)
  const [pending, setPending] = useState(false)

  const present = async (dernierEssai: boolean): Promise<void> => {
    if (form.current === null || pending) return
    const code = readField(form.current, 'code')
    if (code === '') return emptyField(form.current, 'code')
    setPending(true)
    const asked = send(form.current, { presence: carte.presence, code, dernierEssai })
    emptyField(form.current, 'code')
    await asked
    setPending(false)
  }
  const dernier = carte.code === 'dernier-essai'
  const presentLast = (): void => void present(true)
  useKeys(dernier ? { F9: presentLast } : {})
  return {
    form,
    pending,
    presentLast,
    onSubmit(event) {
      event.preventDefault()
      if (!dernier) void present(false)
    },
  }
}
