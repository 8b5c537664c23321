import { implement } from '@orpc/server'
import { contrat } from '#contracts/contrat.ts'
import type { Admission } from '#domain/admission/admission.ts'
import type { Evenement } from '#domain/admission/evenement.ts'
import { faitsNotice } from '#domain/notice/faits-notice.ts'
import type { CodeRefus, Refus } from '#domain/refus/refus.ts'

/** The typed error of every procedure of the contract. */
export interface Erreurs {
  readonly REFUS: (options: { data: Refus }) => Error
}

export const refuserAppel = (errors: Erreurs, refus: Refus): never => {
  throw errors.REFUS({ data: refus })
}

interface Desk {
  readonly courante: () => Admission | null
  readonly agir: (errors: Erreurs, cible: string, evenement: Evenement) => unknown
  /** Resolves when the printer may answer. */
  readonly passer: () => Promise<void>
}

/** A printer that prints nothing: one page a job, and the batch names the screens show. */
export function createFakePrint({ courante, agir, passer }: Desk) {
  const os = implement(contrat.impression)
  let refus: CodeRefus | null = null
  let depliant: 'absent' | 'refuse' = 'absent'
  const imprimer = async (errors: Erreurs, lot: string) => {
    await passer()
    return refus ? refuserAppel(errors, { code: refus }) : { lot, pages: 1, complet: true }
  }
  return {
    router: os.router({
      planche: os.planche.handler(({ errors }) => imprimer(errors, 'E-0312')),
      fiche: os.fiche.handler(({ errors }) => imprimer(errors, 'F-0313')),
      notice: os.notice.handler(async ({ input: { admission, notice }, errors }) => {
        const presente = courante()
        if (presente?.id !== admission) return refuserAppel(errors, { code: 'admission/absente' })
        const faits = faitsNotice(presente, notice)
        if (!faits.ok) return refuserAppel(errors, faits.error)
        const sorti = await imprimer(errors, 'N-0314')
        const { differents } = faits.value
        // The page came out: whoever is at the desk by then, the act only concerns its patient.
        if (courante()?.id === admission)
          agir(errors, admission, {
            type: 'notice-remise',
            notice,
            lot: sorti.lot,
            differents,
            depliant: false,
          })
        return { ...sorti, depliant }
      }),
    }),
    refuser: (code: CodeRefus | null): void => {
      refus = code
    },
    gaterDepliant: (): void => {
      depliant = 'refuse'
    },
  }
}
