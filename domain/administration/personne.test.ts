import { describe, expect, it } from 'vitest'
import { MODELES } from '../droits/modeles.ts'
import { refusSansAdministrateur, refusSurSoi, type Personne } from './personne.ts'

const personne = (change: Partial<Personne> = {}): Personne => ({
  identifiant: 'informatique',
  nom: 'Informatique',
  role: 'informatique',
  ferme: false,
  motDePasseAChanger: false,
  carte: false,
  telephone: false,
  formations: {},
  intact: true,
  ...change,
})

const organisation = { droits: MODELES[1] }

describe('Quelqu’un administre toujours', () => {
  it.each<[string, Partial<Personne>]>([
    ['fermé', { ferme: true }],
    ['d’un autre rôle', { role: 'civ' }],
    ['modifié hors du logiciel', { intact: false }],
  ])('le dernier, %s, n’administrerait plus', (_cas, change) => {
    expect(refusSansAdministrateur([personne(change)], organisation)).toBe('comptes/dernier-administrateur')
    expect(refusSansAdministrateur([personne(change), personne()], organisation)).toBeNull()
  })

  it('sur soi-même, une autre personne agit', () => {
    expect(refusSurSoi('claire', 'claire')).toBe('administration/soi-meme')
    expect(refusSurSoi('claire', 'denis')).toBeNull()
  })
})
