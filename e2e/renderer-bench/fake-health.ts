import { implement } from '@orpc/server'
import { contrat } from '#contracts/contrat.ts'
import type { EtatPoste } from '#contracts/poste.ts'
import type { CodeRefus } from '#domain/refus/refus.ts'
import { creerSignal } from '#workstation/etat/signal.ts'

/** The parts of the workstation, ready until a test says otherwise. */
export function createFakeHealth(environnement: EtatPoste['environnement']) {
  const os = implement(contrat.poste)
  const poste = creerSignal<EtatPoste>({
    version: '0.1.0',
    poste: 'ADM-01',
    environnement,
    composants: (['cartes', 'insi', 'imprimante', 'coffre', 'journal'] as const).map((nom) => ({
      nom,
      refus: null,
    })),
  })
  return {
    router: os.router({ suivre: os.suivre.handler(({ signal }) => poste.suivre(signal)) }),
    tomberEnPanne: (nom: EtatPoste['composants'][number]['nom'], refus: CodeRefus | null): void => {
      const etat = poste.lire()
      const composants = etat.composants.map((composant) =>
        composant.nom === nom ? { nom, refus } : composant,
      )
      poste.poser({ ...etat, composants })
    },
  }
}
