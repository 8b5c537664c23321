import { expect, it } from 'vitest'
import { ouvrirAdmission, type Admission } from '#domain/admission/admission.ts'
import { appliquer } from '#domain/admission/appliquer.ts'
import { lireCritere, type Critere, type RechercheSaisie } from '#domain/doublons/critere.ts'
import { traitsLus } from '#domain/doublons/patient-connu.ts'
import type { Trait } from '#domain/identite/traits.ts'
import { MARQUES, admissionQualifiee } from './admission-exemple.ts'
import type { Coffre } from './coffre.ts'
import { PATIENTS_PAR_PAGE } from './depot-patients.ts'

const JOUR = '2026-11-22'

type Personne = Partial<Record<Trait, string>>

const SOLENE: Personne = {
  nomNaissance: 'Le Goff-Kervadoc',
  prenomsNaissance: 'Solène Marie-Louise',
  dateNaissance: '07/02/1981',
  nomUtilise: "D'Argensol",
}

/** An admission with these traits typed, of this patient. */
function venue(id: string, ipp: string, personne: Personne): Admission {
  const neuve = ouvrirAdmission({
    id,
    ouverteLe: '2026-11-22T08:00:00.000Z',
    agent: 'agent-1',
    ipp,
    nda: `5${ipp.slice(1)}`,
  })
  return Object.entries(personne).reduce((admission, [trait, brut]) => {
    const issue = appliquer(admission, { type: 'trait-saisi', trait: trait as Trait, brut }, JOUR)
    if (!issue.ok) throw new Error(issue.error.code)
    return issue.value.admission
  }, neuve)
}

/** What any store must find of the patients it met. */
export function suitePatients(coffre: () => Coffre, rouvrir: () => Promise<void>): void {
  suiteRecherche(coffre, rouvrir)
  suiteSuivi(coffre)
}

function suiteRecherche(coffre: () => Coffre, rouvrir: () => Promise<void>): void {
  it('recherche (EXI SI 01 à 04) : nom de naissance ou utilisé, tout prénom, séparateurs ignorés', async () => {
    await coffre().admissions.enregistrer(venue('a', '1', SOLENE))
    await coffre().admissions.enregistrer(venue('b', '2', { ...SOLENE, dateNaissance: '08/02/1981' }))
    await rouvrir()
    const date = { dateNaissance: '07/02/1981' }
    const verdicts = await Promise.all(
      [
        { ...date, nom: 'le goff' },
        { ...date, nom: 'LEGOFF KERV' },
        { ...date, nom: 'kervadoc' },
        { ...date, nom: 'd argensol' },
        { ...date, nom: "D'Arg", prenom: 'sol' },
        { ...date, prenom: 'marie louise' },
        { ...date, prenom: 'Louise' },
        { nom: 'kervadoc', prenom: 'solene' },
        { ...date, nom: 'martin' },
        { ...date, nom: 'legoff', prenom: 'anne' },
        { nom: 'le goff', dateNaissance: '09/02/1981' },
      ].map(async (saisie) => (await chercher(coffre(), saisie)).ipps.includes('1')),
    )
    expect(verdicts).toEqual([true, true, true, true, true, true, true, true, false, false, false])
    expect(await chercher(coffre(), { nom: 'goff' })).toEqual({ ipps: ['1', '2'], reste: false })
  })

  it('recherche par matricule entier, et porteurs d’un même INS (EXI SI 02)', async () => {
    const qualifiee = admissionQualifiee('a')
    await coffre().admissions.enregistrer(qualifiee)
    expect(await chercher(coffre(), { matricule: MARQUES.nir })).toEqual({
      ipps: [qualifiee.ipp],
      reste: false,
    })
    const [patient] = (await coffre().patients.chercher(critere({ matricule: MARQUES.nir }))).patients
    expect(patient?.statut).toBe('qualifiee')
    const ins = patient?.ins
    if (!ins) throw new Error('The example has an INS.')
    expect(await coffre().patients.porteurs(ins)).toEqual([qualifiee.ipp])
    expect(await coffre().patients.porteurs({ ...ins, oid: '1.2.250.1.213.1.4.8' })).toEqual([])
  })

  it('une page pleine dit qu’il en reste', async () => {
    for (let rang = 0; rang <= PATIENTS_PAR_PAGE; rang += 1)
      await coffre().admissions.enregistrer(venue(`v${rang}`, `9${rang}`, SOLENE))
    const { ipps, reste } = await chercher(coffre(), { nom: 'kervadoc' })
    expect([ipps.length, new Set(ipps).size, reste]).toEqual([PATIENTS_PAR_PAGE, PATIENTS_PAR_PAGE, true])
  })
}

