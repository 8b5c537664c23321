import { implement } from '@orpc/server'
import { contrat } from '#contracts/contrat.ts'
import type { Poste } from '../poste.ts'

export function routeurCartes({ carte }: Poste) {
  const os = implement(contrat.cartes)
  return os.router({
    suivre: os.suivre.handler(({ signal }) => carte.vue.suivre(signal)),
    relire: os.relire.handler(() => carte.relire()),
  })
}
