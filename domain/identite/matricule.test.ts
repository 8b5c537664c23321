import { describe, expect, it } from 'vitest'
import { cleDe, ecrireMatricule, estOidIns, parseMatriculeIns } from './matricule.ts'

describe('clé du NIR : 97 − (N modulo 97), numéros publiés par le CNDA', () => {
  it.each([
    ['2751263220749', '74'],
    ['160012B020777', '13'],
    ['1090763220834', '89'],
    ['2090763220834', '39'],
    ['1090763220888', '35'],
    ['2360663220836', '56'],
    ['1810163220751', '40'],
    ['2790351215189', '89'],
    ['2790351215172', '09'],
  ])('%s a pour clé %s', (numero, cle) => expect(cleDe(numero)).toBe(cle))

  it('en Corse, 2A se compte 19 et 2B se compte 18', () =>
    expect(['160012A020777', '160012B020777'].map(cleDe)).toEqual(
      ['1600119020777', '1600118020777'].map(cleDe),
    ))

  it("l'exemple du webinaire 2 80 01 75 056 016 a pour clé 35, pas 18", () =>
    expect(cleDe('2800175056016')).toBe('35'))
})

describe('lecture du matricule', () => {
  it('accepte les espaces de lecture et la Corse', () => {
    expect(parseMatriculeIns('2 79 03 51 215 189 89')).toEqual({ ok: true, value: '279035121518989' })
    expect(parseMatriculeIns('160012b02077713')).toEqual({ ok: true, value: '160012B02077713' })
  })

  it.each([
    ['2790351215189', 'matricule/forme'],
    ['27903512151898X', 'matricule/forme'],
    ['2790312A5189891', 'matricule/forme'],
    ['0279035121518989', 'matricule/forme'],
    ['2790351215189890', 'matricule/forme'],
    ['279035121518988', 'matricule/cle'],
  ])('%s est refusé (%s)', (saisie, code) =>
    expect(parseMatriculeIns(saisie)).toEqual({ ok: false, error: { code } }),
  )

  it("ne connaît que quatre OID, dont jamais l'INS-C", () =>
    expect(['1.2.250.1.213.1.4.8', '1.2.250.1.213.1.4.2', 'toString'].map(estOidIns)).toEqual([
      true,
      false,
      false,
    ]))

  it.each([
    ['279035121518989', '2 79 03 51 215 189 89'],
    ['0279035121518989', '0279035121518989'],
    ['27903512151898', '27903512151898'],
  ])('%s se montre « %s » : groupé s’il a quinze caractères', (matricule, montre) =>
    expect(ecrireMatricule(matricule)).toBe(montre),
  )
})
