import { describe, expect, it } from 'vitest'
import type { Droit } from '../droits/droit.ts'
import { MODELES, type DroitsParRole } from '../droits/modeles.ts'
import { organisationDuModele } from '../droits/organisation.ts'
import type { Role } from '../droits/role.ts'
import { refusOrganisation } from './coherence.ts'

const sans = (droit: Droit, droits: DroitsParRole = MODELES[1]): DroitsParRole => {
  const retirer = (role: Role) => droits[role].filter((un) => un !== droit)
  return {
    agent: retirer('agent'),
    referent: retirer('referent'),
    civ: retirer('civ'),
    responsable: retirer('responsable'),
    informatique: retirer('informatique'),
  }
}

const juger = (droits: DroitsParRole, formationsExigees: readonly Droit[] = []) =>
  refusOrganisation({ droits, formationsExigees })

describe('Une organisation que l’on peut suivre', () => {
  it.each([1, 2, 3, 4] as const)('le modèle %i', (modele) =>
    expect(refusOrganisation(organisationDuModele(modele))).toBeNull(),
  )

  it.each([
    ['administrer', 'organisation/personne-n-administre'],
    ['creer-modifier', 'organisation/personne-ne-cree'],
    ['valider', 'organisation/personne-ne-valide'],
    ['appeler-insi', 'organisation/personne-n-appelle'],
    ['qualifier', 'organisation/personne-ne-qualifie'],
  ] as const)('personne ne peut « %s » : %s', (droit, code) => expect(juger(sans(droit))).toBe(code))

  it.each([
    ['valider', 'creer-modifier', 'organisation/sans-creer'],
    ['valider', 'numeriser', 'organisation/valider-sans-numeriser'],
    ['qualifier', 'valider', 'organisation/qualifier-sans-valider'],
    ['qualifier', 'appeler-insi', 'organisation/qualifier-sans-appeler'],
  ] as const)('« %s » sans « %s » dans un rôle : %s', (_tenu, manquant, code) =>
    expect(juger({ ...MODELES[1], agent: sans(manquant).agent })).toBe(code),
  )

  it('l’informatique ne touche aucune identité', () =>
    expect(juger({ ...MODELES[1], informatique: ['administrer', 'creer-modifier'] })).toBe(
      'organisation/informatique',
    ))

  it('administrer n’exige pas de formation', () =>
    expect(juger(MODELES[1], ['administrer'])).toBe('organisation/formation-administrer'))
})
