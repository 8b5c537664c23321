import { implement } from '@orpc/server'
import type { z } from 'zod'
import { contrat } from '#contracts/contrat.ts'
import type { agent, VueConnexion } from '#contracts/session.ts'
import type { CodeRefus } from '#domain/refus/refus.ts'
import { creerSignal } from '#workstation/etat/signal.ts'

/** The levers a test pulls on the professional card. */
export interface LeviersConnexion {
  poser(vue: Partial<VueConnexion>): void
  /** What the next PIN is answered; null opens the session. */
  repondre(refus: CodeRefus | null): void
  /** What was asked of the card, the last PIN a number of digits alone. */
  readonly demandes: readonly { readonly chiffres: number; readonly dernierEssai: boolean }[]
}

type Agent = z.infer<typeof agent>

/** Sign-in by card, scripted. */
export function createFakeConnexion(ouvrir: (identifiant: string) => Agent) {
  const os = implement(contrat.session)
  const vue = creerSignal<VueConnexion>({
    moyens: { motDePasse: true, carte: false },
    carte: { etat: 'absente', refus: null },
    verrouilleePour: null,
  })
  const demandes: { chiffres: number; dernierEssai: boolean }[] = []
  let refus: CodeRefus | null = null

  interface Demande {
    readonly code: string
    readonly dernierEssai: boolean
  }
  const entrer = (
    { code, dernierEssai }: Demande,
    errors: { REFUS(options: { data: { code: CodeRefus } }): Error },
  ): Agent => {
    demandes.push({ chiffres: code.length, dernierEssai })
    if (refus !== null) throw errors.REFUS({ data: { code: refus } })
    const { carte } = vue.lire()
    return ouvrir((carte.etat === 'presente' && carte.compte?.identifiant) || 'claire')
  }
  return {
    leviers: {
      poser: (suite: Partial<VueConnexion>) => vue.poser({ ...vue.lire(), ...suite }),
      repondre: (suivant: CodeRefus | null) => void (refus = suivant),
      demandes,
    } satisfies LeviersConnexion,
    router: {
      ouvrirParCarte: os.ouvrirParCarte.handler(({ input, errors }) => entrer(input, errors)),
      rattacherCarte: os.rattacherCarte.handler(({ input, errors }) => entrer(input, errors)),
      preparerTelephone: os.preparerTelephone.handler(() => ({
        cle: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
        qr: Array.from({ length: 29 }, (_, y) =>
          Array.from({ length: 29 }, (_un, x) => String((x * y + x) % 2)).join(''),
        ),
      })),
      enregistrerTelephone: os.enregistrerTelephone.handler(({ input, errors }) => {
        if (input.second !== '123456') throw errors.REFUS({ data: { code: 'session/code-errone' } })
      }),
      suivreConnexion: os.suivreConnexion.handler(({ signal }) => vue.suivre(signal)),
    },
  }
}
