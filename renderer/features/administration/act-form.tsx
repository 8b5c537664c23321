import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { CodeRefus } from '#domain/refus/refus.ts'
import type { ClientPoste } from '../../poste.ts'
import { useDesk, useDeskState } from '../../store/use-desk.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { useKeys } from '../../keyboard/use-keys.ts'

type Call = (administration: ClientPoste['administration']) => Promise<unknown>

interface ActFormProps {
  readonly titre: string
  /** What confirming will do, in one sentence. */
  readonly apercu: string
  readonly confirmer: string
  /** The call that the fields ask for, or why it cannot be made. */
  readonly demande: (champs: (nom: string) => string) => Call | CodeRefus
  readonly fait: () => void
  readonly abandonner: () => void
  readonly children?: ReactNode
}

/** One administrative act: its fields, what it will do, and the key that does it. */
export function ActForm({ titre, apercu, confirmer, demande, fait, abandonner, children }: ActFormProps) {
  const { acts, store } = useDesk()
  const refusPoste = useDeskState((state) => state.refus.administration)
  const [refus, setRefus] = useState<CodeRefus | null>(null)
  const [essaye, setEssaye] = useState(false)
  const running = useRef(false)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector<HTMLElement>('input:checked, input, button')?.focus(), [])

  const submit = async (): Promise<void> => {
    if (running.current || !form.current) return
    const donnees = new FormData(form.current)
    const call = demande((nom) => texte(donnees.get(nom)))
    setRefus(typeof call === 'string' ? call : null)
    setEssaye(true)
    if (typeof call === 'string') return
    running.current = true
    const issue = await acts.administrer(call)
    running.current = false
    if (!issue.ok) return
    store.update((state) => ({ ...state, annonce: `${titre}\u00a0: fait.` }))
    fait()
  }
  useKeys({ F9: () => void submit(), Échap: abandonner })

  return (
    <Panel titre={titre}>
      <form
        ref={form}
        className="rangees"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        {children}
        <p className="apercu-acte">{apercu}</p>
        {essaye && <Refusal code={refus ?? refusPoste} />}
        <div className="boutons">
          <button type="submit" className="bouton principal">
            {confirmer} <kbd>F9</kbd>
          </button>
          <ActionButton touche="Échap" onPress={abandonner}>
            Abandonner
          </ActionButton>
        </div>
      </form>
    </Panel>
  )
}

interface FieldProps {
  readonly nom: string
  readonly libelle: string
  readonly type?: 'text' | 'password'
  readonly defaut?: string
  readonly maxLength?: number
}

export const Field = ({ nom, libelle, type = 'text', defaut = '', maxLength = 200 }: FieldProps) => (
  <label className="champ">
    <span className="libelle">{libelle}</span>
    <input
      name={nom}
      type={type}
      defaultValue={defaut}
      maxLength={maxLength}
      autoComplete={type === 'password' ? 'new-password' : 'off'}
      spellCheck={false}
    />
  </label>
)

const texte = (valeur: FormDataEntryValue | null): string => (typeof valeur === 'string' ? valeur : '')
