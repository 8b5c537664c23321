import { useState } from 'react'
import { useKeys } from '../../keyboard/use-keys.ts'
import { useDeskState } from '../../store/use-desk.ts'
import { presentCard, signInStep, type SignInChoice } from '../../workflow/sign-in-step.ts'
import { AttachForm } from './attach-form.tsx'
import { CardForm } from './card-form.tsx'
import { NoPassword } from './no-password.tsx'
import { PasswordForm } from './password-form.tsx'
import { UnknownCard } from './unknown-card.tsx'

/** Opens the session of an agent, to whom every act will be attributed: by card or by password, as the site decided. */
export function SignIn() {
  const connexion = useDeskState((state) => state.connexion)
  const carte = presentCard(connexion)
  const [choice, setChoice] = useState<{ presence: number | null; choix: SignInChoice } | null>(null)
  const [entame, setEntame] = useState(false)
  const presence = carte?.presence ?? null
  // What was chosen was chosen for that card.
  const choix = choice?.presence === presence ? choice.choix : null
  const choose = (suivant: SignInChoice): void => setChoice({ presence, choix: suivant })
  const step = signInStep(connexion, { choix, entame })
  const motDePasse = connexion?.moyens.motDePasse ?? true

  useKeys({
    ...(carte && motDePasse ? { F2: () => choose(step === 'mot-de-passe' ? 'carte' : 'mot-de-passe') } : {}),
    ...(step === 'carte-inconnue' ? { F3: () => choose('rattacher') } : {}),
    ...(step === 'rattacher' ? { Échap: () => choose('carte') } : {}),
  })

  const other = carte && motDePasse ? choose : null
  return (
    <main className="ecran-seul">
      {step === 'mot-de-passe' && (
        <PasswordForm onEntame={setEntame} onCard={other && (() => other('carte'))} />
      )}
      {step === 'attendre-carte' && <NoPassword />}
      {carte && step === 'carte' && (
        <CardForm key={presence} carte={carte} onPassword={other && (() => other('mot-de-passe'))} />
      )}
      {carte && step === 'carte-inconnue' && (
        <UnknownCard
          carte={carte}
          onAttach={() => choose('rattacher')}
          onPassword={other && (() => other('mot-de-passe'))}
        />
      )}
      {carte && step === 'rattacher' && (
        <AttachForm key={presence} carte={carte} onLeave={() => choose('carte')} />
      )}
    </main>
  )
}
