import { eventIterator, oc } from '@orpc/contract'
import { implement } from '@orpc/server'
import { z } from 'zod'

const temoin = z.object({ abonnes: z.int(), produits: z.int(), attentes: z.int(), abandons: z.int() })

/** A small contract that asks of a transport everything the real one needs. */
export const essai = {
  ping: oc.input(z.string().max(100)).output(z.string()),
  refuser: oc.errors({ REFUS: { data: z.object({ code: z.string() }) } }),
  sortieInvalide: oc.output(z.int()),
  /** Counts from one, without end, as fast as the transport takes it; each event carries `taille` more characters. */
  compter: oc
    .input(z.object({ taille: z.int() }))
    .output(eventIterator(z.object({ rang: z.int(), lest: z.string() }))),
  /** Never answers; ends when the caller gives up. */
  attendre: oc,
  inverser: oc.input(z.instanceof(Blob)).output(z.instanceof(Blob)),
  temoin: oc.output(temoin),
}

/** The handlers of `essai`, with the counts by which a test sees what reached them. */
export function conformanceRouter() {
  const vu: z.infer<typeof temoin> = { abonnes: 0, produits: 0, attentes: 0, abandons: 0 }
  const os = implement(essai)
  return os.router({
    ping: os.ping.handler(({ input }) => input),
    refuser: os.refuser.handler(({ errors }) => {
      throw errors.REFUS({ data: { code: 'admission/close' } })
    }),
    sortieInvalide: os.sortieInvalide.handler(() => 1.5),
    compter: os.compter.handler(async function* ({ input }) {
      vu.abonnes++
      try {
        for (let rang = 1; ; rang++) {
          vu.produits++
          yield { rang, lest: 'x'.repeat(input.taille) }
        }
      } finally {
        vu.abonnes--
      }
    }),
    attendre: os.attendre.handler(async ({ signal }) => {
      vu.attentes++
      await new Promise((resolve) => signal?.addEventListener('abort', resolve, { once: true }))
      vu.abandons++
    }),
    inverser: os.inverser.handler(async ({ input }) => {
      const bytes = new Uint8Array(await input.arrayBuffer())
      return new Blob([bytes.map((byte) => byte ^ 0xff)])
    }),
    temoin: os.temoin.handler(() => vu),
  })
}
