import { commenceUnDatamatrix } from '#domain/etiquette/lire-datamatrix.ts'

/** Keys closer than this come from a scanner, in milliseconds: no agent types four characters that fast. */
const FAST_MS = 40

/** What a key is to a burst: nothing, part of one the field must not see, or its end with the whole message. */
export type Burst =
  | { readonly kind: 'none' }
  | { readonly kind: 'begun' }
  | { readonly kind: 'part' }
  | { readonly kind: 'done'; readonly message: string }

/** Tells a keyboard-wedge scanner from a person by its speed and by the first characters of an INS DataMatrix. */
export function createBurst(): (key: string, at: number) => Burst {
  let text = ''
  let last = -Infinity
  return (key, at) => {
    const fast = at - last <= FAST_MS
    const inside = fast && commenceUnDatamatrix(text)
    last = at
    if (key === 'Enter') {
      const message = text
      text = ''
      return inside ? { kind: 'done', message } : { kind: 'none' }
    }
    if (key.length !== 1) return { kind: inside ? 'part' : 'none' }
    text = fast ? text + key : key
    if (inside) return { kind: 'part' }
    return { kind: commenceUnDatamatrix(text) ? 'begun' : 'none' }
  }
}
