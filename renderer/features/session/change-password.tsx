import { useEffect, useRef, useState, type FormEvent } from 'react'
import { refusMotDePasse, refusRepetition } from '#domain/administration/mot-de-passe.ts'
import type { CodeRefus } from '#domain/refus/refus.ts'
import { useDesk, useDeskState } from '../../store/use-desk.ts'
import { useKeys } from '../../keyboard/use-keys.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Refusal } from '../../ui/refusal.tsx'

/** Everybody chooses his own password: at the first sign-in after one was given, or whenever he wants. */
export function ChangePassword() {
  const { acts } = useDesk()
  const remisA = useDeskState((state) => state.compteAChanger)
  const identifiant = useDeskState((state) => state.compteAChanger ?? state.agent?.identifiant ?? '')
  const refusPoste = useDeskState((state) => state.refus['mot-de-passe'])
  const [refus, setRefus] = useState<CodeRefus | null>(null)
  const [pending, setPending] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  useKeys({ Échap: acts.quitterMotDePasse })

  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const donnees = new FormData(event.currentTarget)
    const lire = (nom: string): string => texte(donnees.get(nom))
    const [actuel, nouveau] = [lire('actuel'), lire('nouveau')]
    const local =
      refusMotDePasse({ identifiant, nouveau, actuel: remisA === null ? actuel : null }) ??
      refusRepetition(nouveau, lire('encore'))
    setRefus(local)
    if (local !== null) return form.current?.querySelector<HTMLInputElement>('[name=nouveau]')?.select()
    setPending(true)
    if (!(await acts.changerMotDePasse(actuel, nouveau))) setPending(false)
  }

  return (
    <main className="ecran-seul">
      <form
        ref={form}
        className="carte-seule"
        aria-labelledby="titre-mot-de-passe"
        onSubmit={(event) => void submit(event)}
      >
        <p className="produit">Guichet INS</p>
        <h1 id="titre-mot-de-passe">Choisir mon mot de passe</h1>
        <p>
          {remisA === null
            ? `Compte ${identifiant}.`
            : `Le mot de passe du compte ${identifiant} vous a été remis : choisissez le vôtre, que vous serez seul à connaître.`}
        </p>
        {remisA === null && (
          <Secret nom="actuel" libelle="Mot de passe actuel" autoComplete="current-password" />
        )}
        <Secret
          nom="nouveau"
          libelle="Nouveau mot de passe, 12 caractères au moins"
          autoComplete="new-password"
        />
        <Secret nom="encore" libelle="Le même, une seconde fois" autoComplete="new-password" />
        <Refusal code={refus ?? refusPoste} />
        <button type="submit" className="bouton principal" disabled={pending}>
          Changer le mot de passe <kbd>Entrée</kbd>
        </button>
        <ActionButton touche="Échap" onPress={acts.quitterMotDePasse}>
          Abandonner
        </ActionButton>
      </form>
    </main>
  )
}

interface SecretProps {
  readonly nom: string
  readonly libelle: string
  readonly autoComplete: string
}

const Secret = ({ nom, libelle, autoComplete }: SecretProps) => (
  <label className="champ">
    <span className="libelle">{libelle}</span>
    <input name={nom} type="password" autoComplete={autoComplete} maxLength={256} required />
  </label>
)

const texte = (valeur: FormDataEntryValue | null): string => (typeof valeur === 'string' ? valeur : '')
