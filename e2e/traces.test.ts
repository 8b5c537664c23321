import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { COMPTE_DEMONSTRATION } from '#services/comptes/compte-demonstration.ts'
import { jpegExemple, MARQUE_IMAGE } from '#services/pieces/images-exemple.ts'
import { agentClavier } from '../bin/montage/agent.ts'
import { monterAtelier, type Atelier } from '../bin/montage/atelier.ts'
import { environnementNavigateur, optionsNavigateur, trouverNavigateur } from '../bin/montage/fenetre.ts'
import { racine } from '../bin/montage/racine.ts'
import { saisirLandreville } from './banc.ts'

/** A name nobody bears: found anywhere, it comes from this run. */
const MARQUE = 'XANTHIPPE-ZWENTIBOLD'
const MATRICULE = /\b2870429019901\d\d\b/

let dossier: string
let atelier: Atelier
let paroles: string
let processus: readonly string[]
let adresse: string
const enfants: ChildProcess[] = []
const secrets: string[] = []

/** Starts a program and keeps everything it says. */
function lancer(fichier: string, args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
  const enfant = spawn(fichier, args, { env, stdio: ['pipe', 'pipe', 'pipe'] })
  for (const sortie of [enfant.stdout, enfant.stderr])
    sortie.setEncoding('utf8').on('data', (morceau: string) => (paroles += morceau))
  enfants.push(enfant)
  return enfant
}

async function finir(enfant: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const fin = once(enfant, 'close')
  enfant.kill(signal)
  await fin
}

/** The command line of every process, which any user of the machine may list. */
const vusDesAutres = (): readonly string[] =>
  readdirSync('/proc')
    .filter((nom) => /^\d+$/.test(nom))
    .flatMap((pid) => {
      try {
        return [readFileSync(`/proc/${pid}/cmdline`, 'utf8')]
      } catch {
        return [] // ended since
      }
    })

/** Plays one admission in the browser that an agent gets, with the settings he gets. */
async function jouer(): Promise<void> {
  const poste = lancer(
    process.execPath,
    [racine('dist/workstation/main.js'), '--loopback'],
    atelier.environnement,
  )
  if (!poste.stdout) throw new Error('no output')
  const [premiere] = (await once(createInterface({ input: poste.stdout }), 'line')) as [string]
  const { page: lancement } = JSON.parse(premiere) as { page: string }
  const binaire = trouverNavigateur()
  if (binaire === null) throw new Error('no browser')
  const navigateur = lancer(
    binaire,
    [
      ...optionsNavigateur(dossier),
      '--headless=new',
      '--remote-debugging-port=0',
      `--app=file://${lancement}`,
    ],
    environnementNavigateur(atelier.environnement),
  )
  const [port = ''] = await vi.waitFor(
    () => readFileSync(join(dossier, 'navigateur/DevToolsActivePort'), 'utf8').split('\n'),
    { timeout: 20_000, interval: 100 },
  )
  const pilote = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
  const page = await vi.waitFor(
    () => {
      const ouverte = pilote.contexts().flatMap((contexte) => contexte.pages())[0]
      if (ouverte === undefined) throw new Error('no page yet')
      return ouverte
    },
    { timeout: 10_000, interval: 100 },
  )
  const agent = agentClavier(page)
  await agent.seConnecter(COMPTE_DEMONSTRATION.identifiant, COMPTE_DEMONSTRATION.motDePasse)
  await agent.premierPatient()
  await saisirLandreville(agent)
  await agent.saisir('Nom utilisé', MARQUE)
  await agent.choisirPiece('Carte nationale')
  await joindreCopie(page)
  await agent.appelerInsi(/identiques/i)
  await agent.accepter()
  await agent.imprimer('F10', /Fiche d.admission : lot/)
  const matricule = MATRICULE.exec((await page.innerText('body')).replace(/(?<=\d) (?=\d)/g, ''))?.[0]
  if (matricule !== undefined) secrets.push(matricule)
  processus = vusDesAutres()
  // Time for the browser to write what it delays: history, preferences, sessions.
  await page.waitForTimeout(4000)
  // Asked to end, it writes everything it has; the workstation is cut short.
  await Promise.all([finir(navigateur, 'SIGTERM'), finir(poste, 'SIGKILL')])
  adresse = page.url()
}

/** The image is chosen in memory: a file of it, found anywhere, would have been written by the product. */
async function joindreCopie(page: Page): Promise<void> {
  const choix = page.waitForEvent('filechooser')
  await page.keyboard.press('Control+F7')
  await (await choix).setFiles({ name: 'page.jpg', mimeType: 'image/jpeg', buffer: jpegExemple() })
  await page.getByText('Copie jointe (1 page)').waitFor()
}

