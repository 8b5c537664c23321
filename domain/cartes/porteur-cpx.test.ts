import { describe, expect, it } from 'vitest'
import { annuaireDe, estCarteDeTest, typeCpxDe, type PorteurCpx } from './porteur-cpx.ts'
import { verifierPorteur, verifierPorteurInsi, verifierPorteurSession } from './verifier-porteur.ts'

describe('CPx, identifiant national du porteur (table G08)', () => {
  it.each([
    ['899900063480', 'rpps'],
    ['0759912345', 'adeli'],
    ['02A9912345', 'adeli'],
    ['30B0152872/000000018', 'finess'],
    ['4123456789/12', 'siren'],
    ['512345678901234/12', 'siret'],
    ['699900063480/12', 'cabinet-rpps'],
    ['8999000634', 'inconnu'],
    ['30B0152872', 'inconnu'],
    ['', 'inconnu'],
  ])('%s : %s', (idNat, annuaire) => expect(annuaireDe(idNat)).toBe(annuaire))
})

describe('CPx, type de carte (table G02)', () => {
  it.each([
    [0, 'CPS'],
    [1, 'CPF'],
    [2, 'CDE-CPE'],
    [3, 'CDA-CPA'],
    [4, 'CPX'],
    [null, 'CPX'],
  ] as const)('%s : %s', (code, type) => expect(typeCpxDe(code)).toBe(type))
})

const CLAIRE: PorteurCpx = {
  idNat: '30B0152872/000000018',
  annuaire: 'finess',
  nom: 'MOREL-FICTIF',
  prenom: 'CLAIRE',
  profession: null,
  codeProfession: null,
  structure: '10B0152872',
  nominative: true,
  type: 'CDE-CPE',
  numeroCarte: '2600000018',
  debutValidite: '2025-01-01T00:00:00Z',
  finValidite: '2028-01-01T00:00:00Z',
  emetteur: 'AC IGC-SANTE FORT PERSONNES',
  sujet: 'CN=30B0152872/000000018,C=FR',
}
const SERVICE: PorteurCpx = { ...CLAIRE, nom: null, prenom: null, nominative: false }
const TEST: PorteurCpx = { ...CLAIRE, emetteur: 'TEST AC IGC-SANTE FORT PERSONNES' }

const cadre = (jour: string, production = true) => ({ maintenant: new Date(jour), production })

describe('CPx, ce que la carte ouvre', () => {
  it.each([
    ['dans ses dates', CLAIRE, cadre('2026-11-25'), null],
    ['périmée', CLAIRE, cadre('2028-01-02'), 'cpx/perimee'],
    ['pas encore valide', CLAIRE, cadre('2024-12-31'), 'cpx/pas-encore-valide'],
    ['de test en production', TEST, cadre('2026-11-25'), 'cpx/carte-de-test'],
    ['de test en formation', TEST, cadre('2026-11-25', false), null],
    ['de service, pour la session', SERVICE, cadre('2026-11-25'), null],
  ] as const)('%s : %s', (_cas, porteur, regle, code) => {
    const attendu = code === null ? { ok: true, value: porteur } : { ok: false, error: { code } }
    expect(verifierPorteur(porteur, regle)).toEqual(attendu)
  })

  it('INSi ne connaît que les cartes nominatives, dans leurs dates', () => {
    expect(verifierPorteurInsi(CLAIRE, cadre('2026-11-25')).ok).toBe(true)
    expect(verifierPorteurInsi(SERVICE, cadre('2026-11-25'))).toEqual({
      ok: false,
      error: { code: 'cpx/non-nominative' },
    })
    expect(verifierPorteurInsi(CLAIRE, cadre('2030-01-01'))).toEqual({
      ok: false,
      error: { code: 'cpx/perimee' },
    })
  })

  it('une session demande une carte qui nomme une personne, dans ses dates', () => {
    expect(verifierPorteurSession(CLAIRE, cadre('2026-11-25')).ok).toBe(true)
    expect(verifierPorteurSession(SERVICE, cadre('2026-11-25'))).toEqual({
      ok: false,
      error: { code: 'session/carte-non-nominative' },
    })
    expect(verifierPorteurSession(CLAIRE, cadre('2030-01-01'))).toEqual({
      ok: false,
      error: { code: 'cpx/perimee' },
    })
  })

  it('une carte de test se connaît à son autorité', () => {
    expect([estCarteDeTest(CLAIRE), estCarteDeTest(TEST)]).toEqual([false, true])
  })
})
