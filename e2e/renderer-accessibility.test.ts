import { describe, expect, it } from 'vitest'
import { audit, installAxe, overflow } from './renderer-bench/axe.ts'
import {
  askInsi,
  newPatient,
  recordPiece,
  signIn,
  typeTraits,
  waitForEtape,
  type OpenDesk,
} from './renderer-bench/open-desk.ts'
import { FAMILLE, TRAITS_SOLENE, trouvee } from './renderer-bench/people.ts'
import { useWindows } from './renderer-bench/use-windows.ts'

const openWindow = useWindows()

/** Goes through the gesture and calls `look` at each screen an agent meets. */
async function walk(desk: OpenDesk, look: (nom: string) => Promise<void>): Promise<void> {
  const { page, poste } = desk
  await page.getByLabel('Identifiant').waitFor()
  await look('connexion')
  await signIn(page)
  await look('aucun patient')
  await page.keyboard.press('F12')
  await waitForEtape(page, 'traits-vides')
  poste.insererCarte(FAMILLE)
  await page.getByText('4 bénéficiaires', { exact: true }).waitFor()
  await look('carte à quatre bénéficiaires')
  await page.getByLabel('Nom de naissance').focus()
  await page.keyboard.type('4')
  await page.keyboard.press('Tab')
  await waitForEtape(page, 'traits-refuses')
  await look('trait refusé')
  await page.getByLabel('Nom de naissance').fill('')
  await typeTraits(page)
  await look('traits complets')
  await page.getByRole('combobox', { name: 'Lieu de naissance' }).focus()
  await page.keyboard.press('ArrowDown')
  await page.getByRole('listbox', { name: 'Lieux de naissance' }).waitFor()
  await look('lieux proposés')
  await page.keyboard.press('Escape')
  await recordPiece(page)
  await askInsi(page)
  await look('INSi en cours')
  poste.repondreInsi(trouvee({ ...TRAITS_SOLENE, dateNaissance: '1981-02-24' }))
  await waitForEtape(page, 'insi-ecart-majeur')
  await look('écart majeur')
  await page.keyboard.press('Shift+F9')
  await waitForEtape(page, 'etiquettes-a-imprimer')
  await askInsi(page)
  poste.repondreInsi(
    trouvee({ ...TRAITS_SOLENE, prenomsNaissance: 'SOLENE LOUISE ANNE', lieuNaissance: '99999' }),
  )
  await waitForEtape(page, 'insi-ecart-mineur')
  await look('écart mineur')
  await page.keyboard.press('F9')
  await page.getByRole('listbox', { name: /Motif/ }).waitFor()
  await look('motif')
  await page.keyboard.press('1')
  await waitForEtape(page, 'etiquettes-a-imprimer')
  await page.keyboard.press('F8')
  await waitForEtape(page, 'fiche-a-imprimer')
  await look('qualifiée, étiquettes imprimées')
  await page.keyboard.press('F10')
  await waitForEtape(page, 'patient-suivant')
  await page.keyboard.press('F12')
  await waitForEtape(page, 'beneficiaire-a-choisir')
  await page.keyboard.type('Dupré')
  await page.keyboard.press('F12')
  await page.getByRole('alertdialog').waitFor()
  await look('confirmation')
}

describe('WCAG 2.2 AA, mesuré par axe à chaque écran', () => {
  it.each([
    ['clair', { colorScheme: 'light' }],
    ['sombre', { colorScheme: 'dark' }],
    ['couleurs forcées', { forcedColors: 'active' }],
    ['couleurs forcées sur fond sombre', { forcedColors: 'active', colorScheme: 'dark' }],
  ] as const)('%s : aucune violation', async (_theme, couleurs) => {
    const desk = await openWindow(couleurs)
    await installAxe(desk.page)
    const trouvees: Record<string, readonly string[]> = {}
    await walk(desk, async (nom) => {
      const violations = await audit(desk.page)
      if (violations.length > 0) trouvees[nom] = violations
    })
    expect(trouvees).toEqual({})
  })
})

describe('Place à l’écran', () => {
  it.each([
    [1024, 600],
    [1093, 614],
    [1366, 768],
    [1920, 1080],
  ])(
    '%i × %i : tout le geste sans défiler, sous la politique de sécurité du produit',
    async (width, height) => {
      const desk = await openWindow({ viewport: { width, height } })
      const debords: Record<string, unknown> = {}
      await walk(desk, async (nom) => {
        const { largeur, hauteur } = await overflow(desk.page)
        if (largeur > 0 || hauteur > 0) debords[nom] = { largeur, hauteur }
      })
      expect(debords).toEqual({})
      expect(desk.complaints).toEqual([])
    },
  )

  it.each([
    [683, 384],
    [342, 192],
  ])('%i × %i (zoom 200 et 400 pour cent) : jamais de défilement horizontal', async (width, height) => {
    const desk = await openWindow({ viewport: { width, height } })
    const debords: Record<string, number> = {}
    await walk(desk, async (nom) => {
      const { largeur } = await overflow(desk.page)
      if (largeur > 0) debords[nom] = largeur
    })
    expect(debords).toEqual({})
  })

  it('toute cible mesure au moins 24 pixels (WCAG 2.5.8)', async () => {
    const desk = await openWindow()
    const petites = new Set<string>()
    await walk(desk, async () => {
      const mesures = await desk.page.evaluate(() =>
        [...document.querySelectorAll('button, input:not([type=radio]), .segment, [role=option]')].map(
          (element) => {
            const { width, height } = element.getBoundingClientRect()
            return { nom: `${element.className} ${element.textContent}`, cote: Math.min(width, height) }
          },
        ),
      )
      for (const { nom, cote } of mesures) if (cote < 24) petites.add(nom)
    })
    expect([...petites]).toEqual([])
  })
})

describe('Couleurs forcées', () => {
  it('chaque statut et chaque gravité gardent un mot et une forme', async () => {
    const desk = await openWindow({ forcedColors: 'active' })
    const sans: string[] = []
    await walk(desk, async (nom) => {
      const nues = await desk.page
        .locator('p.statut, .verdict')
        .evaluateAll(
          (elements) =>
            elements.filter((element) => !element.querySelector('svg') || !element.textContent).length,
        )
      if (nues > 0) sans.push(nom)
    })
    expect(sans).toEqual([])
  })
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
