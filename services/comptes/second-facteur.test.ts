import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { creerCoffreEtCompte } from './creer-comptes.ts'
import { lireComptes } from './fichier-comptes.ts'
import { creerSecondFacteur, identifier, proposerSecret } from './second-facteur.ts'
import { codeTotp } from './totp.ts'

const CLAIRE = { identifiant: 'claire.martin', motDePasse: 'phrase de passe été' }
const DEPART = Date.parse('2026-11-22T09:00:00Z')
const PAS_MS = 30_000

let dossier: string
let file: string
let instant: number
let notes: string[]
beforeEach(async () => {
  dossier = mkdtempSync(join(tmpdir(), 'second-facteur-'))
  file = join(dossier, 'comptes.json')
  instant = DEPART
  notes = []
  const cree = await creerCoffreEtCompte(
    { comptes: file, coffre: join(dossier, 'coffre.db'), aleatoire: randomBytes },
    { ...CLAIRE, nom: 'Claire Martin', role: 'agent', formations: {} },
  )
  if (!cree.ok) throw new Error(cree.error.code)
})
afterEach(() => rmSync(dossier, { recursive: true }))

const now = () => new Date(instant)
const pas = () => Math.floor(instant / PAS_MS)
const acces = (secondFacteurExige = false) => ({ file, secondFacteurExige, now })
const entrer = async (code: string | null, exige = false): Promise<string> => {
  const issue = await identifier(acces(exige), { ...CLAIRE, code })
  return issue.ok ? 'ouvert' : issue.error.code
}

/** Registers a telephone as its owner does; gives its secret. */
async function enregistrer(): Promise<Uint8Array> {
  const propose = await proposerSecret({ file, aleatoire: randomBytes }, CLAIRE)
  if (!propose.ok) throw new Error(propose.error.code)
  const { secret } = propose.value
  const creation = {
    file,
    aleatoire: randomBytes,
    now,
    noter: async (compte: string) => void notes.push(compte),
  }
  const faux = await creerSecondFacteur(creation, { ...CLAIRE, code: '000000' }, secret)
  expect(faux).toEqual({ ok: false, error: { code: 'session/code-errone' } })
  const cree = await creerSecondFacteur(creation, { ...CLAIRE, code: codeTotp(secret, pas()) }, secret)
  expect(cree).toEqual({ ok: true, value: null })
  return secret
}

describe('Un compte sans carte, avec un second facteur', () => {
  it('sans téléphone, le mot de passe suffit, sauf si le site en veut un', async () => {
    expect(await entrer(null)).toBe('ouvert')
    expect(await entrer(null, true)).toBe('session/second-facteur-a-creer')
  })

  it('un premier code juste l’enregistre, le journal dit qui, et lui seul pourra le retirer', async () => {
    await enregistrer()
    expect(notes).toEqual(['claire.martin'])
    expect(await proposerSecret({ file, aleatoire: randomBytes }, CLAIRE)).toEqual({
      ok: false,
      error: { code: 'session/second-facteur-existant' },
    })
  })

  it('le code du moment ouvre une fois, jamais deux, et le suivant ouvre', async () => {
    const secret = await enregistrer()
    expect(await entrer(null)).toBe('session/second-facteur')
    expect(await entrer(codeTotp(secret, pas()))).toBe('session/code-errone')
    instant += PAS_MS
    expect(await entrer(codeTotp(secret, pas()))).toBe('ouvert')
    expect(await entrer(codeTotp(secret, pas()))).toBe('session/code-errone')
    instant += PAS_MS
    expect(await entrer('123456')).toBe('session/code-errone')
    expect(await entrer(codeTotp(secret, pas()))).toBe('ouvert')
  })

  it('la clé n’est pas en clair dans le fichier, et un code rendu à nouveau bon hors du logiciel se voit', async () => {
    const secret = await enregistrer()
    const texte = readFileSync(file, 'utf8')
    expect(texte).not.toContain(Buffer.from(secret).toString('base64'))
    const contenu = JSON.parse(texte) as { comptes: [{ secondFacteur: { dernierPas: number } }] }
    contenu.comptes[0].secondFacteur.dernierPas = 0
    writeFileSync(file, JSON.stringify(contenu))
    expect(await entrer(codeTotp(secret, pas()))).toBe('comptes/droits-alteres')
    writeFileSync(file, texte.replace(/"secondFacteur": \{[\s\S]*?\n {6}\}/, '"secondFacteur": null'))
    expect(lireComptes(file).ok).toBe(true)
    expect(await entrer(null)).toBe('comptes/droits-alteres')
  })

  it('un mot de passe faux ne dit rien du téléphone', async () => {
    await enregistrer()
    const issue = await identifier(acces(), { ...CLAIRE, motDePasse: 'autre phrase', code: null })
    expect(issue).toEqual({ ok: false, error: { code: 'session/identifiants' } })
  })
})
