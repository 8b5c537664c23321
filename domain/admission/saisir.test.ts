import { describe, expect, it } from 'vitest'
import type { Beneficiaire } from '../cartes/lecture-vitale.ts'
import { QUALIFIEE } from '../droits/gestes-exemples.ts'
import { TRAITS } from '../identite/traits.ts'
import { ouvrirAdmission, type Admission } from './admission.ts'
import { appliquer } from './appliquer.ts'
import type { Evenement } from './evenement.ts'
import { refusDeSaisie } from './lectures.ts'

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
  regime: null,
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

  it('une date sans siècle se montre sans siècle : l’agent l’écrit, le poste ne le devine pas', () => {
    const { saisie, dateCarte } = jouer(choisir({ ...LEO, dateNaissance: '..16-06-18' }))
    expect(saisie.dateNaissance).toEqual({
      brut: '18/06/..16',
      valeur: null,
      refus: 'date/siecle',
      provenance: 'CV',
    })
    expect(dateCarte).toBe('18/06/..16')
  })
})

describe('EXI REC 02 : reprendre les traits d’un DataMatrix INS', () => {
  const message = (lieu: string) =>
    `IS010000000000000000000000S1279035121518989S21.2.250.1.213.1.4.10S3DOMINIQUE MARIE-LOUISE\u001DS4PAT-TROIS\u001DS5FS628-03-1979${lieu}`
  const lire = (texte: string): Evenement => ({ type: 'datamatrix-lu', message: texte })
  const LUS = ['PAT-TROIS', 'DOMINIQUE MARIE-LOUISE', 'DOMINIQUE', 'F', '1979-03-28']

  it('remplace les traits de l’écran, marqués CB, et n’y laisse aucun numéro', () => {
    const admission = jouer(choisir(LEO), lire(message('S763220')))
    expect(valeurs(admission)).toEqual([...LUS, '63220', null, null])
    expect(admission.saisie.premierPrenom?.provenance).toBe('CB')
    expect(JSON.stringify(admission)).not.toContain('279035121518989')
  })

  it('sans lieu, vide le lieu : c’était peut-être celui d’un autre', () =>
    expect(
      valeurs(jouer({ type: 'trait-saisi', trait: 'lieuNaissance', brut: '35238' }, lire(message('')))),
    ).toEqual([...LUS, null, null, null]))

  it('illisible, ne change rien', () =>
    expect(appliquer(NEUVE, lire('IS01'), '2026-11-22')).toEqual({
      ok: false,
      error: { code: 'datamatrix/illisible' },
    }))

  it.each([
    ['un DataMatrix', lire(message(''))],
    ['une Carte Vitale', choisir(LEO)],
  ])('%s ne se lit pas par-dessus une INS acceptée', (_cas, evenement) =>
    expect(appliquer(QUALIFIEE, evenement, '2026-11-22')).toEqual({
      ok: false,
      error: { code: 'admission/etape' },
    }),
  )
})

describe('une saisie refusée', () => {
  it('nomme un premier prénom qui n’est pas le début de la liste (EXI ID 10)', () => {
    const admission = jouer(choisir(LEO), { type: 'trait-saisi', trait: 'premierPrenom', brut: 'Léa' })
    expect(refusDeSaisie(admission)).toEqual([{ code: 'premier-prenom/incoherent', champ: 'premierPrenom' }])
  })

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
