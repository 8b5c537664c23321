import { describe, expect, it } from 'vitest'
import { verifierDemandeVitale, type DemandeVitale } from './demande-vitale.ts'

const DEMANDE: DemandeVitale = {
  nirAssure: '1810163220751',
  nirIndividuel: null,
  nomNaissance: 'ADRDEUX',
  dateNaissance: '1981-01-01',
  rang: 1,
}

describe('Recherche INSi par Carte Vitale', () => {
  it.each([
    ['ce que la carte porte', {}],
    [
      'numéro individuel corse, sans nom, date lunaire',
      { nirIndividuel: '160012B020777', nomNaissance: null, dateNaissance: '1981-13-00' },
    ],
  ])('part : %s', (_cas, change) => {
    const demande = { ...DEMANDE, ...change }
    expect(verifierDemandeVitale(demande)).toEqual({ ok: true, value: demande })
  })

  it.each([
    ['matricule/forme', 'nirAssure', { nirAssure: '181016322075140' }],
    ['matricule/forme', 'nirIndividuel', { nirIndividuel: '' }],
    ['trait/caractere-interdit', 'nomNaissance', { nomNaissance: '' }],
    ['trait/caractere-interdit', 'nomNaissance', { nomNaissance: 'A\u0007' }],
    ['date/forme', 'dateNaissance', { dateNaissance: '01/01/1981' }],
    ['insi/traits-insuffisants', 'rang', { rang: 0 }],
    ['insi/traits-insuffisants', 'rang', { rang: 10 }],
    ['insi/traits-insuffisants', 'rang', { rang: 1.5 }],
  ])('ne part pas : %s, %s', (code, champ, change) =>
    expect(verifierDemandeVitale({ ...DEMANDE, ...change })).toEqual({ ok: false, error: { code, champ } }),
  )
})
