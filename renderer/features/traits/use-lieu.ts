import type { ChangeEvent, KeyboardEvent } from 'react'
import { focusNextField, focusZone } from '../../keyboard/zones.ts'
import { useDraft } from './use-draft.ts'
import { usePlaces, type Places } from './use-places.ts'

/** The text of the birth place, the list under it, and the keys that tie them. */
export interface Lieu {
  readonly texte: string
  readonly places: Places
  readonly choisir: (code: string) => void
  readonly saisir: (event: ChangeEvent<HTMLInputElement>) => void
  readonly touche: (event: KeyboardEvent<HTMLInputElement>) => void
  readonly quitter: () => void
}

/**
 * Looks places up at each keystroke. Entrée takes the answer to what is typed now, even when it is still on its way, and goes to
 * the next field; Échap closes the list and keeps the text; leaving the field chooses nothing.
 */
export function useLieu(admission: string, verrouille: boolean): Lieu {
  const { texte, type, leave } = useDraft(admission, 'lieuNaissance')
  const places = usePlaces()

  const choisir = (code: string): void => {
    type(code)
    places.fermer()
  }
  const avancer = async (champ: HTMLInputElement): Promise<void> => {
    const choisie = await places.attendre()
    if (document.activeElement !== champ) return
    if (choisie) choisir(choisie.code)
    if (!focusNextField(document)) focusZone(document, 'piece')
  }
  const jouer = ({ key, currentTarget }: KeyboardEvent<HTMLInputElement>): boolean => {
    if (key === 'Enter') void avancer(currentTarget)
    else if (verrouille) return false
    else if (key === 'ArrowDown' && !places.ouverte) places.chercher(texte)
    else if (key === 'ArrowDown' || (key === 'ArrowUp' && places.ouverte))
      places.deplacer(key === 'ArrowDown' ? 1 : -1)
    else if (key === 'Escape' && places.ouverte) places.fermer()
    else return false
    return true
  }

  return {
    texte,
    places,
    choisir,
    saisir({ target }) {
      type(target.value)
      places.chercher(target.value)
    },
    touche(event) {
      if (!jouer(event)) return
      event.preventDefault()
      event.stopPropagation()
    },
    quitter() {
      places.fermer()
      leave()
    },
  }
}
