import { implement } from '@orpc/server'
import { contrat } from '#contracts/contrat.ts'
import type { Poste } from '../poste.ts'
import { exiger } from './exiger.ts'

export function routeurSession({ session }: Poste) {
  const os = implement(contrat.session)
  return os.router({
    ouvrir: os.ouvrir.handler(async ({ input, errors }) =>
      exiger(await session.ouvrir(input.identifiant, input.motDePasse), errors),
    ),
    fermer: os.fermer.handler(() => session.fermer('agent')),
    suivre: os.suivre.handler(({ signal }) => session.agent.suivre(signal)),
  })
}
