import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ouvrirAdmission, type Admission } from '#domain/admission/admission.ts'
import { appliquer } from '#domain/admission/appliquer.ts'
import type { Evenement } from '#domain/admission/evenement.ts'
import { CADRE_PAR_DEFAUT } from '#domain/droits/cadre.ts'
import { NOTICES_PAR_DEFAUT } from '#domain/notice/reglages-notice.ts'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import { creerImpression } from '#services/impression/impression.ts'
import { lireDepliant } from './lire-depliant.ts'
import { creerRemiseNotice } from './remettre-notice.ts'

const JOUR = '2026-11-22'
const ID = '6f1c1d7e-8f54-4c39-9a54-0d9c3f3b7a10'

const saisi = (trait: Extract<Evenement, { type: 'trait-saisi' }>['trait'], brut: string): Evenement => ({
  type: 'trait-saisi',
  trait,
  brut,
})

/** INSi found somebody whose name has another letter, with the number of the demonstration. */
const ECART: readonly Evenement[] = [
  saisi('nomNaissance', 'TCHITCHI'),
  saisi('prenomsNaissance', 'OLA CATARINA'),
  saisi('sexe', 'F'),
  saisi('dateNaissance', '21/06/1936'),
  saisi('lieuNaissance', '63220'),
  { type: 'insi-demandee', appelId: 'a' },
  {
    type: 'insi-repondue',
    appelId: 'a',
    resultat: succes({
      messageId: 'urn:uuid:0',
      reponse: {
        codeCR: '00',
        identite: {
          actif: {
            numero: '2360663220836',
            cle: '56',
            oid: '1.2.250.1.213.1.4.10',
            dateDebut: null,
            dateFin: null,
          },
          historique: [],
          traits: {
            nomNaissance: 'TCHITCHU',
            prenomsNaissance: 'OLA CATARINA',
            sexe: 'F',
            dateNaissance: '1936-06-21',
            lieuNaissance: '63220',
          },
          avertissements: [],
        },
      },
    }),
  },
]

let courante: Admission
let dossier: string
let actes: unknown[]
let envoyes: Uint8Array[]
let imprimante: Result<unknown, Refus>

function agir(_cible: string, evenement: Evenement) {
  const issue = appliquer(courante, evenement, JOUR)
  if (!issue.ok) throw new Error(issue.error.code)
  courante = issue.value.admission
  for (const effet of issue.value.effets) if (effet.type === 'journaliser') actes.push(effet.acte)
}

beforeEach(() => {
  dossier = mkdtempSync(join(tmpdir(), 'guichet-notice-'))
  courante = ouvrirAdmission({
    id: ID,
    ouverteLe: `${JOUR}T08:00:00.000Z`,
    agent: 'demo',
    ipp: '1',
    nda: '2',
  })
  actes = []
  for (const evenement of ECART) agir(ID, evenement)
  actes = []
  envoyes = []
  imprimante = succes(null)
})
afterEach(() => rmSync(dossier, { recursive: true, force: true }))

const moteur = creerImpression()

const remettre = creerRemiseNotice({
  seance: () =>
    succes({
      guichet: {
        aImprimer: async () => succes(courante),
        agir: async (cible, evenement) => {
          agir(cible, evenement)
          return echec(refuser('admission/etape'))
        },
      },
      noter: async (_admission, acte) => void actes.push(acte),
      cadre: CADRE_PAR_DEFAUT,
    }),
  moteur: () => moteur,
  nommerLieu: async () => 'Mons',
  envoyer: async (pdf) => {
    envoyes.push(pdf)
    return imprimante
  },
  poste: 'ADM-01',
  etablissement: null,
  environnement: 'simulation',
  notices: NOTICES_PAR_DEFAUT,
  depliant: (notice) => lireDepliant(dossier, notice),
  now: () => new Date(`${JOUR}T09:15:00.000Z`),
  uuid: () => 'a1b2c3d4-0000-4000-8000-000000000000',
})

const LOT = '20261122-A1B2C3'

describe('DX-08, DX-11 : la notice s’imprime, puis sa remise s’inscrit au journal', () => {
  it('imprimée : le journal dit laquelle, son lot, les traits en cause, et rien de plus', async () => {
    expect(await remettre(ID, 'insee')).toEqual(
      succes({ lot: LOT, pages: 1, complet: true, depliant: 'absent' }),
    )
    expect(actes).toEqual([
      { acte: 'notice-remise', notice: 'insee', lot: LOT, differents: ['nomNaissance'], depliant: false },
    ])
    expect(courante.decision.notices).toEqual(['insee'])
  })

  it('imprimante en panne : rien n’est noté remis, la notice se redemande', async () => {
    imprimante = echec(refuser('impression/imprimante-injoignable'))
    expect(await remettre(ID, 'insee')).toEqual(imprimante)
    expect(actes).toEqual([
      {
        acte: 'impression-echouee',
        document: 'notice-insee',
        lot: LOT,
        refus: 'impression/imprimante-injoignable',
      },
    ])
    expect(courante.decision.notices).toEqual([])
    imprimante = succes(null)
    expect((await remettre(ID, 'insee')).ok).toBe(true)
    expect([envoyes.length, courante.decision.notices]).toEqual([2, ['insee']])
  })

  it('que l’arbre ne propose pas : refusée, rien ne part', async () => {
    agir(ID, saisi('nomNaissance', 'TCHITCHU'))
    expect(await remettre(ID, 'insee')).toEqual(echec(refuser('admission/etape')))
    expect([envoyes, courante.decision.notices]).toEqual([[], []])
  })
})

describe('DX-14 : le dépliant du dossier de données', () => {
  const deposer = (contenu: Uint8Array): void => {
    mkdirSync(join(dossier, 'depliants'))
    writeFileSync(join(dossier, 'depliants/insee.pdf'), contenu)
  }

  it('absent par défaut', async () => expect(await lireDepliant(dossier, 'insee')).toBeNull())

  it('ne vaut que pour sa notice', async () => {
    deposer(new Uint8Array([1, 2]))
    expect([
      [...((await lireDepliant(dossier, 'insee')) ?? [])],
      await lireDepliant(dossier, 'piece'),
    ]).toEqual([[1, 2], null])
  })

  it('trop lourd : il n’est pas même lu, et la notice le dit', async () => {
    deposer(new Uint8Array(2_000_001))
    expect([...((await lireDepliant(dossier, 'insee')) ?? [1])]).toEqual([])
    expect(await remettre(ID, 'insee')).toMatchObject({ ok: true, value: { depliant: 'refuse' } })
  })
})
