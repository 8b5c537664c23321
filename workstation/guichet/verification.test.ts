import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { VueAdmission } from '#domain/admission/vue.ts'
import { COPIES_PAR_DEFAUT } from '#domain/copies/reglages-copies.ts'
import { CADRE_PAR_DEFAUT } from '#domain/droits/cadre.ts'
import type { VueAntecedents } from '#domain/doublons/vue-antecedents.ts'
import type { EchangeInsi } from '#domain/insi/reponse.ts'
import type { Refus } from '#domain/refus/refus.ts'
import { succes, type Result } from '#domain/result.ts'
import { parcoursExemple } from '#services/coffre/admission-exemple.ts'
import type { Coffre } from '#services/coffre/coffre.ts'
import { openCoffre } from '#services/coffre/sqlite/open-coffre.ts'
import { creerMagasin } from '#services/pieces/magasin-copies.ts'
import { creerSignal, type Signal } from '../etat/signal.ts'
import { creerGuichet, type Guichet } from './guichet.ts'

const cle = randomBytes(32)
const IPP = '1000000001'
let dossier: string
let coffre: Coffre
let vue: Signal<VueAdmission | null>
let guichets: Guichet[]
let actes: string[]
let appels: ((resultat: Result<EchangeInsi, Refus>) => void)[]

beforeEach(async () => {
  dossier = mkdtempSync(join(tmpdir(), 'verification-'))
  coffre = await ouvrirCoffre(true)
  vue = creerSignal<VueAdmission | null>(null)
  ;[guichets, actes, appels] = [[], [], []]
  const venue = parcoursExemple('6f1c1d7e-8f54-4c39-9a54-0d9c3f3b7a10').etats.at(-1)
  if (venue) await coffre.admissions.enregistrer(venue)
})
afterEach(async () => {
  for (const guichet of guichets) await guichet.fermer()
  await coffre.close()
  rmSync(dossier, { recursive: true })
})

async function ouvrirCoffre(creer: boolean): Promise<Coffre> {
  const ouvert = await openCoffre({ file: join(dossier, 'coffre.db'), key: cle, creer })
  if (!ouvert.ok) throw new Error(ouvert.error.code)
  return ouvert.value
}

async function ouvrirGuichet(): Promise<Guichet> {
  const guichet = await creerGuichet({
    agent: 'demo',
    cadre: CADRE_PAR_DEFAUT,
    depot: coffre.admissions,
    copies: creerMagasin({
      dossier,
      depot: coffre.copies,
      reglages: COPIES_PAR_DEFAUT,
      uuid: () => crypto.randomUUID(),
    }),
    patients: coffre.patients,
    antecedents: creerSignal<VueAntecedents | null>(null),
    attentes: coffre.attentes,
    compteurs: coffre.compteurs,
    journaliser: async (_admission, { acte }) => void actes.push(acte),
    carteVitale: () => Promise.resolve(succes(null)),
    appelerInsi: () => new Promise((resolve) => appels.push(resolve)),
    vue,
    now: () => new Date('2026-11-23T09:00:00.000Z'),
    uuid: () => crypto.randomUUID(),
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
    await coffre.close()
    coffre = await ouvrirCoffre(false)
    await ouvrirGuichet()
    expect([vue.lire()?.verification.refus, vue.lire()?.statut, appels.length]).toEqual([
      'insi/interrompu',
      'qualifiee',
      1,
    ])
  })
})
