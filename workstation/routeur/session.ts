import { implement } from '@orpc/server'
import { contrat } from '#contracts/contrat.ts'
import type { Poste } from '../poste.ts'
import { exiger } from './exiger.ts'

export function routeurSession({ session, changerMotDePasse }: Pick<Poste, 'session' | 'changerMotDePasse'>) {
  const os = implement(contrat.session)
  return os.router({
    ouvrir: os.ouvrir.handler(async ({ input, errors }) =>
      exiger(await session.ouvrir(input.identifiant, input.motDePasse), errors),
    ),
    changerMotDePasse: os.changerMotDePasse.handler(async ({ input, errors }) => {
      exiger(await changerMotDePasse(input), errors)
    }),
    fermer: os.fermer.handler(() => session.fermer('agent')),
    suivre: os.suivre.handler(({ signal }) => session.agent.suivre(signal)),
  })
}
