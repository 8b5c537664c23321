import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ecrireJour, lireJour } from './date-naissance.ts'
import { ageLe, convertirDateInsi, lireNaissance } from './naissance.ts'

const AUJOURDHUI = '2026-11-22'
const lire = (saisie: string) => {
  const lu = lireNaissance(saisie, AUJOURDHUI)
  return lu.ok ? `${lu.value.jour}${lu.value.incertaine ? ' incertaine' : ''}` : lu.error.code
}

describe('EXI PP 19, EXI ID 11 : table des dates de naissance incertaines', () => {
  it.each([
    ['exacte', '28/03/1979', '1979-03-28'],
    ['exacte, huit chiffres', '28031979', '1979-03-28'],
    ['exacte, espaces autour', ' 28.03.1979 ', '1979-03-28'],
    ['exacte mais douteuse', '28/03/1979 ?', '1979-03-28 incertaine'],
    ['jour inconnu : le premier du mois', '00/03/1979', '1979-03-01 incertaine'],
    ['jour omis', '03/1979', '1979-03-01 incertaine'],
    ['jour omis, six chiffres', '031979', '1979-03-01 incertaine'],
    ['mois inconnu : janvier', '28/00/1979', '1979-01-28 incertaine'],
    ['jour et mois inconnus : 31 décembre', '00/00/1979', '1979-12-31 incertaine'],
    ['année seule', '1979', '1979-12-31 incertaine'],
    ['année seule du XIXᵉ siècle', '1899', '1899-12-31 incertaine'],
    ['âge annoncé : année compatible', '70 ans', '1955-12-31 incertaine'],
    ['âge annoncé, un an', '1 an', '2024-12-31 incertaine'],
    ['âge annoncé, majuscules, sans espace', '103ANS', '1922-12-31 incertaine'],
    ['jour inconnu et douteuse', '00/03/1979?', '1979-03-01 incertaine'],
    ['mois lunaire', '28/13/1979', 'date/lunaire'],
    ['jour lunaire', '32/01/1979', 'date/lunaire'],
    ['jour absent du calendrier', '30/02/1980', 'date/inexistante'],
    ['année bissextile', '29/02/2000', '2000-02-29'],
    ['siècle non bissextile', '29/02/1900', 'date/inexistante'],
    ['année non bissextile', '29/02/2023', 'date/inexistante'],
    ['année zéro', '01/01/0000', 'date/inexistante'],
    ['à venir', '23/11/2026', 'date/future'],
    ['le jour même', '22/11/2026', '2026-11-22'],
    ['incomplète et à venir', '2026', 'date/incertaine-future'],
    ['mois incomplet, passé', '11/2026', '2026-11-01 incertaine'],
    ['mois incomplet, à venir', '12/2026', 'date/incertaine-future'],
    ['année hors des siècles vécus', '1779', 'date/forme'],
    ['texte', 'hier', 'date/forme'],
    ['trop de chiffres', '280319799', 'date/forme'],
    ['point d’interrogation seul', '?', 'date/forme'],
    ['âge trop long', '1000 ans', 'date/forme'],
    ['texte avant la date', 'x28/03/1979', 'date/forme'],
    ['texte avant l’âge', 'x70 ans', 'date/forme'],
    ['texte après l’âge', '70 ans x', 'date/forme'],
    ['texte avant l’année', 'x1979', 'date/forme'],
    ['texte après l’année', '1979x', 'date/forme'],
    ['incomplète, année zéro', '00/00/0000', 'date/inexistante'],
  ])('%s : « %s » donne %s', (_regle, saisie, attendu) => expect(lire(saisie)).toBe(attendu))

  it('un âge annoncé est l’âge de la date retenue, même le 31 décembre', () => {
    expect(lireNaissance('70 ans', '2026-12-31')).toEqual({
      ok: true,
      value: { jour: '1956-12-31', incertaine: true },
    })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 364 }), (age, rang) => {
        const jour = new Date(Date.UTC(2025, 0, 1 + rang)).toISOString().slice(0, 10)
        const lue = lireNaissance(`${age} ans`, jour)
        expect(lue.ok && ageLe(lue.value.jour, jour)).toBe(age)
      }),
      { numRuns: 300 },
    )
  })

  it.each([
    ['veille de l’anniversaire', '1979-03-28', '2026-03-27', 46],
    ['jour de l’anniversaire', '1979-03-28', '2026-03-28', 47],
    ['jour de la naissance', '2026-03-28', '2026-03-28', 0],
  ])('âge, %s', (_cas, naissance, jour, age) => expect(ageLe(naissance, jour)).toBe(age))
})

describe('dates exceptionnelles d’INSi : converties par la même table', () => {
  it.each([
    ['date exacte', '1979-03-28', '1979-03-28'],
    ['jour à zéro', '1979-03-00', '1979-03-01 incertaine'],
    ['jour à zéro, en décembre', '1979-12-00', '1979-12-01 incertaine'],
    ['mois à zéro', '1979-00-28', '1979-01-28 incertaine'],
    ['jour et mois à zéro', '1979-00-00', '1979-12-31 incertaine'],
    ['mois lunaire, jour connu', '1979-20-28', '1979-01-28 incertaine'],
    ['mois et jour lunaires', '1979-20-52', '1979-12-31 incertaine'],
    ['jour lunaire', '1979-03-52', '1979-03-01 incertaine'],
    ['jour absent du mois', '1979-02-30', '1979-02-01 incertaine'],
    ['à venir', '2027-01-01', null],
    ['année zéro', '0000-00-00', null],
    ['autre forme', '19790328', null],
    ['texte avant', 'x1979-03-28', null],
    ['texte après', '1979-03-28x', null],
  ])('%s : « %s » donne %s', (_regle, texte, attendu) => {
    const lue = convertirDateInsi(texte, AUJOURDHUI)
    expect(lue && `${lue.jour}${lue.incertaine ? ' incertaine' : ''}`).toBe(attendu)
  })
})

describe('jour enregistré', () => {
  it.each(['1979-03-28', '1979-04-30', '1979-01-31', '1979-12-31', '0001-01-01', AUJOURDHUI])(
    '%s se lit',
    (texte) => expect(lireJour(texte, AUJOURDHUI)).toEqual({ ok: true, value: texte }),
  )

  it.each([
    ['1979-04-31', 'date/inexistante'],
    ['1979-06-31', 'date/inexistante'],
    ['1979-09-31', 'date/inexistante'],
    ['1979-11-31', 'date/inexistante'],
    ['1979-12-32', 'date/inexistante'],
    ['1979-13-01', 'date/inexistante'],
    ['1979-00-01', 'date/inexistante'],
    ['1979-01-00', 'date/inexistante'],
    ['2026-11-23', 'date/future'],
    ['x1979-03-28', 'date/forme'],
    ['1979-03-28x', 'date/forme'],
    ['28/03/1979', 'date/forme'],
  ])('%s ne se lit pas : %s', (texte, code) =>
    expect(lireJour(texte, AUJOURDHUI)).toEqual({ ok: false, error: { code } }),
  )

  it.each([
    ['1979-03-28', '28/03/1979'],
    ['1979', '1979'],
    ['x1979-03-28', 'x1979-03-28'],
    ['1979-03-28x', '1979-03-28x'],
  ])('%s se montre %s', (jour, montre) => expect(ecrireJour(jour)).toBe(montre))
})
