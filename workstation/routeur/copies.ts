import { implement } from '@orpc/server'
import { contrat } from '#contracts/contrat.ts'
import type { Poste } from '../poste.ts'
import { exiger } from './exiger.ts'

export function routeurCopies({ session }: Pick<Poste, 'session'>) {
  const os = implement(contrat.copies)
  return os.router({
    joindre: os.joindre.handler(async ({ input: { admission, fichier }, errors }) => {
      const { copies } = exiger(session.seance(), errors).guichet
      return exiger(await copies.joindre(admission, new Uint8Array(await fichier.arrayBuffer())), errors)
    }),
    voir: os.voir.handler(async ({ input: { admission, page, motif }, errors }) => {
      const { copies } = exiger(session.seance(), errors).guichet
      const { format, octets } = exiger(await copies.voir(admission, page, motif), errors)
      const image = new Blob([new Uint8Array(octets)], { type: `image/${format}` })
      octets.fill(0)
      return { image }
    }),
  })
}
