import { useRef, useState } from 'react'
import type { PropositionLieu } from '#domain/lieux/proposer-a-la-date.ts'
import { useDateNaissance } from '../../store/use-place-name.ts'
import { useDesk } from '../../store/use-desk.ts'

interface Liste {
  readonly propositions: readonly PropositionLieu[]
  readonly actif: number
  /** The text was looked up and names no place. */
  readonly sansReponse: boolean
}

const FERMEE: Liste = { propositions: [], actif: 0, sansReponse: false }

/** The places proposed while a text is typed: the answer to the last text only, and nothing once the list is closed. */
export interface Places extends Liste {
  readonly ouverte: boolean
  readonly choisie: PropositionLieu | null
  readonly chercher: (texte: string) => void
  readonly deplacer: (pas: 1 | -1) => void
  readonly fermer: () => void
  /** The proposal to take for what is typed now, once the search under way has answered; null when there is none. */
  readonly attendre: () => Promise<PropositionLieu | null>
}

export function usePlaces(): Places {
  const { acts } = useDesk()
  const naissance = useDateNaissance()
  const [liste, setListe] = useState(FERMEE)
  const derniere = useRef<Promise<PropositionLieu | null> | null>(null)
  const choisie = liste.propositions[liste.actif] ?? null

  const chercher = (texte: string): void => {
    const recherche = acts.chercherLieux(texte, naissance).then((propositions) => {
      if (derniere.current !== recherche) return null
      derniere.current = null
      setListe({ propositions, actif: 0, sansReponse: texte.length >= 2 && propositions.length === 0 })
      return propositions[0] ?? null
    })
    derniere.current = recherche
  }

  return {
    ...liste,
    ouverte: liste.propositions.length > 0,
    choisie,
    chercher,
    deplacer: (pas) =>
      setListe(({ propositions, actif, sansReponse }) => ({
        propositions,
        sansReponse,
        actif: (actif + pas + propositions.length) % Math.max(propositions.length, 1),
      })),
    fermer() {
      derniere.current = null
      setListe(FERMEE)
    },
    attendre: async () => (derniere.current ? derniere.current : choisie),
  }
}
