import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import type { Meteo } from '#domain/insi/meteo.ts'
import { appel } from './refus.ts'

const vueContinuite = z.object({
  /** How INSi answers this workstation, read off its last calls. */
  meteo: z.object({
    temps: z.enum(['inconnu', 'normal', 'lent', 'instable', 'coupe']),
    appels: z.int(),
    reponses: z.int(),
    latenceMs: z.number().nullable(),
  }) satisfies z.ZodType<Meteo>,
  /** While calls are held back: the instant of the next trial, ISO 8601 UTC. */
  essaiA: z.string().nullable(),
  /** While IT exercises the desk: the instant it ends by itself. */
  exerciceJusqua: z.string().nullable(),
  /** The calls put off; null while nobody is signed in. */
  differes: z.object({ enAttente: z.int(), aRevoir: z.int() }).nullable(),
})

export type VueContinuite = z.infer<typeof vueContinuite>

/** What the desk does when INSi does not answer: nothing here names a patient, nor asks INSi about one. */
export const continuite = {
  suivre: appel.output(eventIterator(vueContinuite)),
  /** From now on this workstation behaves as if INSi were down, until it is stopped or its time is over. */
  commencerExercice: appel,
  arreterExercice: appel,
}
