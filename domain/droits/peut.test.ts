import { describe, expect, it } from 'vitest'
import { estCodeRefus } from '../refus/refus.ts'
import { DROITS } from './droit.ts'
import { MODELES, type Modele } from './modeles.ts'
import { organisationDuModele, type Organisation } from './organisation.ts'
import { formationComplete, peut, type Formations, type Habilitation } from './peut.ts'
import { LIBELLES_ROLE, ROLES } from './role.ts'

const JOUR = '2026-11-22'

const habilitation = (
  change: Partial<Habilitation>,
  organisation: Partial<Organisation> = {},
): Habilitation => ({
  role: 'agent',
  formations: null,
  organisation: { ...organisationDuModele(1), ...organisation },
  guichet: { site: null, typeAdmission: null, secteur: null },
  ...change,
})

describe('Les droits séparés des quatre modèles', () => {
  it('le tableau des droits, par modèle et par rôle', () => {
    const lignes = ([1, 2, 3, 4] as const satisfies readonly Modele[]).flatMap((modele) =>
      ROLES.map((role) => `${modele} ${role} : ${MODELES[modele][role].join(', ')}`),
    )
    const saisie = 'creer-modifier, numeriser, transferer, preparer'
    const valide = `${saisie}, valider, appeler-insi, modifier-traits-stricts, attributs`
    const qualifie = `${valide}, qualifier`
    const second = `${qualifie}, traiter, voir-pieces`
    const civ = `${second}, fusionner`
    expect(lignes).toEqual([
      `1 agent : ${qualifie}`,
      `1 referent : ${second}`,
      `1 civ : ${civ}`,
      `1 responsable : ${qualifie}`,
      '1 informatique : administrer',
      `2 agent : ${valide}`,
      `2 referent : ${second}`,
      `2 civ : ${civ}`,
      `2 responsable : ${valide}`,
      '2 informatique : administrer',
      `3 agent : ${saisie}`,
      `3 referent : ${second}`,
      `3 civ : ${civ}`,
      `3 responsable : ${saisie}`,
      '3 informatique : administrer',
      `4 agent : ${saisie}`,
      `4 referent : ${saisie}`,
      `4 civ : ${civ}`,
      `4 responsable : ${saisie}`,
      '4 informatique : administrer',
    ])
  })

  it('chaque refus possible a sa phrase, et nomme qui peut', () => {
    for (const modele of [1, 2, 3, 4] as const)
      for (const role of ROLES)
        for (const droit of DROITS) {
          const code = peut(habilitation({ role, organisation: organisationDuModele(modele) }), droit, JOUR)
          expect(code === null).toBe(MODELES[modele][role].includes(droit))
          expect(code === null || estCodeRefus(code)).toBe(true)
        }
    expect(peut(habilitation({}), 'fusionner', JOUR)).toBe('droits/fusionner/civ')
    expect(peut(habilitation({}), 'administrer', JOUR)).toBe('droits/administrer/informatique')
  })

  it('un droit que personne n’a le dit', () => {
    const droits = { ...MODELES[1], civ: [] }
    expect(peut(habilitation({}, { droits, modele: 'personnalise' }), 'fusionner', JOUR)).toBe(
      'droits/fusionner/personne',
    )
  })

  it('chaque rôle a son libellé', () =>
    expect(ROLES.map((role) => LIBELLES_ROLE[role])).toEqual([
      'Agent d’admission',
      'Référent INS',
      'Cellule d’identitovigilance',
      'Responsable de l’accueil',
      'Informatique',
    ]))
})

describe('Les droits ne s’ouvrent qu’après la formation', () => {
  it.each<[string, Formations | null, string | null]>([
    ['sans formation', {}, 'droits/formation/qualifier'],
    ['formé à un autre droit', { valider: JOUR }, 'droits/formation/qualifier'],
    ['formé demain', { qualifier: '2026-11-23' }, 'droits/formation/qualifier'],
    ['formé aujourd’hui', { qualifier: JOUR }, null],
    ['formé à tout', formationComplete('2025-01-06'), null],
    ['compte antérieur au suivi des formations', null, null],
  ])('%s', (_cas, formations, attendu) =>
    expect(peut(habilitation({ formations }), 'qualifier', JOUR)).toBe(attendu),
  )

  it('saisir ne demande aucune formation, sauf si l’établissement le veut', () => {
    expect(peut(habilitation({ formations: {} }), 'creer-modifier', JOUR)).toBeNull()
    expect(
      peut(
        habilitation({ formations: {} }, { formationsExigees: ['creer-modifier'] }),
        'creer-modifier',
        JOUR,
      ),
    ).toBe('droits/formation/creer-modifier')
  })
})

describe('Les appels INSi par type d’admission et par secteur, site par site', () => {
  const organisation = {
    typesAdmission: { externe: false, hospitalisation: true },
    sites: { nord: true, sud: '2026-11-23' },
    secteurs: {
      urgences: '2026-12-01',
      cardiologie: '2026-11-22',
      'nord/urgences': true,
      'nord/cardiologie': false,
    },
  }
  it.each<[string | null, string | null, string | null, string | null]>([
    [null, null, null, null],
    ['hospitalisation', null, 'cardiologie', null],
    ['autre', null, 'autre', null],
    ['externe', null, null, 'droits/insi-type-admission'],
    ['hospitalisation', null, 'urgences', 'droits/insi-secteur'],
    ['hospitalisation', 'sud', 'cardiologie', 'droits/insi-site'],
    ['hospitalisation', 'nord', null, null],
    ['hospitalisation', 'nord', 'urgences', null],
    ['hospitalisation', 'nord', 'cardiologie', 'droits/insi-secteur'],
    ['hospitalisation', 'ailleurs', 'urgences', 'droits/insi-secteur'],
  ])('type %s, site %s, secteur %s : %s', (typeAdmission, site, secteur, attendu) => {
    const ici = habilitation({ guichet: { site, typeAdmission, secteur } }, organisation)
    expect(peut(ici, 'appeler-insi', JOUR)).toBe(attendu)
    expect(peut(ici, 'qualifier', JOUR)).toBeNull()
  })
})
