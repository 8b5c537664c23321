import { useEffect, useRef, useState, type FormEvent } from 'react'
import type { CodeRefus } from '#domain/refus/refus.ts'
import { useDesk, useDeskState } from '../../store/use-desk.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { CardNote } from './card-note.tsx'
import { DeskName } from './desk-name.tsx'
import { emptyField, readField, SecretField } from './secret-field.tsx'

interface PasswordFormProps {
  /** Told whether something was typed. */
  readonly onEntame: (entame: boolean) => void
  /** Goes to the card inserted; null when there is none. */
  readonly onCard: (() => void) | null
}

/** Refusals after which the code of the telephone is asked, or asked again. */
const SECOND: ReadonlySet<CodeRefus> = new Set<CodeRefus>(['session/second-facteur', 'session/code-errone'])

/** Opens a session by password, then by the code of a telephone where the account has one. */
export function PasswordForm({ onEntame, onCard }: PasswordFormProps) {
  const refus = useDeskState((state) => state.refus.session)
  const { form, pending, second, tell, submit } = usePassword(onEntame)
  return (
    <form
      ref={form}
      className="carte-seule"
      onSubmit={(event) => void submit(event)}
      onInput={tell}
      aria-labelledby="titre-session"
    >
      <p className="produit">Guichet INS</p>
      <h1 id="titre-session">Ouvrir une session</h1>
      <SecretField
        nom="identifiant"
        libelle="Identifiant"
        type="text"
        autoComplete="username"
        max={64}
        premier
      />
      <SecretField nom="secret" libelle="Mot de passe" autoComplete="current-password" />
      {second && (
        <SecretField
          nom="second"
          libelle="Code du téléphone"
          type="text"
          autoComplete="one-time-code"
          max={8}
          chiffres
          premier
        />
      )}
      <Refusal code={refus} id="refus-session" />
      <button type="submit" className="bouton principal" disabled={pending}>
        Ouvrir la session <kbd>Entrée</kbd>
      </button>
      {onCard && (
        <ActionButton touche="F2" onPress={onCard}>
          Carte professionnelle
        </ActionButton>
      )}
      <CardNote />
      <DeskName />
    </form>
  )
}

/** Sends what the form holds; the code of the telephone is asked once the workstation wants it. */
function usePassword(onEntame: PasswordFormProps['onEntame']) {
  const { acts } = useDesk()
  const [pending, setPending] = useState(false)
  const [second, setSecond] = useState(false)
  const form = useRef<HTMLFormElement>(null)

  const tell = (): void =>
    onEntame(
      form.current !== null &&
        readField(form.current, 'identifiant') + readField(form.current, 'secret') !== '',
    )
  // What was typed before the screen came to life counts too.
  useEffect(tell)

  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const { currentTarget } = event
    setPending(true)
    const code = second ? readField(currentTarget, 'second') : null
    const issue = await acts.ouvrirSession(
      readField(currentTarget, 'identifiant'),
      readField(currentTarget, 'secret'),
      code,
    )
    setPending(false)
    if (issue === null) return
    setSecond(SECOND.has(issue))
    if (SECOND.has(issue)) return emptyField(form.current, 'second')
    form.current?.querySelector<HTMLInputElement>('[name=secret]')?.select()
  }
  return { form, pending, second, tell, submit }
}
