import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import type { DemandeInsi } from '#domain/insi/demande.ts'
import { organisationDuModele } from '#domain/droits/organisation.ts'
import { succes } from '#domain/result.ts'
import type { ConfigInsi, MandataireInsi } from '#services/insi/config.ts'
import { chiffrerCle, createPki, type Pki } from '#simulators/insi/pki.ts'
import { reglagesSimules } from '#simulators/insi/reglages.ts'
import { ETABLISSEMENT_FICTIF, startInsi, type SimulateurInsi } from '#simulators/insi/server.ts'
import { MODES, type NomMode } from '#simulators/insi/modes.ts'
import { startProxy, type OptionsProxy } from '#simulators/proxy/server.ts'
import { appelerEnCommande } from './appel-commande.ts'
import type { ReglagesCommande } from './reglages-commande.ts'
import { refuserAppel, sortirAppel } from './sortie-insi.ts'
import { ligneErreur } from './commande.ts'

/** Invented, but for the published person whom the simulator answers with a number. */
const ZOE: DemandeInsi = { nomNaissance: 'ADRUN', prenom: 'ZOE', sexe: 'F', dateNaissance: '1975-12-31' }
const PHRASE = 'phrase de la clé, que nul ne lit'
const MOT_DE_PASSE = 'Gp7-jamais-dit'

let dossier: string
let pki: Pki
let insi: SimulateurInsi
let dit = ''
beforeAll(async () => {
  dossier = mkdtempSync(join(tmpdir(), 'guichet-secret-'))
  pki = await createPki({ maintenant: new Date(), finess: ETABLISSEMENT_FICTIF.finess })
  insi = await startInsi({ maintenant: new Date(), pki })
  for (const sortie of [process.stdout, process.stderr])
    vi.spyOn(sortie, 'write').mockImplementation((morceau) => ((dit += String(morceau)), true))
})
afterEach(() => (dit = ''))
afterAll(async () => {
  vi.restoreAllMocks()
  await insi.stop()
  rmSync(dossier, { recursive: true })
})

const reglages = (): ReglagesCommande => ({
  dossier,
  poste: 'ACCUEIL-01',
  environnement: 'simulation',
  insi: succes(reglagesSimules(insi)),
  hotesInsi: [],
  organisation: {
    organisation: organisationDuModele(1),
    guichet: { site: null, secteur: null, typeAdmission: null },
  },
  connexion: null,
  dispense: 'simulation',
  now: () => new Date(),
})

/** One call, and everything a log could hold of it: what was written anywhere, and what its refusal says. */
async function tracesDe(change: Partial<ConfigInsi>): Promise<string> {
  const { certificat, cle } = pki.clients.manu
  const config: ConfigInsi = {
    ...reglagesSimules(insi),
    certificat: { forme: 'pem', certificat, cle: chiffrerCle(cle, PHRASE), phrase: PHRASE },
    delais: { connexionMs: 400, totalMs: 600 },
    ...change,
  }
  const appel = await appelerEnCommande(reglages(), {
    agent: 'demo',
    motif: 'recherche',
    config,
    demande: ZOE,
  })
  const { refus } = appel.ok ? sortirAppel(appel.value) : refuserAppel(appel.error)
  const fichiers = readdirSync(dossier).map((nom) => readFileSync(join(dossier, nom), 'utf8'))
  return [dit, ...refus.map(ligneErreur), ...fichiers].join('\n')
}

const CLE_PEM = () => pki.clients.manu.cle.split('\n')[2] ?? 'none'
const secrets = () => [
  'ADRUN',
  'ZOE',
  '1975-12-31',
  '31/12/1975',
  '2751263220749',
  PHRASE,
  CLE_PEM(),
  'PRIVATE KEY',
  MOT_DE_PASSE,
  Buffer.from(`svc-insi:${MOT_DE_PASSE}`).toString('base64'),
]

const trouves = (traces: string): readonly string[] => secrets().filter((secret) => traces.includes(secret))

it('la recherche des secrets en trouve un quand il y en a', () =>
  expect(trouves(`journal : ${ZOE.nomNaissance} ${PHRASE}`)).toEqual(['ADRUN', PHRASE]))

it.each(Object.keys(MODES) as NomMode[])(
  'ni nom, ni date, ni matricule, ni secret de certificat dans les journaux et les sorties : mode « %s »',
  async (nom) => {
    await insi.setMode({ nom, argument: nom === 'lent' ? '50' : nom === 'erreur' ? 'desir_9999' : '' })
    const traces = await tracesDe({})
    await insi.setMode({ nom: 'normal', argument: '' })
    expect(traces).toContain('insi-commande-repondue')
    expect(trouves(traces)).toEqual([])
  },
)

it.each<[string, OptionsProxy]>([
  ['le compte est refusé', { identifiants: { identifiant: 'autre', motDePasse: 'x' } }],
  ['CONNECT est refusé', { refus: 403 }],
  ['rien ne répond', { muet: true }],
])('ni le mot de passe du mandataire : %s', async (_cas, options) => {
  const proxy = await startProxy(options)
  const identifiants = { identifiant: 'svc-insi', motDePasse: MOT_DE_PASSE }
  const mandataire: MandataireInsi = { forme: 'adresse', url: proxy.url, exclusions: [], identifiants }
  const traces = await tracesDe({ mandataire })
  await proxy.stop()
  expect(traces).toContain('insi/mandataire-')
  expect(trouves(traces)).toEqual([])
})

it('ni la phrase d’une clé qu’elle n’ouvre pas', async () => {
  const { certificat, cle } = pki.clients.manu
  const autre = { forme: 'pem', certificat, cle: chiffrerCle(cle, 'autre'), phrase: PHRASE } as const
  const traces = await tracesDe({ certificat: autre })
  expect(traces).toContain('insi/certificat-illisible')
  expect(trouves(traces)).toEqual([])
})
