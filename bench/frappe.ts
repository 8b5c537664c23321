import type { Banc } from '../e2e/banc.ts'
import { mediane, type Mesure } from './mesure.ts'

const FRAPPES = 40

/** Time of the page's main thread for one key typed in the identity form, the whole desk being live. */
export async function mesurerFrappe({ page, agent }: Banc): Promise<Mesure> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const tache = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
  }
  await agent.saisir('Nom de naissance', '')
  const durees: number[] = []
  for (let n = 0; n < FRAPPES; n += 1) {
    const avant = await tache()
    await page.keyboard.press('ABCDEFGHIJ'.charAt(n % 10))
    await page.waitForTimeout(60)
    durees.push((await tache()) - avant)
  }
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  const valeur = mediane(durees)
  return {
    nom: 'une touche, temps du fil principal',
    valeur,
    reference: null,
    but: 'au plus 8 ms',
    atteint: valeur <= 8,
    detail: `${FRAPPES} touches, médiane, 60 ms entre deux`,
  }
}
