/** Runs the works of one reader one after the other; different readers do not wait for each other. */
export interface ReaderQueue {
  enter<T>(reader: string, work: () => Promise<T>): Promise<T>
}

/** Keeps nothing of a reader once its last work ended. */
export function createReaderQueue(): ReaderQueue {
  const derniers = new Map<string, Promise<void>>()
  return {
    async enter(reader, work) {
      const precedent = derniers.get(reader)
      const fin = Promise.withResolvers<void>()
      derniers.set(reader, fin.promise)
      await precedent
      try {
        return await work()
      } finally {
        fin.resolve()
        if (derniers.get(reader) === fin.promise) derniers.delete(reader)
      }
    },
  }
}
