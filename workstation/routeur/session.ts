import { implement } from '@orpc/server'
import { contrat } from '#contracts/contrat.ts'
import type { Poste } from '../poste.ts'
import { exiger } from './exiger.ts'

export function routeurSession({
  session,
  connexion,
  changerMotDePasse,
}: Pick<Poste, 'session' | 'connexion' | 'changerMotDePasse'>) {
  const os = implement(contrat.session)
  return os.router({
    ouvrir: os.ouvrir.handler(async ({ input, errors }) => exiger(await connexion.ouvrir(input), errors)),
    ouvrirParCarte: os.ouvrirParCarte.handler(async ({ input, errors }) =>
      exiger(await connexion.ouvrirParCarte(input), errors),
    ),
    rattacherCarte: os.rattacherCarte.handler(async ({ input, errors }) =>
      exiger(await connexion.rattacherCarte(input), errors),
    ),
    preparerTelephone: os.preparerTelephone.handler(async ({ input, errors }) =>
      exiger(await connexion.preparerTelephone(input), errors),
    ),
    enregistrerTelephone: os.enregistrerTelephone.handler(async ({ input, errors }) => {
      exiger(await connexion.enregistrerTelephone(input), errors)
    }),
    changerMotDePasse: os.changerMotDePasse.handler(async ({ input, errors }) => {
      exiger(await changerMotDePasse(input), errors)
    }),
    fermer: os.fermer.handler(() => session.fermer('agent')),
    suivre: os.suivre.handler(({ signal }) => session.agent.suivre(signal)),
    suivreConnexion: os.suivreConnexion.handler(({ signal }) => connexion.vue.suivre(signal)),
  })
}
