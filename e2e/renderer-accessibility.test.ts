import { describe, expect, it } from 'vitest'
import { createInspector } from './renderer-bench/inspect.ts'
import { newPatient } from './renderer-bench/open-desk.ts'
import { useWindows } from './renderer-bench/use-windows.ts'
import { walkFailures } from './renderer-bench/walk-failures.ts'
import { walkGesture } from './renderer-bench/walk-gesture.ts'
import { walkPanels } from './renderer-bench/walk-panels.ts'
import { walkPopulations } from './renderer-bench/walk-populations.ts'

const openWindow = useWindows()

describe('Chaque écran, à chaque taille et dans chaque jeu de couleurs', () => {
  it.each([
    ['le geste d’admission', walkGesture],
    ['recherche, doublons, circonstances, décision, notices, légende', walkPanels],
    ['populations particulières', walkPopulations],
    ['pannes, refus, mot de passe', walkFailures],
  ])(
    '%s : WCAG 2.2 AA, sans défiler dès 1024 × 600, jamais de côté jusqu’à 400 pour cent',
    async (_nom, walk) => {
      const desk = await openWindow()
      const { look, faults } = createInspector(desk)
      await walk(desk, look)
      expect(faults).toEqual([])
      // A line that is cut complains by itself.
      expect(desk.complaints.filter((plainte) => !plainte.startsWith('WebSocket'))).toEqual([])
    },
    240_000,
  )
})

describe('Frappe', () => {
  it('une touche coûte au plus 6 ms de script, de style et de mise en page, en médiane', async () => {
    const desk = await openWindow()
    const { page } = desk
    await newPatient(page)
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('Performance.setTimeDomain', { timeDomain: 'threadTicks' })
    await cdp.send('Performance.enable')
    /** Milliseconds of main-thread CPU so far: in all, and in what the screen itself asks for. */
    const spent = async (): Promise<readonly [total: number, ecran: number]> => {
      const { metrics } = await cdp.send('Performance.getMetrics')
      const ms = (nom: string): number => (metrics.find(({ name }) => name === nom)?.value ?? 0) * 1000
      return [ms('TaskDuration'), ms('ScriptDuration') + ms('LayoutDuration') + ms('RecalcStyleDuration')]
    }
    const couts: (readonly [number, number])[] = []
    for (const lettre of 'kervadoc de la tournerie anne louise') {
      const [total, ecran] = await spent()
      await page.keyboard.type(lettre)
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))))
      const [totalApres, ecranApres] = await spent()
      couts.push([totalApres - total, ecranApres - ecran])
    }
    const mediane = (rang: 0 | 1): number =>
      couts.map((cout) => cout[rang]).sort((a, b) => a - b)[Math.floor(couts.length / 2)] ?? Infinity
    // The total (5 to 6 ms on a quiet machine, 8 wanted) also holds painting, which follows the load of the machine: it is only printed.
    process.stdout.write(
      `keystroke: ${mediane(1).toFixed(1)} ms, ${mediane(0).toFixed(1)} ms with painting\n`,
    )
    expect(mediane(1)).toBeLessThanOrEqual(6)
  })
})
