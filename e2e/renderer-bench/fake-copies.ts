import { randomUUID } from 'node:crypto'
import { implement } from '@orpc/server'
import { contrat } from '#contracts/contrat.ts'
import type { Admission } from '#domain/admission/admission.ts'
import type { Evenement } from '#domain/admission/evenement.ts'
import type { VueAdmission } from '#domain/admission/vue.ts'
import { controlerCopie } from '#domain/copies/controler-copie.ts'
import { COPIES_PAR_DEFAUT } from '#domain/copies/reglages-copies.ts'
import { refuser, type Refus } from '#domain/refus/refus.ts'

/** How a procedure refuses. */
export interface Erreurs {
  readonly REFUS: (options: { data: Refus }) => Error
}

export interface FakeCopies {
  readonly router: ReturnType<typeof routerOf>
  /** From now on a page leaves only once the function returned here is called. */
  retenir(): () => void
}

type Agir = (errors: Erreurs, cible: string, evenement: Evenement) => VueAdmission

/** The copies of a workstation that keeps them in memory, under the real rules and rights. */
export function createFakeCopies(agir: Agir, courante: () => Admission | null): FakeCopies {
  let porte: Promise<void> = Promise.resolve()
  return {
    router: routerOf(agir, courante, () => porte),
    retenir: () => {
      const { promise, resolve } = Promise.withResolvers<void>()
      porte = promise
      return resolve
    },
  }
}

function routerOf(agir: Agir, courante: () => Admission | null, porte: () => Promise<void>) {
  const os = implement(contrat.copies)
  const images = new Map<string, Blob>()
  return os.router({
    joindre: os.joindre.handler(async ({ input: { admission, fichier }, errors }) => {
      const octets = new Uint8Array(await fichier.arrayBuffer())
      const format = controlerCopie(octets, COPIES_PAR_DEFAUT.octetsMax)
      if (!format.ok) throw errors.REFUS({ data: format.error })
      if (format.value === 'pdf') throw errors.REFUS({ data: refuser('copie/pdf') })
      const page = { id: randomUUID(), format: format.value, octets: octets.length }
      images.set(page.id, new Blob([octets], { type: `image/${page.format}` }))
      return agir(errors, admission, { type: 'copie-jointe', pages: [page] })
    }),
    voir: os.voir.handler(async ({ input: { admission, page, motif }, errors }) => {
      const copie = courante()?.copies[page]
      agir(errors, admission, { type: 'copie-consultee', page, motif })
      await porte()
      const image = copie && images.get(copie.id)
      if (!image) throw errors.REFUS({ data: refuser('copie/absente') })
      return { image }
    }),
  })
}
