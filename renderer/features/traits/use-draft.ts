import { useCallback, useEffect, useRef, useState } from 'react'
import { ecrireJour } from '#domain/identite/date-naissance.ts'
import type { Trait } from '#domain/identite/traits.ts'
import type { CodeRefus } from '#domain/refus/refus.ts'
import type { Store } from '../../store/create-store.ts'
import type { DeskState } from '../../store/desk-state.ts'
import { useDesk, useDeskState } from '../../store/use-desk.ts'

/** Silence after which a text being typed is saved, in milliseconds: a crash then costs one field at most. */
const SAVE_AFTER_MS = 400

const KEPT_AFTER: ReadonlySet<CodeRefus> = new Set(['poste/liaison', 'poste/incident', 'session/absente'])

export interface Draft {
  readonly texte: string
  readonly type: (texte: string) => void
  readonly leave: () => void
}

/**
 * The text of one field: what is being typed, else what the workstation holds. It is saved on leaving, after a pause, before any
 * act, and again when a lost link comes back; a text that could not be saved stays in the field, or waits for its agent where the
 * session closed under it.
 */
export function useDraft(admission: string, trait: Trait): Draft {
  const { acts, drafts, store } = useDesk()
  const enregistre = useDeskState((state) => state.admission?.saisie[trait]?.brut ?? '')
  const liaison = useDeskState((state) => state.liaison)
  const affiche = trait === 'dateNaissance' ? ecrireJour(enregistre) : enregistre
  const [brouillon, setBrouillon] = useState(() => drafts.take(admission, trait))
  const enAttente = useRef(brouillon)
  const minuterie = useRef<ReturnType<typeof setTimeout>>(undefined)

  const save = useCallback(async (): Promise<boolean> => {
    clearTimeout(minuterie.current)
    const texte = enAttente.current
    if (texte === null) return true
    const saved = await acts.saisirTrait({ admission, trait, brut: texte })
    // Only a text that never arrived is worth another attempt; a refused one gives way to what the workstation holds.
    if (!saved.ok && KEPT_AFTER.has(saved.error.code)) return false
    if (enAttente.current === texte) {
      enAttente.current = null
      setBrouillon(null)
    }
    return true
  }, [acts, admission, trait])

  useEffect(() => drafts.register(save), [drafts, save])
  useEffect(
    () => () => {
      clearTimeout(minuterie.current)
      if (enAttente.current !== null) drafts.keep(admission, trait, enAttente.current)
    },
    [drafts, admission, trait],
  )
  useEffect(() => {
    if (liaison === 'connecte') void save()
  }, [liaison, save])
  return {
    texte: brouillon ?? affiche,
    type: (texte) => {
      enAttente.current = texte
      setBrouillon(texte)
      setTyped(store, trait)
      clearTimeout(minuterie.current)
      minuterie.current = setTimeout(() => void save(), SAVE_AFTER_MS)
    },
    leave: () => {
      setTyped(store, null)
      void save()
    },
  }
}

const setTyped = (store: Store<DeskState>, traitEnFrappe: Trait | null): void =>
  store.update((state) => (state.traitEnFrappe === traitEnFrappe ? state : { ...state, traitEnFrappe }))
