import { useDesk, useDeskState } from '../../store/use-desk.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import type { PresentCard } from '../../workflow/sign-in-step.ts'
import { DeskName } from './desk-name.tsx'
import { PinSubmit } from './pin-submit.tsx'
import { PinTries } from './pin-tries.tsx'
import { SecretField } from './secret-field.tsx'
import { usePin } from './use-pin.ts'

interface CardFormProps {
  readonly carte: PresentCard
  /** Goes to the password; null where none opens a session. */
  readonly onPassword: (() => void) | null
}

/** Opens the session of the card inserted, once its PIN is given. */
export function CardForm({ carte, onPassword }: CardFormProps) {
  const { acts } = useDesk()
  const refus = useDeskState((state) => state.refus.session)
  const { form, pending, onSubmit, presentLast } = usePin(carte, (_form, pin) => acts.ouvrirParCarte(pin))
  return (
    <form ref={form} className="carte-seule" onSubmit={onSubmit} aria-labelledby="titre-session">
      <p className="produit">Guichet INS</p>
      <h1 id="titre-session">Ouvrir une session</h1>
      <p>
        Carte de <strong>{carte.titulaire}</strong>, compte {carte.compte?.identifiant}.
      </p>
      <SecretField nom="code" libelle="Code porteur" max={8} chiffres premier />
      {refus !== 'cpx/code-errone-dernier' && <PinTries code={carte.code} />}
      <Refusal code={refus} id="refus-session" />
      <PinSubmit dernier={carte.code === 'dernier-essai'} pending={pending} onLast={presentLast}>
        Ouvrir la session
      </PinSubmit>
      {onPassword && (
        <ActionButton touche="F2" onPress={onPassword}>
          Mot de passe
        </ActionButton>
      )}
      <DeskName />
    </form>
  )
}
