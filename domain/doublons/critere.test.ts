import { describe, expect, it } from 'vitest'
import { ouvrirAdmission } from '../admission/admission.ts'
import { appliquer } from '../admission/appliquer.ts'
import { estCherchee, rechercheRequise } from './anteriorite.ts'
import { lireCritere, type RechercheSaisie } from './critere.ts'

const JOUR = '2026-11-22'
const lire = (saisie: Partial<RechercheSaisie>) =>
  lireCritere({ nom: '', prenom: '', dateNaissance: '', matricule: '', ...saisie }, JOUR)

describe('Critères de recherche (EXI SI 01, EXI SI 02)', () => {
  it.each<[string, Partial<RechercheSaisie>, unknown]>([
    [
      'date et première lettre du nom',
      { nom: 'k', dateNaissance: '07/02/1981' },
      { par: 'traits', nom: 'K', prenom: '', dateNaissance: '1981-02-07' },
    ],
    [
      'date et premières lettres du prénom',
      { prenom: 'So-l', dateNaissance: '07021981' },
      { par: 'traits', nom: '', prenom: 'SOL', dateNaissance: '1981-02-07' },
    ],
    [
      'trois lettres du nom sans date',
      { nom: "d'Ar" },
      { par: 'traits', nom: 'DAR', prenom: '', dateNaissance: null },
    ],
    [
      'matricule entier',
      { matricule: '2 79 03 51 215 189 89' },
      { par: 'matricule', matricule: '279035121518989' },
    ],
  ])('%s', (_cas, saisie, value) => expect(lire(saisie)).toEqual({ ok: true, value }))

  it.each<[string, Partial<RechercheSaisie>, unknown]>([
    ['rien', {}, { code: 'recherche/criteres' }],
    ['date seule', { dateNaissance: '07/02/1981' }, { code: 'recherche/criteres' }],
    ['deux lettres sans date', { nom: 'KE', prenom: 'SOLENE' }, { code: 'recherche/criteres' }],
    [
      'date impossible',
      { nom: 'KER', dateNaissance: '31/02/1981' },
      { code: 'date/inexistante', champ: 'dateNaissance' },
    ],
    ['matricule tronqué', { matricule: '27903512151' }, { code: 'matricule/forme', champ: 'matricule' }],
    ['clé fausse', { matricule: '279035121518988' }, { code: 'matricule/cle', champ: 'matricule' }],
  ])('refus : %s', (_cas, saisie, error) => expect(lire(saisie)).toEqual({ ok: false, error }))
})

const NEUVE = ouvrirAdmission({
  id: 'a',
  ouverteLe: '2026-11-22T08:00:00.000Z',
  agent: 'demo',
  ipp: '1',
  nda: '5',
})

describe('Recherche d’antériorité (EXI ID 17)', () => {
  it('est requise dès que nom, prénom et date sont connus, et à refaire quand l’un d’eux change', () => {
    const etats = ['Kervadoc', 'Solène', '07/02/1981'].reduce(
      (suite, brut, rang) => {
        const trait = (['nomNaissance', 'prenomsNaissance', 'dateNaissance'] as const)[rang] ?? 'nomNaissance'
        const issue = appliquer(suite.at(-1) ?? NEUVE, { type: 'trait-saisi', trait, brut }, JOUR)
        if (!issue.ok) throw new Error(issue.error.code)
        return [...suite, issue.value.admission]
      },
      [NEUVE],
    )
    const complete = etats.at(-1) ?? NEUVE
    const cherches = rechercheRequise(complete)
    expect(cherches).toEqual({ nom: 'KERVADOC', prenom: 'SOLENE', dateNaissance: '1981-02-07' })
    const cherchee = { ...complete, anteriorite: cherches }
    const corrigee = { ...cherchee, anteriorite: cherches && { ...cherches, nom: 'PENNEC' } }
    expect([...etats, cherchee, corrigee].map(estCherchee)).toEqual([true, true, true, false, true, false])
  })

  it('est journalisée une fois par patient, même refaite', () => {
    const cherches = { nom: 'KERVADOC', prenom: 'SOLENE', dateNaissance: '1981-02-07' }
    const noter = (admission: typeof NEUVE) => {
      const issue = appliquer(admission, { type: 'anteriorite-cherchee', cherches, trouves: 2 }, JOUR)
      if (!issue.ok) throw new Error(issue.error.code)
      return issue.value
    }
    const premiere = noter(NEUVE)
    expect(premiere.effets).toEqual([
      { type: 'journaliser', acte: { acte: 'anteriorite-cherchee', trouves: 2 } },
    ])
    expect(noter(premiere.admission)).toEqual({ admission: { ...NEUVE, anteriorite: cherches }, effets: [] })
  })
})
