import type { Configuration } from '../configuration/configuration.ts'
import { creerImpressionPoste, type ImpressionPoste, type PortsImpression } from './imprimer.ts'
import { lireDepliant } from './lire-depliant.ts'
import { creerRemiseNotice, type RemettreNotice } from './remettre-notice.ts'

/** Everything the desk prints. */
interface Impressions {
  readonly impression: ImpressionPoste
  readonly remettreNotice: RemettreNotice
}

/** The printing of one workstation, over one printer and the words of its establishment. */
export function composerImpression(
  { dossier, poste, environnement, notices }: Configuration,
  ports: Omit<PortsImpression, 'poste' | 'etablissement' | 'environnement'>,
): Impressions {
  const complets = { ...ports, poste, environnement, etablissement: notices.etablissement }
  return {
    impression: creerImpressionPoste(complets),
    remettreNotice: creerRemiseNotice({
      ...complets,
      notices,
      depliant: (notice) => lireDepliant(dossier, notice),
    }),
  }
}
