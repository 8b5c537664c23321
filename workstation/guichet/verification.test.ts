import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { VueAdmission } from '#domain/admission/vue.ts'
import type { EchangeInsi } from '#domain/insi/reponse.ts'
import type { Refus } from '#domain/refus/refus.ts'
import { succes, type Result } from '#domain/result.ts'
import { parcoursExemple } from '#services/coffre/admission-exemple.ts'
import type { Coffre } from '#services/coffre/coffre.ts'
import { coffreEssai } from '#services/coffre/sqlite/coffre-essai.ts'
import { creerSignal, type Signal } from '../etat/signal.ts'
import { creerGuichet, type Guichet } from './guichet.ts'
import { portsEssai } from './ports-essai.ts'

const IPP = '1000000001'
let essai: ReturnType<typeof coffreEssai>
let coffre: Coffre
let vue: Signal<VueAdmission | null>
let guichets: Guichet[]
let actes: string[]
let appels: ((resultat: Result<EchangeInsi, Refus>) => void)[]

beforeEach(async () => {
  essai = coffreEssai()
  coffre = await essai.ouvrir()
  vue = creerSignal<VueAdmission | null>(null)
  ;[guichets, actes, appels] = [[], [], []]
  const venue = parcoursExemple('6f1c1d7e-8f54-4c39-9a54-0d9c3f3b7a10').etats.at(-1)
  if (venue) await coffre.admissions.enregistrer(venue)
})
afterEach(async () => {
  for (const guichet of guichets) await guichet.fermer()
  await essai.detruire()
})

async function ouvrirGuichet(): Promise<Guichet> {
  const guichet = await creerGuichet({
    ...portsEssai({ ...essai, coffre, noter: (acte) => actes.push(acte) }),
    appelerInsi: () => new Promise((resolve) => appels.push(resolve)),
    vue,
    now: () => new Date('2026-11-23T09:00:00.000Z'),
  })
  guichets.push(guichet)
  return guichet
}

/** The patient comes back, says that his civil status changed, and INSi is asked about him. */
async function verifier(guichet: Guichet): Promise<string> {
  const reprise = await guichet.reprendre(null, IPP)
  if (!reprise.ok) throw new Error(reprise.error.code)
  const { id } = reprise.value
  await guichet.agir(id, { type: 'etat-civil-declare' })
  const demandee = await guichet.agir(id, { type: 'verification-demandee', appelId: 'verification-1' })
  expect([demandee.ok, appels.length, vue.lire()?.verification.etat]).toEqual([true, 1, 'en-cours'])
  return id
}

const PERSONNE = succes({ messageId: 'uuid:m', reponse: { codeCR: '01' as const } })
const tour = () => new Promise((resolve) => setTimeout(resolve, 20))

describe('ID-17 : vérifier une INS au guichet', () => {
  it('introuvable : le statut redescend, et la venue conservée le dit aussi', async () => {
    const id = await verifier(await ouvrirGuichet())
    appels[0]?.(PERSONNE)
    await tour()
    expect([vue.lire()?.statut, vue.lire()?.ins]).toEqual(['validee', null])
    const conservee = await coffre.admissions.parId(id)
    expect(conservee?.suivi.verification).toMatchObject({ etat: 'retiree', issue: 'introuvable' })
    expect(
      actes.slice(actes.indexOf('insi-repondue')).filter((acte) => acte !== 'anteriorite-cherchee'),
    ).toEqual(['insi-repondue', 'verification-conclue', 'insi-invalidee', 'statut-change'])
  })

  it('une réponse qui arrive quand le patient suivant est au guichet n’est jamais appliquée', async () => {
    const guichet = await ouvrirGuichet()
    const id = await verifier(guichet)
    await guichet.agir(id, { type: 'close' })
    const suivant = await guichet.ouvrir()
    appels[0]?.(PERSONNE)
    await tour()
    expect(vue.lire()).toEqual(suivant.ok && suivant.value)
    const conservee = await coffre.admissions.parId(id)
    expect(conservee?.interrogation.etat).toBe('acceptee')
    expect(conservee?.suivi.verification).toEqual({ etat: 'en-echec', refus: 'insi/annule' })
  })

  it('un appel coupé par un arrêt n’est jamais rejoué, et l’INS reste', async () => {
    const guichet = await ouvrirGuichet()
    const id = await verifier(guichet)
    // The search made beside the form is over, and this desk dies without a word.
    await vi.waitFor(() => expect(actes).toContain('anteriorite-cherchee'))
    await guichet.aImprimer(id)
    guichets = []
    coffre = await essai.rouvrir()
    await ouvrirGuichet()
    expect([vue.lire()?.verification.refus, vue.lire()?.statut, appels.length]).toEqual([
      'insi/interrompu',
      'qualifiee',
      1,
    ])
  })
})
