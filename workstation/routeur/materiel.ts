import { implement } from '@orpc/server'
import { contrat } from '#contracts/contrat.ts'
import type { ActePoste } from '#services/journal/acte-journal.ts'
import type { Poste } from '../poste.ts'
import { exiger } from './exiger.ts'
import { exigerInformatique } from './exiger-informatique.ts'

/** Readers, cards and network are looked at by whoever administers; each act that changes or tries something is journalled. */
export function routeurMateriel({
  session,
  materiel,
  testReseau,
  now,
}: Pick<Poste, 'session' | 'materiel' | 'testReseau' | 'now'>) {
  const os = implement(contrat.materiel)
  const permis = () => exigerInformatique({ session, now })
  return os.router({
    diagnostic: os.diagnostic.handler(async ({ errors }) => {
      exiger(permis(), errors)
      return materiel.diagnostic()
    }),
    essayer: os.essayer.handler(async ({ errors }) => {
      const seance = exiger(permis(), errors)
      const essai = await materiel.essayer()
      await seance.noter(null, { acte: 'carte-essayee', refus: essai.refus })
      return essai
    }),
    permuter: os.permuter.handler(async ({ errors }) => {
      const seance = exiger(permis(), errors)
      exiger(materiel.permuter(), errors)
      await seance.noter(null, { acte: 'lecteurs-permutes' })
    }),
    exporter: os.exporter.handler(async ({ errors }) => {
      const seance = exiger(permis(), errors)
      const fichier = exiger(await materiel.exporter(), errors)
      await seance.noter(null, { acte: 'diagnostic-exporte' })
      return { fichier }
    }),
    testerReseau: os.testerReseau.handler(async ({ errors, signal = new AbortController().signal }) => {
      const seance = exiger(permis(), errors)
      const tester = await testReseau()
      const demandeur = { verrou: seance.verrouInsi(), noter: (acte: ActePoste) => seance.noter(null, acte) }
      return exiger(await tester(demandeur, signal), errors)
    }),
  })
}
