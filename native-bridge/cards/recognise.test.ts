import { describe, expect, it } from 'vitest'
import { recognise } from './recognise.ts'

describe('chaque carte est reconnue à sa réponse de mise sous tension', () => {
  it.each([
    ['3B 75 13 00 00 43 09 EA 90 00', 'vitale2'],
    ['3B 75 13 00 00 44 09 EA 90 00', 'vitale2'],
    ['3B 75 13 00 00 45 09 EA 90 00', 'vitale2'],
    ['3B 75 13 00 00 45 09 FA 90 00', 'vitale2'],
    ['3B 75 13 00 00 46 09 EA 90 00', 'vitale2'],
    ['3B 75 13 00 00 47 09 EA 90 00', 'vitale2'],
    ['3B 75 13 00 00 48 09 EA 90 00', 'vitale2'],
    ['3B 75 13 00 00 49 09 EA 90 00', 'vitale2'],
    ['3F 65 25 00 22 09 F9 90 00', 'vitale1'],
    ['3F 65 25 00 2C 09 69 90 00', 'vitale1'],
    ['3F 65 25 00 52 09 6A 90 00', 'vitale1'],
    ['3F 65 25 00 A3 09 6A 90 00', 'vitale1'],
    ['3F 65 25 00 A4 09 6A 90 00', 'vitale1'],
    ['3B AC 00 40 2A 00 12 25 00 64 80 00 03 10 00 90 00', 'cps3'],
    ['3B AC 00 40 2A 00 12 25 00 64 80 82 02 12 00 90 00', 'cps3'],
    ['3B 8F 80 01 00 31 B8 64 04 B0 EC C1 73 94 01 80 82 90 00 0E', 'cps3-sans-contact'],
    ['3B 9B 18 80 01 00 12 25 00 64 80 04 01 00 00 90 44', 'cps4'],
    ['3B 9B 18 80 01 00 12 25 00 64 80 00 04 01 00 90 44', 'cps4'],
    ['3B DC 18 FF 00 00 12 25 00 64 80 00 04 01 00 90 00', 'cps4'],
    ['3B 67 00 00 2D 20 16 01 78 90 00', 'agent-cnam'],
  ])('%s : %s', (atr, genre) => {
    expect(recognise(Buffer.from(atr.replaceAll(' ', ''), 'hex'))).toBe(genre)
  })

  it.each([
    ['Bull Scot 5', '3F 65 25 00 2B 09 EB 90 00'],
    ['Cyberflex, même début qu’une Vitale 2', '3B 75 13 00 00 9C 02 02 01 02'],
    ['carte suédoise, même début qu’un badge CNAM', '3B 67 00 00 2D 20 36 00 78 90 00'],
    ['Vitale 2 suivie d’un octet de trop', '3B 75 13 00 00 47 09 EA 90 00 00'],
    ['réponse vide', ''],
  ])('%s : inconnue', (_carte, atr) => {
    expect(recognise(Buffer.from(atr.replaceAll(' ', ''), 'hex'))).toBe('inconnue')
  })
})
