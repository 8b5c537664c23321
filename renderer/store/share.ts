type Bag = Readonly<Record<string, unknown>>

/**
 * The new value, with every part equal to the old one replaced by the old one: a view arriving from the workstation then
 * re-renders only the fields it really changed.
 */
export function share<T>(before: unknown, after: T): T {
  if (Object.is(before, after) || !isBag(before) || !isBag(after)) return after
  if (Array.isArray(before) !== Array.isArray(after)) return after
  const keys = Object.keys(after)
  const shared = keys.map((key) => [key, share(before[key], after[key])] as const)
  const same =
    keys.length === Object.keys(before).length && shared.every(([key, part]) => part === before[key])
  if (same) return before as T
  return (Array.isArray(after) ? shared.map(([, part]) => part) : Object.fromEntries(shared)) as T
}

const isBag = (value: unknown): value is Bag => typeof value === 'object' && value !== null
