import { describe, expect, it } from 'vitest'
import type { Beneficiaire } from '../cartes/lecture-vitale.ts'
import { ouvrirAdmission, type Admission } from './admission.ts'
import { appliquer } from './appliquer.ts'
import type { Evenement } from './evenement.ts'
import { carteAttendue } from './garder-carte.ts'

const ANNE: Beneficiaire = {
  nomNaissance: 'LANDREVILLE',
  nomUsuel: null,
  prenoms: 'ANNE',
  dateNaissance: '1987-04-12',
  rang: 1,
  matricule: null,
  nirAssure: '2870429019001',
  regime: null,
}
const CHOISIE: Evenement = { type: 'beneficiaire-choisi', beneficiaire: ANNE, carte: 'carte-a' }
const OUBLIEE: Evenement = { type: 'carte-oubliee' }
const appel = (carteVue?: string | null): Evenement => ({
  type: 'insi-demandee',
  appelId: 'a',
  ...(carteVue === undefined ? {} : { carteVue }),
})
const trait = (
  nom: 'nomNaissance' | 'prenomsNaissance' | 'dateNaissance' | 'sexe',
  brut: string,
): Evenement => ({
  type: 'trait-saisi',
  trait: nom,
  brut,
})

function suite(...evenements: readonly Evenement[]): Admission {
  const depart = ouvrirAdmission({ id: 'a', ouverteLe: '', agent: 'demo', ipp: '1', nda: '2' })
  return evenements.reduce((admission, evenement) => {
    const issue = appliquer(admission, evenement, '2026-11-22')
    if (!issue.ok) throw new Error(issue.error.code)
    return issue.value.admission
  }, depart)
}
const issueDe = (admission: Admission, evenement: Evenement): string => {
  const issue = appliquer(admission, evenement, '2026-11-22')
  return issue.ok ? 'permis' : issue.error.code
}

describe('La Carte Vitale relue juste avant l’appel à INSi', () => {
  const deLaCarte = suite(CHOISIE, trait('sexe', 'F'))

  it.each<[string, string | null | undefined, string]>([
    ['la même carte', 'carte-a', 'permis'],
    ['une autre carte : l’appel est bloqué', 'carte-b', 'insi/carte-vitale-changee'],
    ['plus de carte : l’appel est bloqué', null, 'insi/carte-vitale-absente'],
    ['la touche montrée sans relire', undefined, 'permis'],
  ])('%s', (_cas, vue, attendu) => expect(issueDe(deLaCarte, appel(vue))).toBe(attendu))

  it('des traits tapés ne demandent aucune carte', () => {
    const tapes = suite(
      trait('nomNaissance', 'Landreville'),
      trait('prenomsNaissance', 'Anne'),
      trait('sexe', 'F'),
      trait('dateNaissance', '12/04/1987'),
    )
    expect(issueDe(tapes, appel(null))).toBe('permis')
    expect(issueDe(tapes, OUBLIEE)).toBe('admission/etape')
  })

  it('une lecture sans empreinte, d’avant cette garde, ne bloque rien', () => {
    const ancienne = suite({ type: 'beneficiaire-choisi', beneficiaire: ANNE }, trait('sexe', 'F'))
    expect(carteAttendue(ancienne)).toBeNull()
    expect(issueDe(ancienne, appel(null))).toBe('permis')
  })

  it('l’agent répond lui-même des traits : leurs valeurs restent, leur origine n’est plus la carte', () => {
    const attestee = suite(CHOISIE, trait('sexe', 'F'), OUBLIEE)
    expect(Object.values(attestee.saisie).map((champ) => champ?.valeur)).toEqual(
      Object.values(deLaCarte.saisie).map((champ) => champ?.valeur),
    )
    expect(Object.values(attestee.saisie).some((champ) => champ?.provenance === 'CV')).toBe(false)
    expect(issueDe(attestee, appel(null))).toBe('permis')
  })

  it('chaque trait de la carte retapé, elle n’est plus attendue', () => {
    const retapes = suite(
      CHOISIE,
      trait('nomNaissance', 'Landreville'),
      trait('prenomsNaissance', 'Anne'),
      { type: 'trait-saisi', trait: 'premierPrenom', brut: 'Anne' },
      trait('dateNaissance', '12/04/1987'),
    )
    expect(carteAttendue(retapes)).toBeNull()
  })
})
