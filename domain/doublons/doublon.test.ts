import { describe, expect, it } from 'vitest'
import type { Ins } from '../identite/identite.ts'
import type { MatriculeIns } from '../identite/matricule.ts'
import { doublonsDe, evaluerDoublon, type Formulaire, type TraitCompare } from './doublon.ts'
import type { PatientConnu, TraitsLus } from './patient-connu.ts'

const TRAITS: TraitsLus = {
  nomNaissance: 'KERVADOC',
  prenomsNaissance: 'SOLENE LOUISE',
  premierPrenom: 'SOLENE',
  sexe: 'F',
  dateNaissance: '1981-02-07',
  lieuNaissance: '35238',
  nomUtilise: null,
  prenomUtilise: null,
}

const INS: Ins = { matricule: '281023523890303' as MatriculeIns, oid: '1.2.250.1.213.1.4.10' }

const connu = (traits: Partial<TraitsLus> = {}, ipp = '2', ins: Ins | null = null): PatientConnu => ({
  ipp,
  derniereVenue: '2026-01-05T09:00:00.000Z',
  traits: { ...TRAITS, ...traits },
  statut: 'provisoire',
  attributs: [],
  ins,
})

const formulaire = (traits: Partial<TraitsLus> = {}, ins: Ins | null = null): Formulaire => ({
  ipp: '1',
  traits: { ...TRAITS, ...traits },
  ins,
})

const juger = (saisie: Partial<TraitsLus>, base: Partial<TraitsLus>): string | null =>
  evaluerDoublon(formulaire(saisie), connu(base))?.niveau ?? null

describe('Doublon probable (EXI ID 17) : le formulaire comparé à un patient connu', () => {
  it.each<[string, Partial<TraitsLus>, Partial<TraitsLus>, string | null]>([
    ['mêmes traits stricts', {}, {}, 'probable'],
    ['sexe et lieu pas encore saisis', { sexe: null, lieuNaissance: null }, {}, 'probable'],
    ['tirets et apostrophes ignorés', { nomNaissance: "KER-VA'DOC" }, {}, 'probable'],
    ['nom utilisé de l’un, nom de l’autre', { nomNaissance: 'PENNEC' }, { nomUtilise: 'PENNEC' }, 'probable'],
    ['une lettre d’écart au nom', { nomNaissance: 'KERVADEC' }, {}, 'probable'],
    ['deux lettres échangées au prénom', { premierPrenom: 'SOELNE' }, {}, 'probable'],
    ['nom de même prononciation', { nomNaissance: 'QUERVADOQUE' }, {}, 'probable'],
    ['jour et mois inversés', { dateNaissance: '1981-07-02' }, {}, 'probable'],
    ['un chiffre d’écart à la date', { dateNaissance: '1982-02-07' }, {}, 'probable'],
    ['premier prénom composé ailleurs', { premierPrenom: 'LOUISE' }, {}, 'probable'],
    [
      'jumeaux : prénom différent',
      { premierPrenom: 'MAEL', prenomsNaissance: 'MAEL', sexe: 'M' },
      {},
      'possible',
    ],
    ['prénom et date seuls', { nomNaissance: 'PENNEC' }, {}, 'possible'],
    ['homonyme né un autre jour', { dateNaissance: '1950-11-30' }, {}, null],
    [
      'homonyme d’un autre sexe et d’un autre lieu',
      { dateNaissance: '1950-11-30', sexe: 'M', lieuNaissance: '75056' },
      {},
      null,
    ],
    ['nom et date différents', { nomNaissance: 'PENNEC', dateNaissance: '1950-11-30' }, {}, null],
    [
      'rien de saisi',
      { nomNaissance: null, premierPrenom: null, prenomsNaissance: null, dateNaissance: null },
      {},
      null,
    ],
  ])('%s', (_cas, saisie, base, attendu) => expect(juger(saisie, base)).toBe(attendu))

  it('même matricule et même OID : doublon certain, quels que soient les traits', () => {
    const autre = {
      nomNaissance: 'PENNEC',
      premierPrenom: 'ANNE',
      prenomsNaissance: 'ANNE',
      dateNaissance: '1950-01-01',
    }
    expect(evaluerDoublon(formulaire(autre, INS), connu({}, '2', INS))?.niveau).toBe('certain')
    const autreOid: Ins = { ...INS, oid: '1.2.250.1.213.1.4.8' }
    expect(evaluerDoublon(formulaire(autre, INS), connu({}, '2', autreOid))).toBeNull()
  })

  it('un patient n’est jamais le doublon de lui-même', () => {
    expect(evaluerDoublon(formulaire({}, INS), connu({}, '1', INS))).toBeNull()
  })

  it('dit de chaque trait s’il concorde et pourquoi', () => {
    const doublon = evaluerDoublon(
      formulaire({ nomNaissance: 'KERVADEC', dateNaissance: '1981-07-02', sexe: 'M', lieuNaissance: null }),
      connu(),
    )
    const raisons: Record<TraitCompare, string> = {
      nom: 'nom à une lettre près',
      prenom: 'même prénom',
      dateNaissance: 'jour et mois inversés',
      sexe: 'autre sexe',
      lieuNaissance: 'non comparé',
      matricule: 'non comparé',
    }
    expect(
      Object.fromEntries(
        Object.entries(doublon?.accords ?? {}).map(([trait, { raison }]) => [trait, raison]),
      ),
    ).toEqual(raisons)
  })

  it('les plus vraisemblables d’abord', () => {
    const base = [
      connu({ premierPrenom: 'MAEL', prenomsNaissance: 'MAEL' }, '3'),
      connu({}, '4'),
      connu({ nomNaissance: 'AUTRE', dateNaissance: '1950-01-01' }, '5'),
      connu({ nomNaissance: 'AUTRE' }, '6', INS),
    ]
    expect(doublonsDe(formulaire({}, INS), base).map(({ patient, niveau }) => [patient.ipp, niveau])).toEqual(
      [
        ['6', 'certain'],
        ['4', 'probable'],
        ['3', 'possible'],
      ],
    )
  })
})
