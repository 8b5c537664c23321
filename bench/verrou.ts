import type { BancCarte } from '../e2e/banc-carte.ts'
import { mediane, type Mesure } from './mesure.ts'

const RETRAITS = 7

/**
 * From the moment the hand takes the card out to the sign-in screen shown with nobody on it. The poll of the card service itself, up to
 * 400 ms on simulated readers, is counted: what an agent who leaves is owed is the whole of it.
 */
export async function mesurerVerrou(banc: BancCarte): Promise<Mesure> {
  const { page, cartes } = banc
  const durees: number[] = []
  await cartes('inserer cps cps')
  await banc.rattacher('demo')
  for (let n = 0; n < RETRAITS; n += 1) {
    const verrouille = page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const guetter = new MutationObserver(() => {
            if (document.querySelector('.bandeau') !== null) return
            if (document.querySelector('.ecran-seul') === null) return
            guetter.disconnect()
            requestAnimationFrame(() => resolve(Date.now()))
          })
          guetter.observe(document.body, { childList: true, subtree: true })
        }),
    )
    const debut = Date.now()
    await cartes('retirer cps')
    durees.push((await verrouille) - debut)
    await cartes('inserer cps cps')
    await banc.entrer()
  }
  const pire = Math.max(...durees)
  return {
    nom: 'carte professionnelle retirée, écran verrouillé',
    valeur: mediane(durees),
    reference: null,
    but: 'au plus 1000 ms, la pire comprise',
    atteint: pire <= 1000,
    detail: `${RETRAITS} retraits, de ${Math.min(...durees)} à ${pire} ms`,
  }
}
