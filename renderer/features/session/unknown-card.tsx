import { useEffect, useRef } from 'react'
import { ActionButton } from '../../ui/action-button.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import type { PresentCard } from '../../workflow/sign-in-step.ts'
import { DeskName } from './desk-name.tsx'

interface UnknownCardProps {
  readonly carte: PresentCard
  readonly onAttach: () => void
  readonly onPassword: (() => void) | null
}

/** A card good for this site, that no account has yet. */
export function UnknownCard({ carte, onAttach, onPassword }: UnknownCardProps) {
  const section = useRef<HTMLElement>(null)
  useEffect(() => section.current?.querySelector('button')?.focus(), [])
  return (
    <section className="carte-seule" ref={section} aria-labelledby="titre-session">
      <p className="produit">Guichet INS</p>
      <h1 id="titre-session">Carte inconnue de ce poste</h1>
      <p>
        Carte de <strong>{carte.titulaire}</strong>.
      </p>
      <Refusal code="session/carte-inconnue" />
      <ActionButton touche="F3" principal onPress={onAttach}>
        Rattacher ma carte
      </ActionButton>
      {onPassword && (
        <ActionButton touche="F2" onPress={onPassword}>
          Mot de passe
        </ActionButton>
      )}
      <DeskName />
    </section>
  )
}
