import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Admission } from '#domain/admission/admission.ts'
import type { VueAdmission } from '#domain/admission/vue.ts'
import type { VueAntecedents } from '#domain/doublons/vue-antecedents.ts'
import { refuser } from '#domain/refus/refus.ts'
import { echec, succes } from '#domain/result.ts'
import { MARQUES, admissionQualifiee } from '#services/coffre/admission-exemple.ts'
import type { Coffre } from '#services/coffre/coffre.ts'
import { DefautStockage } from '#services/coffre/defaut-stockage.ts'
import type { DepotPatients } from '#services/coffre/depot-patients.ts'
import { coffreEssai } from '#services/coffre/sqlite/coffre-essai.ts'
import { creerSignal } from '../etat/signal.ts'
import { creerGuichet, type Guichet } from './guichet.ts'
import { portsEssai, valeur } from './ports-essai.ts'

let essai: ReturnType<typeof coffreEssai>
let coffre: Coffre
let guichet: Guichet
let actes: string[]
const vue = creerSignal<VueAdmission | null>(null)
const antecedents = creerSignal<VueAntecedents | null>(null)

beforeEach(async () => {
  essai = coffreEssai()
  coffre = await essai.ouvrir()
  actes = []
})
afterEach(async () => {
  await guichet.fermer()
  await essai.detruire()
})

/** A desk on the real store; `patients` replaces what the base answers. */
async function servir(patients: Partial<DepotPatients> = {}): Promise<void> {
  const ports = portsEssai({ ...essai, coffre, noter: (acte) => actes.push(acte) })
  guichet = await creerGuichet({
    ...ports,
    patients: { ...coffre.patients, ...patients },
    appelerInsi: () => Promise.resolve(TROUVEE),
    vue,
    antecedents,
  })
}

/** The earlier visit of the example: qualified, on an IPP of its own. */
const VENUE: Admission = { ...admissionQualifiee('venue'), ipp: '1999999999', nda: '5999999999', close: true }

const TROUVEE = (() => {
  if (VENUE.interrogation.etat !== 'acceptee') throw new Error('The example is qualified.')
  const { identite } = VENUE.interrogation
  return succes({ messageId: 'm', reponse: { codeCR: '00' as const, identite } })
})()

async function saisirLaMeme(): Promise<string> {
  const { id } = valeur(await guichet.ouvrir())
  for (const [trait, brut] of [
    ['nomNaissance', MARQUES.nom],
    ['prenomsNaissance', MARQUES.prenoms],
    ['sexe', 'F'],
    ['dateNaissance', '31121999'],
    ['lieuNaissance', '99345'],
  ] as const)
    valeur(await guichet.agir(id, { type: 'trait-saisi', trait, brut }))
  return id
}

const PIECE = { type: 'piece-enregistree', piece: { type: 'CN', date: '2026-11-22' } } as const
const tour = () => new Promise((resolve) => setTimeout(resolve, 20))

