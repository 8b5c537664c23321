import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { organisationDuModele } from '#domain/droits/organisation.ts'
import { ouvrirSession } from '#services/comptes/ouvrir-session.ts'
import { lancerPoste } from './commande-essai.ts'

const CONFIGURATION = { poste: 'ACCUEIL-01', environnement: 'production', insi: null, imprimante: null }
const MOT_DE_PASSE = 'une phrase à moi seule'

let dossier: string
beforeEach(() => {
  dossier = mkdtempSync(join(tmpdir(), 'guichet-compte-'))
  writeFileSync(join(dossier, 'configuration.json'), JSON.stringify(CONFIGURATION))
})
afterEach(() => rmSync(dossier, { recursive: true }))

const creer = (motDePasse: string, ...ajout: string[]) =>
  lancerPoste(
    dossier,
    ['compte', 'creer', '--identifiant', 'Camille.Roche', '--nom', 'Camille Roche', ...ajout],
    motDePasse,
  )

describe('Le premier compte d’un poste neuf', () => {
  it('ouvre le coffre, administre, et laisse sa ligne au journal ; aucun autre ne se crée ainsi', async () => {
    expect(creer(`${MOT_DE_PASSE}\n`)).toEqual({
      status: 0,
      sortie: expect.stringContaining('camille.roche') as string,
      codes: [],
    })
    const session = await ouvrirSession(join(dossier, 'comptes.json'), 'camille.roche', MOT_DE_PASSE)
    expect(session.ok && session.value.agent).toEqual({
      identifiant: 'camille.roche',
      nom: 'Camille Roche',
      role: 'informatique',
      formations: {},
    })
    const journal = readFileSync(join(dossier, 'journal.jsonl'), 'utf8')
    expect([journal.includes('"acte":"compte-ajoute"'), journal.includes('Camille Roche')]).toEqual([
      true,
      false,
    ])
    expect(lancerPoste(dossier, ['journal', 'verifier']).status).toBe(0)
    expect(creer(MOT_DE_PASSE).codes).toEqual(['comptes/existants'])
  })

  it('revient à qui administre, là où l’établissement en a décidé autrement', async () => {
    const { droits: presets } = organisationDuModele(1)
    const droits = { ...presets, informatique: [], civ: [...presets.civ, 'administrer'] }
    const organisation = { modele: 'personnalise', droits }
    writeFileSync(join(dossier, 'configuration.json'), JSON.stringify({ ...CONFIGURATION, organisation }))
    expect(creer(MOT_DE_PASSE).codes).toEqual([])
    const session = await ouvrirSession(join(dossier, 'comptes.json'), 'camille.roche', MOT_DE_PASSE)
    expect(session.ok && session.value.agent.role).toBe('civ')
  })

  it.each([
    ['sans configuration', MOT_DE_PASSE, [], 'configuration/illisible'],
    ['mot de passe trop court', 'trop court', [], 'comptes/mot-de-passe'],
    ['mot de passe donné en argument', '', ['--mot-de-passe', MOT_DE_PASSE], 'commande/inconnue'],
  ])('%s : refusé, rien n’est créé', (cas, motDePasse, ajout, code) => {
    if (cas === 'sans configuration') rmSync(join(dossier, 'configuration.json'))
    expect(creer(motDePasse, ...ajout)).toEqual({ status: 2, sortie: '', codes: [code] })
    expect(readdirSync(dossier).filter((nom) => /comptes|coffre/.test(nom))).toEqual([])
  })
})
