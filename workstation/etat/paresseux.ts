/** A part made on its first use and kept: the window must open before what only later gestures need. */
export function paresseux<T>(creer: () => Promise<T>): () => Promise<T> {
  let faite: Promise<T> | null = null
  return () => (faite ??= creer())
}
