import type { EtatPoste } from '#contracts/poste.ts'
import type { CodeRefus } from '#domain/refus/refus.ts'
import { creerSignal, type Signal } from '../etat/signal.ts'

export type NomComposant = EtatPoste['composants'][number]['nom']

const COMPOSANTS = [
  'cartes',
  'insi',
  'imprimante',
  'coffre',
  'journal',
] as const satisfies readonly NomComposant[]

/** The health of each part, as its last use left it: a refusal when it failed, null when it worked or was not used yet. */
export interface Sante {
  readonly etat: Signal<EtatPoste>
  noter(nom: NomComposant, refus: CodeRefus | null): void
}

export function creerSante(poste: Omit<EtatPoste, 'composants'>): Sante {
  const refus = new Map<NomComposant, CodeRefus>()
  const vue = (): EtatPoste => ({
    ...poste,
    composants: COMPOSANTS.map((nom) => ({ nom, refus: refus.get(nom) ?? null })),
  })
  const etat = creerSignal(vue())
  return {
    etat,
    noter(nom, code) {
      if ((refus.get(nom) ?? null) === code) return
      if (code === null) refus.delete(nom)
      else refus.set(nom, code)
      etat.poser(vue())
    },
  }
}
