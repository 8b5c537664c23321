import { describe, expect, it } from 'vitest'
import { MODELES } from '#domain/droits/modeles.ts'
import { organisationDuModele } from '#domain/droits/organisation.ts'
import { lireChoixVenue, lireOrganisation } from './organisation.ts'
import { schemaConfiguration } from './schema.ts'

const POSTE = { poste: 'ACCUEIL-01', environnement: 'production', insi: null, imprimante: null }
const lire = (champs: object) => lireOrganisation(schemaConfiguration.parse({ ...POSTE, ...champs }))
const choisir = (champs: object) => lireChoixVenue(schemaConfiguration.parse({ ...POSTE, ...champs }))

describe('L’organisation, dans configuration.json', () => {
  it('absente : modèle 1, INSi ouvert partout', () =>
    expect(lire({})).toEqual({
      organisation: organisationDuModele(1),
      guichet: { site: null, typeAdmission: null, secteur: null },
    }))

  it('un modèle, des secteurs ouverts à une date, et la place de ce guichet', () =>
    expect(
      lire({
        organisation: { modele: 3, formationsExigees: ['qualifier'] },
        typesAdmission: { externe: false },
        secteurs: { urgences: '2027-01-04' },
        typeAdmission: 'externe',
        secteur: 'urgences',
      }),
    ).toEqual({
      organisation: {
        modele: 3,
        droits: MODELES[3],
        formationsExigees: ['qualifier'],
        typesAdmission: { externe: false },
        sites: {},
        secteurs: { urgences: '2027-01-04' },
      },
      guichet: { site: null, typeAdmission: 'externe', secteur: 'urgences' },
    }))

  it('plusieurs sites, leurs libellés, et un secteur ouvert sur un seul d’entre eux', () => {
    const champs = {
      sites: { nord: { libelle: 'Hôpital Nord' }, sud: { libelle: 'CMP Sud', insi: '2027-01-04' } },
      secteurs: { urgences: { libelle: 'Urgences', insi: false }, 'nord/urgences': true },
      site: 'nord',
      secteur: 'urgences',
    }
    const { organisation, guichet } = lire(champs)
    expect([organisation.sites, organisation.secteurs, guichet]).toEqual([
      { nord: true, sud: '2027-01-04' },
      { urgences: false, 'nord/urgences': true },
      { site: 'nord', secteur: 'urgences', typeAdmission: null },
    ])
    expect(choisir(champs)).toEqual({
      site: [
        { code: 'nord', libelle: 'Hôpital Nord' },
        { code: 'sud', libelle: 'CMP Sud' },
      ],
      secteur: [{ code: 'urgences', libelle: 'Urgences' }],
      typeAdmission: [],
    })
  })

  it('la place de ce guichet est toujours parmi les choix, mais ne fait pas une liste à elle seule', () =>
    expect(choisir({ secteurs: { urgences: true }, secteur: 'pediatrie', typeAdmission: 'externe' })).toEqual(
      {
        site: [],
        secteur: [
          { code: 'urgences', libelle: 'urgences' },
          { code: 'pediatrie', libelle: 'pediatrie' },
        ],
        typeAdmission: [],
      },
    ))

  it('des droits propres à l’établissement, pour chaque rôle', () => {
    const droits = { ...MODELES[2], responsable: ['administrer'] }
    expect(lire({ organisation: { modele: 'personnalise', droits } }).organisation).toEqual({
      ...organisationDuModele(1),
      modele: 'personnalise',
      droits,
    })
  })

  it.each([
    ['un modèle inconnu', { organisation: { modele: 5 } }],
    ['un modèle propre sans droits', { organisation: { modele: 'personnalise' } }],
    ['un rôle oublié', { organisation: { modele: 'personnalise', droits: { agent: [] } } }],
    ['un droit inconnu', { organisation: { modele: 1, formationsExigees: ['tout'] } }],
    ['un site dont le code porte un accent', { sites: { hôpital: true } }],
    ['un site précisé comme un secteur', { sites: { 'nord/urgences': true } }],
    ['une date qui n’existe pas', { secteurs: { urgences: '2026-02-31' } }],
  ])('%s : la configuration est refusée', (_cas, champs) =>
    expect(schemaConfiguration.safeParse({ ...POSTE, ...champs }).success).toBe(false),
  )
})
