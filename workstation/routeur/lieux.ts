import { implement } from '@orpc/server'
import { contrat } from '#contracts/contrat.ts'
import type { Poste } from '../poste.ts'
import { exiger } from './exiger.ts'

export function routeurLieux({ lieux, session }: Pick<Poste, 'lieux' | 'session'>) {
  const os = implement(contrat.lieux)
  return os.router({
    chercher: os.chercher.handler(async ({ input, errors }) => {
      exiger(session.seance(), errors)
      return [...(await lieux()).chercher(input.texte, input.dateNaissance)]
    }),
    nommer: os.nommer.handler(async ({ input, errors }) => {
      exiger(session.seance(), errors)
      return (await lieux()).nommer(input.code, input.dateNaissance)
    }),
  })
}
