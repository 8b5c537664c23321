import { describe, expect, it } from 'vitest'
import { cleDe } from '#domain/identite/matricule.ts'
import { MARQUES } from '../coffre/admission-exemple.ts'
import { exigerCodes } from './exiger-codes.ts'

describe('Journal : des codes et des identifiants, jamais de texte', () => {
  it.each([
    'claire.martin',
    '3f2b1c5a-52aa-4111-8111-111111111111',
    'insi/delai',
    'L-20261122080000',
    '00',
    'urn:uuid:1',
  ])('« %s » est un code', (valeur) => expect(() => exigerCodes({ champ: valeur })).not.toThrow())

  it.each([
    ['un nom composé', 'LE GOFF'],
    ['un accent', 'Hélène'],
    ['un texte long', 'A'.repeat(81)],
    ['un retour à la ligne', 'a\nb'],
    ['un matricule', MARQUES.nir],
    ['un matricule de Corse', `179092B033902${cleDe('179092B033902')}`],
    ['un matricule caché dans un identifiant', `appel-${MARQUES.nir}-1`],
  ])('%s est refusé, sans être répété dans l’erreur', (_cas, valeur) => {
    expect(() => exigerCodes({ champ: valeur })).toThrow(
      'The journal only takes codes and identifiers: champ.',
    )
  })
})