function suiteSuivi(coffre: () => Coffre): void {
  it('un patient est connu comme sa dernière venue le laisse, et ne se trouve plus sous ses anciens traits', async () => {
    await coffre().admissions.enregistrer(venue('a', '1', SOLENE))
    const seconde = venue('b', '1', { ...SOLENE, nomNaissance: 'Pennec' })
    await coffre().admissions.enregistrer(seconde)
    await coffre().admissions.enregistrer({ ...venue('a', '1', SOLENE), close: true })
    expect((await chercher(coffre(), { nom: 'pennec' })).ipps).toEqual(['1'])
    expect((await chercher(coffre(), { nom: 'kervadoc' })).ipps).toEqual([])
    expect(await coffre().patients.derniereAdmission('1')).toEqual(seconde)
    expect(await coffre().patients.derniereAdmission('3')).toBeNull()
  })

  it('une venue rattachée à un autre patient rend à chacun sa dernière identité', async () => {
    await coffre().admissions.enregistrer(venue('a', '1', SOLENE))
    await coffre().admissions.enregistrer(venue('b', '2', { ...SOLENE, nomNaissance: 'Pennec' }))
    await coffre().admissions.enregistrer(venue('c', '1', { ...SOLENE, nomNaissance: 'Rouault' }))
    await coffre().admissions.enregistrer(venue('c', '2', { ...SOLENE, nomNaissance: 'Pennec' }))
    expect((await coffre().patients.derniereAdmission('1'))?.id).toBe('a')
    expect((await coffre().patients.derniereAdmission('2'))?.id).toBe('c')
    expect((await chercher(coffre(), { nom: 'rouault' })).ipps).toEqual([])
    expect((await chercher(coffre(), { nom: 'pennec' })).ipps).toEqual(['2'])
  })

  it('candidats au doublon : même date, jour et mois inversés, même prononciation', async () => {
    await coffre().admissions.enregistrer(venue('a', '1', SOLENE))
    await coffre().admissions.enregistrer(venue('b', '2', { ...SOLENE, dateNaissance: '02/07/1981' }))
    await coffre().admissions.enregistrer(venue('c', '3', { ...SOLENE, dateNaissance: '01/01/1950' }))
    await coffre().admissions.enregistrer(
      venue('d', '4', { nomNaissance: 'Autre', dateNaissance: '01/01/1950' }),
    )
    const saisie = venue('e', '5', { ...SOLENE, nomNaissance: 'Le Gof Kervadoque', nomUtilise: '' })
    const candidats = await coffre().patients.candidats(traitsLus(saisie), null)
    expect(candidats.map(({ ipp }) => ipp).sort()).toEqual(['1', '2', '3'])
  })
}

type Recherche = Partial<RechercheSaisie>

/** The numbers of the patients a search shows, and whether there are more. */
async function chercher({ patients }: Coffre, saisie: Recherche) {
  const page = await patients.chercher(critere(saisie))
  return { ipps: page.patients.map(({ ipp }) => ipp), reste: page.reste }
}

function critere(saisie: Recherche): Critere {
  const lu = lireCritere({ nom: '', prenom: '', dateNaissance: '', matricule: '', ...saisie }, JOUR)
  if (!lu.ok) throw new Error(lu.error.code)
  return lu.value
}
