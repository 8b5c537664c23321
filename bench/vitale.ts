import { recognise } from '#native-bridge/cards/recognise.ts'
import { openPcscDriver } from '#native-bridge/pcsc/koffi-driver.ts'
import { openStation } from '#native-bridge/pcsc/station.ts'
import type { Banc } from '../e2e/banc.ts'
import { mediane, type Mesure } from './mesure.ts'

const INSERTIONS = 9

/**
 * From the moment the card service tells any program that a Vitale is there to its persons on the screen. The poll of the
 * service itself, up to 400 ms on simulated readers, is left out: a USB reader interrupts at once.
 */
export async function mesurerVitale({ page, cartes }: Banc): Promise<Mesure> {
  const driver = openPcscDriver()
  if (!driver.ok) throw new Error(driver.error.code)
  const temoin = openStation({ driver: driver.value, recognise })
  const durees: number[] = []
  try {
    for (let n = 0; n < INSERTIONS; n += 1) {
      const annoncee = new Promise<number>((resolve) => {
        const cesser = temoin.watch(({ lecteurs }) => {
          if (!lecteurs.some(({ carte }) => carte === 'vitale2')) return
          resolve(Date.now())
          queueMicrotask(() => cesser())
        })
      })
      const affichee = page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            const guetter = new MutationObserver(() => {
              if (document.querySelector('.liste-beneficiaires [role=option]') === null) return
              guetter.disconnect()
              requestAnimationFrame(() => resolve(Date.now()))
            })
            guetter.observe(document.body, { childList: true, subtree: true })
          }),
      )
      await cartes('inserer B')
      durees.push((await affichee) - (await annoncee))
      await cartes('retirer')
      await page.locator('.liste-beneficiaires').waitFor({ state: 'detached' })
    }
  } finally {
    await temoin.stop()
  }
  const valeur = mediane(durees)
  return {
    nom: 'carte Vitale annoncée, personnes à l’écran',
    valeur,
    reference: null,
    but: 'au plus 150 ms',
    atteint: valeur <= 150,
    detail: `${INSERTIONS} insertions, de ${Math.min(...durees)} à ${Math.max(...durees)} ms`,
  }
}
