import type { Copie } from '../copies/copie.ts'

/** What the edge knows of a page it has just kept. */
export type PageGardee = Pick<Copie, 'id' | 'format' | 'octets'>
