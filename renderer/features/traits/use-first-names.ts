import type { KeyboardEvent } from 'react'
import type { Trait } from '#domain/identite/traits.ts'
import { useDeskState } from '../../store/use-desk.ts'
import { nextFirstName } from './next-first-name.ts'
import type { Draft } from './use-draft.ts'

/** The arrows go through the first given names that the list allows; `suivant` is what the down arrow would write. Source: EXI ID 10. */
export function useFirstNames(trait: Trait, draft: Draft, readOnly: boolean) {
  const liste = useDeskState(({ admission }) =>
    trait === 'premierPrenom' ? (admission?.saisie.prenomsNaissance?.valeur ?? '') : '',
  )
  const suivant = nextFirstName(liste, draft.texte, 1)
  const onKeyDown = (event: KeyboardEvent): void => {
    const pas = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null
    const choisi = pas === null ? null : nextFirstName(liste, draft.texte, pas)
    if (choisi === null || readOnly) return
    event.preventDefault()
    draft.type(choisi)
  }
  return { suivant, onKeyDown }
}
