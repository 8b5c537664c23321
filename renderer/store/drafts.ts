/** Saves what a field holds and the workstation does not know yet; false when it could not. */
export type SaveDraft = () => Promise<boolean>

/** The fields being typed in, so that an act can first save what stands on the screen. */
export interface Drafts {
  readonly register: (save: SaveDraft) => () => void
  /** Saves every field, in the order they were mounted; false when one could not be saved. */
  readonly saveAll: () => Promise<boolean>
}

export function createDrafts(): Drafts {
  const fields = new Set<SaveDraft>()
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
  }
}
