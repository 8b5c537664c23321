import { describe, expect, it } from 'vitest'
import type { Beneficiaire } from '../cartes/lecture-vitale.ts'
import { TRAITS } from '../identite/traits.ts'
import { ouvrirAdmission, type Admission } from './admission.ts'
import { appliquer } from './appliquer.ts'
import type { Evenement } from './evenement.ts'

const NEUVE = ouvrirAdmission({
  id: '6f1c1d7e-8f54-4c39-9a54-0d9c3f3b7a10',
  ouverteLe: '2026-11-22T08:00:00.000Z',
  agent: 'demo',
  ipp: '1000000001',
  nda: '5000000001',
})

const LEO: Beneficiaire = {
  nomNaissance: "D'ARGENSOL",
  nomUsuel: 'MARTIN',
  prenoms: 'LEO',
  dateNaissance: '2016-06-18',
  rang: 1,
  matricule: null,
  nirAssure: '179092B033902',
}
const LEA: Beneficiaire = { ...LEO, prenoms: 'LEA' }

const jouer = (...evenements: readonly Evenement[]): Admission =>
  evenements.reduce((admission, evenement) => {
    const issue = appliquer(admission, evenement, '2026-11-22')
    if (!issue.ok) throw new Error(issue.error.code)
    return issue.value.admission
  }, NEUVE)

const choisir = (beneficiaire: Beneficiaire): Evenement => ({ type: 'beneficiaire-choisi', beneficiaire })
const valeurs = ({ saisie }: Admission) => TRAITS.map((trait) => saisie[trait]?.valeur ?? null)

describe('reprendre les traits de la Carte Vitale', () => {
  it('ne reprend ni sexe, ni lieu, ni nom utilisé, ni aucun numéro (EXI ID 08)', () => {
    const admission = jouer(choisir(LEO))
    expect(valeurs(admission)).toEqual(["D'ARGENSOL", 'LEO', 'LEO', null, '2016-06-18', null, null, null])
    expect(JSON.stringify(admission)).not.toContain(LEO.nirAssure)
  })

  it('garde ce qui fut saisi avant elle pour le même patient', () => {
    const admission = jouer(
      { type: 'trait-saisi', trait: 'sexe', brut: 'M' },
      { type: 'trait-saisi', trait: 'lieuNaissance', brut: '35238' },
      choisir(LEO),
    )
    expect(valeurs(admission)).toEqual(["D'ARGENSOL", 'LEO', 'LEO', 'M', '2016-06-18', '35238', null, null])
  })

  it('choisir une autre personne de la carte efface tout ce qui fut saisi pour la première', () => {
    const admission = jouer(
      choisir(LEO),
      { type: 'trait-saisi', trait: 'sexe', brut: 'M' },
      { type: 'trait-saisi', trait: 'lieuNaissance', brut: '35238' },
      { type: 'trait-saisi', trait: 'nomUtilise', brut: 'Martin' },
      choisir(LEA),
    )
    expect(valeurs(admission)).toEqual(["D'ARGENSOL", 'LEA', 'LEA', null, '2016-06-18', null, null, null])
  })

  it('rechoisir la même personne ne perd rien', () => {
    const admission = jouer(choisir(LEO), { type: 'trait-saisi', trait: 'sexe', brut: 'M' }, choisir(LEO))
    expect(valeurs(admission)).toEqual(["D'ARGENSOL", 'LEO', 'LEO', 'M', '2016-06-18', null, null, null])
  })

  it('une date lunaire est montrée telle quelle et refusée, jamais réparée', () => {
    const { saisie } = jouer(choisir({ ...LEO, dateNaissance: '1950-13-00' }))
    expect(saisie.dateNaissance).toEqual({
      brut: '00/13/1950',
      valeur: null,
      refus: 'date/lunaire',
      provenance: 'CV',
    })
  })
})

describe('une saisie refusée', () => {
  it('reste à l’écran avec la règle qu’elle enfreint, et rien de tapé n’est perdu', () => {
    const { saisie } = jouer({ type: 'trait-saisi', trait: 'nomNaissance', brut: 'R2-D2' })
    expect(saisie.nomNaissance).toEqual({
      brut: 'R2-D2',
      valeur: null,
      refus: 'trait/chiffre',
      provenance: 'SM',
    })
  })
})
