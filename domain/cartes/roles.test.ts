import { describe, expect, it } from 'vitest'
import type { EtatLecteur, GenreCarte } from './etat-cartes.ts'
import { lecteurVitale, permuter, rolesDes } from './roles.ts'

const lecteur = (nom: string, carte: GenreCarte | null = null): EtatLecteur => ({
  nom,
  carte,
  muette: false,
  presence: 0,
})

describe('Chaque lecteur a un rôle : celui qui fut choisi, sinon le plus vraisemblable', () => {
  it.each([
    [
      'd’après leur nom',
      [lecteur('Lecteur CPS'), lecteur('Lecteur Vitale')],
      { 'Lecteur CPS': 'cpx', 'Lecteur Vitale': 'vitale' },
    ],
    ['d’après la carte', [lecteur('Un', 'cps3'), lecteur('Deux', 'vitale2')], { Un: 'cpx', Deux: 'vitale' }],
    [
      'd’après la seule carte vue',
      [lecteur('Un'), lecteur('Deux', 'vitale1')],
      { Un: 'cpx', Deux: 'vitale' },
    ],
    [
      'sans indice, le premier au patient',
      [lecteur('Un'), lecteur('Deux', 'inconnue')],
      { Un: 'vitale', Deux: 'cpx' },
    ],
    [
      'le professionnel reconnu laisse l’autre au patient',
      [lecteur('Un', 'cps4'), lecteur('Deux')],
      { Un: 'cpx', Deux: 'vitale' },
    ],
    ['un seul lecteur est celui du patient', [lecteur('Un')], { Un: 'vitale' }],
    ['aucun lecteur', [], {}],
  ] as const)('%s', (_cas, lecteurs, attendu) => expect(rolesDes(lecteurs, {})).toEqual(attendu))

  it('un rôle choisi passe avant le nom et la carte', () => {
    const lecteurs = [lecteur('Lecteur CPS', 'cps3'), lecteur('Lecteur Vitale')]
    expect(rolesDes(lecteurs, { 'Lecteur CPS': 'vitale', 'Lecteur Vitale': 'cpx', Parti: 'vitale' })).toEqual(
      {
        'Lecteur CPS': 'vitale',
        'Lecteur Vitale': 'cpx',
      },
    )
  })

  it('permuter échange tous les rôles, et deux fois ne change rien', () => {
    const roles = { Un: 'vitale', Deux: 'cpx' } as const
    expect(permuter(roles)).toEqual({ Un: 'cpx', Deux: 'vitale' })
    expect(permuter(permuter(roles))).toEqual(roles)
  })

  it('le lecteur du patient, quand il y en a un', () => {
    expect([lecteurVitale({ Un: 'cpx', Deux: 'vitale' }), lecteurVitale({ Un: 'cpx' })]).toEqual([
      'Deux',
      null,
    ])
  })
})
