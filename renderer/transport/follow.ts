import type { KeptLine } from './keep-line.ts'

/** One signal of the workstation and what the screen does with it. */
export interface Followed<T> {
  readonly open: (signal: AbortSignal) => Promise<AsyncIterable<T>>
  readonly receive: (value: T) => void
  /** The workstation refused or ended with an error although the line holds; following starts again at the next line. */
  readonly fail?: (error: unknown) => void
}

/** Follows a signal across lost and regained lines, and returns what stops it. */
export function follow<T>(line: Pick<KeptLine, 'etat' | 'suivre'>, followed: Followed<T>): () => void {
  let current: AbortController | undefined

  const begin = (): void => {
    current?.abort()
    current = undefined
    if (line.etat() !== 'connecte') return
    current = new AbortController()
    void consume(followed, current.signal)
  }

  const stopListening = line.suivre(begin)
  begin()
  return () => {
    stopListening()
    current?.abort()
  }
}

async function consume<T>(followed: Followed<T>, signal: AbortSignal): Promise<void> {
  try {
    for await (const value of await followed.open(signal)) {
      if (signal.aborted) return
      followed.receive(value)
    }
  } catch (error) {
    // A lost line ends every signal with an error of its own, just before it is known to be lost; the next line starts them again.
    await new Promise((resolve) => setTimeout(resolve, 0))
    if (!signal.aborted) followed.fail?.(error)
  }
}