beforeAll(async () => {
  dossier = mkdtempSync(join(tmpdir(), 'guichet-traces-'))
  mkdirSync(join(dossier, 'temporaire'))
  vi.stubEnv('TMPDIR', join(dossier, 'temporaire'))
  paroles = ''
  atelier = await monterAtelier(dossier, { cartes: false })
  secrets.push(
    MARQUE,
    'ZWENTIBOLD',
    'ANNE-CLAIRE',
    '1987-04-12',
    '12/04/1987',
    '12041987',
    '2870429019901',
    COMPTE_DEMONSTRATION.motDePasse,
    MARQUE_IMAGE,
    atelier.environnement['GUICHET_INSI_PFX_PASSPHRASE'] ?? '',
  )
  await jouer()
})
afterAll(async () => {
  for (const enfant of enfants) enfant.kill('SIGKILL')
  await atelier.fermer()
  vi.unstubAllEnvs()
  rmSync(dossier, { recursive: true })
})

const formes = (secret: string): readonly Buffer[] =>
  [secret, secret.toLowerCase(), secret[0] + secret.slice(1).toLowerCase()].flatMap((forme) => [
    Buffer.from(forme),
    Buffer.from(forme, 'utf16le'),
  ])

const fuitesDans = (octets: Buffer, cherches: readonly string[] = secrets): readonly string[] =>
  cherches.filter((secret) => formes(secret).some((forme) => octets.includes(forme)))

/** What is found in clear in the files of a folder: which file, which secret. */
const fuites = (sous: string, cherches: readonly string[] = secrets): readonly string[] =>
  readdirSync(join(dossier, sous), { recursive: true, withFileTypes: true })
    .filter((fichier) => fichier.isFile())
    .flatMap((fichier) =>
      fuitesDans(readFileSync(join(fichier.parentPath, fichier.name)), cherches).map(
        (secret) => `${fichier.name} : ${secret}`,
      ),
    )

describe('après une admission, fenêtre fermée et poste tué net', () => {
  it('la recherche sait trouver : l’identité est dans le document imprimé', () => {
    expect(secrets.every((secret) => secret.length > 7)).toBe(true)
    expect(atelier.imprimante.file.travaux.length).toBe(1)
    expect(secrets.length).toBe(11)
    expect(fuitesDans(Buffer.from(`x ${MARQUE} y`, 'utf16le'))).toContain(MARQUE)
  })

  it.each(['donnees', 'navigateur', 'temporaire'])('aucune identité ni secret en clair sous %s', (sous) => {
    expect(fuites(sous)).toEqual([])
  })

  it('la copie de la pièce est là, et n’est que du bruit', () => {
    expect(readdirSync(join(dossier, 'donnees/copies'))).toHaveLength(1)
    expect(jpegExemple().includes(MARQUE_IMAGE)).toBe(true)
  })

  it('le navigateur ne garde ni l’adresse du poste, ni l’identifiant de l’agent', () => {
    expect(adresse).toMatch(/^http:\/\/127/)
    const gardes = [new URL(adresse).host, `identifiant${COMPTE_DEMONSTRATION.identifiant}`]
    expect(fuites('navigateur', gardes)).toEqual([])
  })

  it('aucun programme n’en a dit un mot sur ses sorties', () => {
    expect(paroles).toContain('127.0.0.1')
    expect(fuitesDans(Buffer.from(paroles))).toEqual([])
  })

  it('aucune ligne de commande n’en porte', () => {
    expect(processus.some((ligne) => ligne.includes('workstation/main.js'))).toBe(true)
    expect(processus.filter((ligne) => fuitesDans(Buffer.from(ligne)).length > 0)).toEqual([])
  })

  it.skipIf(process.platform === 'win32')(
    'rien de ce que le poste écrit n’est lisible par un autre utilisateur',
    () => {
      const ouverts = readdirSync(join(dossier, 'donnees'), { recursive: true, withFileTypes: true })
        .map(({ parentPath, name }) => join(parentPath, name))
        .filter((chemin) => (statSync(chemin).mode & 0o077) !== 0)
      expect(ouverts).toEqual([])
    },
  )

  it('l’imprimante ne reçoit d’autre nom que celui du lot', () => {
    expect(
      atelier.imprimante.file.travaux.map(({ nom, demandeur }) => [nom.replace(/\w/g, 'x'), demandeur]),
    ).toEqual([['xxxxxxxx-xxxxxx', 'guichet-ins']])
  })
})
