import { useEffect, useRef, useState } from 'react'
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

interface Recherche {
  readonly texte: string
  readonly naissance: string | null
  readonly reponse: Promise<PropositionLieu | null>
}

/** The places proposed while a text is typed: the answer to the last text only, and nothing once the list is closed. */
export interface Places extends Liste {
  readonly ouverte: boolean
  readonly chercher: (texte: string) => void
  readonly deplacer: (pas: 1 | -1) => void
  readonly fermer: () => void
  /** The place to take for what is typed now, once the birth date is saved and the search has answered; null when there is none. */
  readonly attendre: () => Promise<PropositionLieu | null>
}

export function usePlaces(): Places {
  const { acts, drafts, store } = useDesk()
  // Drawn again when the birth date changes, so that an open list follows it.
  useDateNaissance()
  const [liste, setListe] = useState(FERMEE)
  const derniere = useRef<Recherche | null>(null)
  const choisie = useRef<PropositionLieu | null>(null)
  /** What the arrows chose since the last letter: an answer that comes late must not move the choice. */
  const voulue = useRef<PropositionLieu | null>(null)

  const montrer = (suivante: Liste): PropositionLieu | null => {
    choisie.current = suivante.propositions[suivante.actif] ?? null
    setListe(suivante)
    return choisie.current
  }
  const lancer = (texte: string): void => {
    const jour = store.read().admission?.saisie.dateNaissance?.valeur ?? null
    const reponse = acts.chercherLieux(texte, jour).then((propositions) => {
      if (derniere.current?.reponse !== reponse) return null
      return montrer({
        propositions,
        actif: rangDe(voulue.current, propositions),
        sansReponse: texte.length >= 2 && propositions.length === 0,
      })
    })
    derniere.current = { texte, naissance: jour, reponse }
  }
  /** The birth date typed just before may still be on its way: the codes of another day must not be taken. */
  const suivreLaDate = (): void => {
    const jour = store.read().admission?.saisie.dateNaissance?.valeur ?? null
    if (derniere.current && derniere.current.naissance !== jour) lancer(derniere.current.texte)
  }
  useEffect(suivreLaDate)

  return {
    ...liste,
    ouverte: liste.propositions.length > 0,
    chercher(texte) {
      voulue.current = null
      lancer(texte)
    },
    deplacer: (pas) => {
      const { length } = liste.propositions
      voulue.current = montrer({ ...liste, actif: (liste.actif + pas + length) % Math.max(length, 1) })
    },
    fermer() {
      derniere.current = null
      voulue.current = null
      if (liste !== FERMEE) montrer(FERMEE)
      choisie.current = null
    },
    async attendre() {
      if (derniere.current === null) return null
      await drafts.saveAll()
      suivreLaDate()
      await derniere.current?.reponse
      return choisie.current
    },
  }
}

/** Where a place chosen before stands in a new answer: by its code, else by its name when the code of the day differs; else first. */
function rangDe(voulue: PropositionLieu | null, propositions: readonly PropositionLieu[]): number {
  const parCode = propositions.findIndex(({ code }) => code === voulue?.code)
  return parCode >= 0
    ? parCode
    : Math.max(
        0,
        propositions.findIndex(({ nom }) => nom === voulue?.nom),
      )
}
