import { useState } from 'react'
import type { CodeRefus } from '#domain/refus/refus.ts'
import { useDesk, useDeskState } from '../../store/use-desk.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import type { PresentCard } from '../../workflow/sign-in-step.ts'
import { PinSubmit } from './pin-submit.tsx'
import { PinTries } from './pin-tries.tsx'
import { readField, SecretField } from './secret-field.tsx'
import { usePin } from './use-pin.ts'

interface AttachFormProps {
  readonly carte: PresentCard
  readonly onLeave: () => void
}

/** Attaches the card inserted to the account of its owner: he proves to hold both, and his session opens. */
export function AttachForm({ carte, onLeave }: AttachFormProps) {
  const { acts } = useDesk()
  const refus = useDeskState((state) => state.refus.session)
  const [second, setSecond] = useState(false)
  const { form, pending, onSubmit, presentLast } = usePin(carte, async (formulaire, pin) => {
    const issue = await acts.rattacherCarte({
      ...pin,
      identifiant: readField(formulaire, 'identifiant'),
      motDePasse: readField(formulaire, 'secret'),
      second: second ? readField(formulaire, 'second') : null,
    })
    if (issue !== null) setSecond(second || DEMANDE_SECOND.has(issue))
    return issue
  })
  return (
    <form ref={form} className="carte-seule" onSubmit={onSubmit} aria-labelledby="titre-session">
      <p className="produit">Guichet INS</p>
      <h1 id="titre-session">Rattacher ma carte</h1>
      <p>
        Carte de <strong>{carte.titulaire}</strong> : elle ouvrira désormais votre session avec son code.
      </p>
      <SecretField
        nom="identifiant"
        libelle="Identifiant"
        type="text"
        autoComplete="username"
        max={64}
        premier
      />
      <SecretField nom="secret" libelle="Mot de passe" autoComplete="current-password" />
      {second && <SecretField nom="second" libelle="Code du téléphone" type="text" max={8} chiffres />}
      <SecretField nom="code" libelle="Code porteur de la carte" max={8} chiffres />
      <PinTries code={carte.code} />
      <Refusal code={refus} id="refus-session" />
      <PinSubmit dernier={carte.code === 'dernier-essai'} pending={pending} onLast={presentLast}>
        Rattacher et ouvrir la session
      </PinSubmit>
      <ActionButton touche="Échap" onPress={onLeave}>
        Abandonner
      </ActionButton>
    </form>
  )
}

const DEMANDE_SECOND: ReadonlySet<CodeRefus> = new Set<CodeRefus>([
  'session/second-facteur',
  'session/code-errone',
])
