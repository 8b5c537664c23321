import { expect } from 'vitest'
import { CADRE_PAR_DEFAUT, type Cadre } from '#domain/droits/cadre.ts'
import type { Modele } from '#domain/droits/modeles.ts'
import { organisationDuModele } from '#domain/droits/organisation.ts'
import type { Role } from '#domain/droits/role.ts'
import { audit, installAxe, narrowPanels, overflow } from './axe.ts'
import type { OpenDesk } from './open-desk.ts'
import { picture } from './pictures.ts'

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

/** What holds on every screen: no scroll, nothing wider than its panel, no accessibility violation, no complaint of the page. */
export async function checkScreen({ page, complaints }: OpenDesk, nom: string): Promise<void> {
  await picture(page, nom)
  await installAxe(page)
  const { hauteur } = await overflow(page)
  expect({
    violations: await audit(page),
    etroits: await narrowPanels(page),
    defile: hauteur > 0,
    plaintes: complaints,
  }).toEqual({ violations: [], etroits: [], defile: false, plaintes: [] })
}
