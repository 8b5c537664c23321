import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect } from 'vitest'
import { CADRE_PAR_DEFAUT, type Cadre } from '#domain/droits/cadre.ts'
import type { Modele } from '#domain/droits/modeles.ts'
import { organisationDuModele } from '#domain/droits/organisation.ts'
import type { Role } from '#domain/droits/role.ts'
import type { OpenDesk } from './open-desk.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const CHOIX = {
  site: [
    { code: 'nord', libelle: 'Hôpital Nord' },
    { code: 'sud', libelle: 'CMP Sud' },
  ],
  secteur: [
    { code: 'urgences', libelle: 'Urgences' },
    { code: 'cardiologie', libelle: 'Cardiologie' },
  ],
  typeAdmission: [
    { code: 'hospitalisation', libelle: 'Hospitalisation' },
    { code: 'externe', libelle: 'Consultation externe' },
  ],
}

/** A desk of the first hospital, where an agent may choose; calls are closed in one sector, and two visits may be prepared. */
export const habiliter = (modele: Modele, role: Role): Cadre => ({
  reglages: { ...CADRE_PAR_DEFAUT.reglages, venues: CHOIX, preadmissionsMax: 2 },
  habilitation: {
    ...CADRE_PAR_DEFAUT.habilitation,
    role,
    guichet: { site: 'nord', secteur: 'cardiologie', typeAdmission: 'hospitalisation' },
    organisation: { ...organisationDuModele(modele), secteurs: { urgences: false } },
  },
})

/** A desk as large as `ECRAN` says, the smallest one otherwise. */
const [width = 1024, height = 600] = (process.env['ECRAN'] ?? '').split('x').filter(Boolean).map(Number)
export const VIEWPORT = { viewport: { width, height } }

/** What holds on every screen: no scroll, no accessibility violation, no complaint of the page. */
export async function checkScreen({ page, complaints }: OpenDesk, nom: string): Promise<void> {
  const dossier = process.env['CAPTURES']
  if (dossier !== undefined) await page.screenshot({ path: `${dossier}/${nom}.png` })
  await page.evaluate(AXE)
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    }
    return (await axe.run()).violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`)
  })
  const debordement = await page.evaluate(() => document.documentElement.scrollHeight > window.innerHeight)
  expect({ violations, debordement, plaintes: complaints }).toEqual({
    violations: [],
    debordement: false,
    plaintes: [],
  })
}
