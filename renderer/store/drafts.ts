/** Saves what a field holds and the workstation does not know yet; false when it could not. */
export type SaveDraft = () => Promise<boolean>

/** The fields being typed in, so that an act can first save what stands on the screen. */
export interface Drafts {
  readonly register: (save: SaveDraft) => () => void
  /** Saves every field, in the order they were mounted; false when one could not be saved. */
  readonly saveAll: () => Promise<boolean>
  /** Keeps the text of a field that leaves the screen before it could be saved: the session closed under it. */
  readonly keep: (admission: string, champ: string, texte: string) => void
  /** Gives back, once, what was kept of a field. */
  readonly take: (admission: string, champ: string) => string | null
  /** Drops what was kept: somebody else comes. */
  readonly forget: () => void
}

export function createDrafts(): Drafts {
  const fields = new Set<SaveDraft>()
  const kept = new Map<string, string>()
  return {
    register: (save) => {
      fields.add(save)
      return () => fields.delete(save)
    },
    saveAll: async () => {
      let saved = true
      for (const save of fields) saved = (await save()) && saved
      return saved
    },
    keep: (admission, champ, texte) => void kept.set(`${admission} ${champ}`, texte),
    take: (admission, champ) => {
      const texte = kept.get(`${admission} ${champ}`) ?? null
      kept.delete(`${admission} ${champ}`)
      return texte
    },
    forget: () => kept.clear(),
  }
}
