import type { IndexLieux } from './indexer.ts'
import { memeLieu } from './meme-lieu.ts'

/** True when two different codes name one place at two dates or at two levels; a code nobody knows proves nothing. */
export const memesLieux = (index: IndexLieux, a: string, b: string): boolean =>
  !['different', 'inconnu'].includes(memeLieu(index, a, b))
