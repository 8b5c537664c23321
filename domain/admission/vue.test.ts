import { describe, expect, it } from 'vitest'
import { CADRE_PAR_DEFAUT } from '../droits/cadre.ts'
import {
  ACCEPTEE,
  AUJOURDHUI,
  DEMANDE,
  jouer,
  NEUVE,
  RECUPEREE,
  SAISIE_FAITE,
  repondre,
  TROUVEE,
  VALIDEE,
} from '../droits/gestes-exemples.ts'
import { succes } from '../result.ts'
import type { Admission } from './admission.ts'
import { appliquer } from './appliquer.ts'
import { REGLAGES_PAR_DEFAUT } from './reglages.ts'
import { vueDe } from './vue.ts'

describe('ce que l’écran propose', () => {
  it('un site sans aucune pièce n’en propose aucune, et le dit', () => {
    const cadre = { ...CADRE_PAR_DEFAUT, reglages: { ...REGLAGES_PAR_DEFAUT, pieces: [] } }
    const { actions, population } = vueDe(SAISIE_FAITE, AUJOURDHUI, cadre)
    expect([actions.enregistrerPiece, population.pieces]).toEqual(['piece/type-inconnu', []])
  })

  it('la date incomplète tapée sert seule à la facturation (EXI ID 12)', () => {
    const facturation = (brut: string) =>
      vueDe(jouer(NEUVE, { type: 'trait-saisi', trait: 'dateNaissance', brut }), AUJOURDHUI).population
        .dateFacturation
    expect(['00/05/1950', '17/05/1950', '31/02/1950'].map(facturation)).toEqual(['00/05/1950', null, null])
  })

  it('les anciens matricules ne se montrent, comme le matricule, qu’à une identité qualifiée (EXI REC 08)', () => {
    const ancien = {
      numero: '2840563220999',
      cle: '11',
      oid: '1.2.250.1.213.1.4.9',
      dateDebut: null,
      dateFin: null,
    }
    const identite = { ...TROUVEE, historique: [ancien] }
    const anciens = (admission: Admission) =>
      vueDe(jouer(admission, DEMANDE, repondre(identite), ACCEPTEE), AUJOURDHUI).population.anciensMatricules
    expect([SAISIE_FAITE, VALIDEE].map(anciens)).toEqual([
      [],
      [{ matricule: '284056322099911', oid: '1.2.250.1.213.1.4.9' }],
    ])
  })
})

describe('ce qui est imprimé', () => {
  it('se journalise par son genre et son lot, et ne change rien', () =>
    expect(
      appliquer(RECUPEREE, { type: 'document-imprime', document: 'planche', lot: 'lot-1' }, AUJOURDHUI),
    ).toEqual(
      succes({
        admission: RECUPEREE,
        effets: [
          { type: 'journaliser', acte: { acte: 'document-imprime', document: 'planche', lot: 'lot-1' } },
        ],
      }),
    ))
})

it('un exemple que les règles refusent ne se construit pas', () =>
  expect(() => jouer(NEUVE, DEMANDE)).toThrow('insi/traits-insuffisants'))