describe('Recherche d’antériorité au guichet (EXI ID 17)', () => {
  it('la saisie suffit à chercher ; la recherche est journalisée une fois et montre le doublon, sans son numéro', async () => {
    await coffre.admissions.enregistrer(VENUE)
    await servir()
    const id = await saisirLaMeme()
    await tour()
    const montres = antecedents.lire()
    expect([montres?.admission, montres?.etat]).toEqual([id, 'faite'])
    expect(montres?.doublons.map(({ niveau, patient }) => [niveau, patient.ipp])).toEqual([
      ['probable', '1999999999'],
    ])
    expect(JSON.stringify(montres)).not.toContain(MARQUES.nir)
    valeur(await guichet.agir(id, PIECE))
    valeur(await guichet.agir(id, { type: 'trait-saisi', trait: 'dateNaissance', brut: '30121999' }))
    valeur(await guichet.agir(id, PIECE))
    expect(actes.filter((acte) => acte === 'anteriorite-cherchee')).toEqual(['anteriorite-cherchee'])
  })

  it('une base qui ne répond pas refuse pièce, appel et impression, et la saisie continue', async () => {
    await servir({ candidats: () => Promise.reject(new DefautStockage(refuser('coffre/occupe'))) })
    const id = await saisirLaMeme()
    const refus = echec(refuser('anteriorite/absente'))
    expect(await guichet.agir(id, PIECE)).toEqual(refus)
    expect(await guichet.agir(id, { type: 'insi-demandee', appelId: 'a' })).toEqual(refus)
    expect(await guichet.aImprimer(id)).toEqual(refus)
    expect(antecedents.lire()?.etat).toBe('en-echec')
    valeur(await guichet.agir(id, { type: 'trait-saisi', trait: 'nomUtilise', brut: 'Pennec' }))
  })

  it('une réponse lente du patient précédent ne s’affiche jamais chez le suivant', async () => {
    await coffre.admissions.enregistrer(VENUE)
    const attente = Promise.withResolvers<void>()
    await servir({
      candidats: async (traits, ins) => {
        await attente.promise
        return coffre.patients.candidats(traits, ins)
      },
    })
    const premiere = await saisirLaMeme()
    valeur(await guichet.agir(premiere, { type: 'close' }))
    const suivante = valeur(await guichet.ouvrir())
    attente.resolve()
    await tour()
    expect(antecedents.lire()).toEqual({
      admission: suivante.id,
      etat: 'rien-a-chercher',
      doublons: [],
    })
    expect(actes).not.toContain('anteriorite-cherchee')
  })

  it('une recherche demandée par l’agent est journalisée, sans ce qu’il a tapé', async () => {
    await coffre.admissions.enregistrer(VENUE)
    await servir()
    const saisie = { nom: 'zzy', prenom: '', dateNaissance: '31/12/1999', matricule: '' }
    const page = valeur(await guichet.chercher(saisie))
    expect([page.patients.map(({ ipp }) => ipp), page.reste]).toEqual([['1999999999'], false])
    expect(actes).toEqual(['patients-cherches'])
    expect(await guichet.chercher({ ...saisie, dateNaissance: '', nom: 'zz' })).toEqual(
      echec(refuser('recherche/criteres')),
    )
  })
})

describe('Collision', () => {
  it('un matricule déjà porté par un autre patient n’est jamais associé', async () => {
    await coffre.admissions.enregistrer(VENUE)
    await servir()
    const id = await saisirLaMeme()
    valeur(await guichet.agir(id, PIECE))
    valeur(await guichet.agir(id, { type: 'insi-demandee', appelId: 'a' }))
    await tour()
    expect(antecedents.lire()?.doublons[0]?.niveau).toBe('certain')
    expect(await guichet.agir(id, { type: 'insi-acceptee', motif: null })).toEqual(
      echec(refuser('doublon/collision')),
    )
    expect([vue.lire()?.insi.etat, vue.lire()?.ins, actes.at(-1)]).toEqual([
      'trouvee',
      null,
      'collision-detectee',
    ])
  })
})

describe('Reprendre un patient connu', () => {
  it('sur le même IPP, avec son identité et ses faits, dans une venue nouvelle', async () => {
    await coffre.admissions.enregistrer(VENUE)
    await servir()
    const id = await saisirLaMeme()
    const reprise = valeur(await guichet.reprendre(id, '1999999999'))
    expect([reprise.id, reprise.ipp, reprise.statut, reprise.ins?.matricule, reprise.close]).toEqual([
      id,
      '1999999999',
      'qualifiee',
      MARQUES.nir,
      false,
    ])
    expect(reprise.nda).not.toBe(VENUE.nda)
    expect(actes.at(-2)).toBe('patient-repris')
    expect((await coffre.patients.derniereAdmission('1999999999'))?.id).toBe(id)
  })

  it('sans patient au guichet, la venue s’ouvre aussitôt sur cet IPP', async () => {
    await coffre.admissions.enregistrer(VENUE)
    await servir()
    const reprise = valeur(await guichet.reprendre(null, '1999999999'))
    expect([reprise.ipp, reprise.statut, actes[0]]).toEqual(['1999999999', 'qualifiee', 'admission-ouverte'])
  })

  it('refuse un patient inconnu, une autre admission que celle du guichet, et le patient déjà là', async () => {
    await coffre.admissions.enregistrer(VENUE)
    await servir()
    const { id, ipp } = valeur(await guichet.ouvrir())
    expect(await guichet.reprendre(id, '0000000000')).toEqual(echec(refuser('patient/inconnu')))
    expect(await guichet.reprendre(crypto.randomUUID(), '1999999999')).toEqual(
      echec(refuser('admission/absente')),
    )
    expect(await guichet.reprendre(null, '1999999999')).toEqual(echec(refuser('admission/absente')))
    expect(await guichet.reprendre(id, ipp)).toEqual(echec(refuser('patient/deja-ouvert')))
  })
})
