import { implement } from '@orpc/server'
import { contrat } from '#contracts/contrat.ts'
import { EXERCICE_MINUTES } from '../continuite/exercice.ts'
import type { Poste } from '../poste.ts'
import { exiger } from './exiger.ts'
import { exigerInformatique } from './exiger-informatique.ts'

/** Everyone sees how INSi answers; only whoever administers exercises the desk, and the journal says who. */
export function routeurContinuite(poste: Pick<Poste, 'session' | 'vigie' | 'now'>) {
  const os = implement(contrat.continuite)
  const { etat, exercice } = poste.vigie
  return os.router({
    suivre: os.suivre.handler(({ signal }) => etat.suivre(signal)),
    commencerExercice: os.commencerExercice.handler(async ({ errors }) => {
      const seance = exiger(exigerInformatique(poste), errors)
      if (exercice.jusqua() !== null) return
      await seance.noter(null, { acte: 'exercice-insi-commence', minutes: EXERCICE_MINUTES })
      exercice.commencer()
    }),
    arreterExercice: os.arreterExercice.handler(async ({ errors }) => {
      const seance = exiger(exigerInformatique(poste), errors)
      if (exercice.arreter()) await seance.noter(null, { acte: 'exercice-insi-arrete' })
    }),
  })
}
