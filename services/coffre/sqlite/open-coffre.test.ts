import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { admissionQualifiee, MARQUES } from '../admission-exemple.ts'
import { DefautStockage } from '../defaut-stockage.ts'
import { coffreEssai } from './coffre-essai.ts'
import { ouvrirConnexion, requetesSur } from './connexion.ts'
import { openDatabase } from './driver.ts'
import { openCoffre } from './open-coffre.ts'

let essai: ReturnType<typeof coffreEssai>
beforeEach(() => {
  essai = coffreEssai()
})
afterEach(() => essai.detruire())

/** Makes a store holding one admission, closed unless asked otherwise. */
async function garnir(): Promise<void> {
  const coffre = await essai.ouvrir()
  await coffre.admissions.enregistrer(admissionQualifiee('a'))
  await coffre.close()
}

const ouvrir = (key: Uint8Array = essai.key) => openCoffre({ file: essai.file, key })

async function refusApres(octet: number): Promise<unknown> {
  const sain = readFileSync(essai.file)
  const abime = Buffer.from(sain)
  abime.writeUInt8(abime.readUInt8(octet) ^ 1, octet)
  writeFileSync(essai.file, abime)
  const ouvert = await ouvrir()
  writeFileSync(essai.file, sain)
  return ouvert
}

describe('Ouverture du coffre', () => {
  it('une autre clé : « coffre/cle »', async () => {
    await garnir()
    expect(await ouvrir(randomBytes(32))).toEqual({ ok: false, error: { code: 'coffre/cle' } })
  })

  it('un octet altéré dans n’importe quelle page : « coffre/illisible »', async () => {
    await garnir()
    const pages = statSync(essai.file).size / 4096
    expect(pages).toBeGreaterThan(10)
    for (let page = 0; page < pages; page++)
      for (const position of [20, 1000, 4095])
        expect(await refusApres(page * 4096 + position)).toEqual({
          ok: false,
          error: { code: 'coffre/illisible' },
        })
  })

  it('un fichier tronqué : « coffre/illisible », et jamais un coffre neuf à sa place', async () => {
    await garnir()
    truncateSync(essai.file, 8192)
    expect(await ouvrir()).toEqual({ ok: false, error: { code: 'coffre/illisible' } })
    truncateSync(essai.file, 0)
    expect(await ouvrir()).toEqual({ ok: false, error: { code: 'coffre/illisible' } })
  })

  it('un fichier disparu : « coffre/absent », et rien n’est créé', async () => {
    expect(await ouvrir()).toEqual({ ok: false, error: { code: 'coffre/absent' } })
    expect(existsSync(essai.file)).toBe(false)
  })

  it('un dossier à la place du fichier : « coffre/illisible »', async () => {
    expect(await openCoffre({ file: tmpdir(), key: essai.key })).toEqual({
      ok: false,
      error: { code: 'coffre/illisible' },
    })
  })

  it('un dossier interdit : « coffre/ecriture »', async () => {
    const file = '/proc/coffre.db'
    expect(await openCoffre({ file, key: essai.key, creer: true })).toEqual({
      ok: false,
      error: { code: 'coffre/ecriture' },
    })
  })

  it('un coffre d’une version plus récente : « coffre/version »', async () => {
    await garnir()
    const db = ouvrirConnexion(essai.file, essai.key)
    db.pragma('user_version = 99')
    db.close()
    expect(await ouvrir()).toEqual({ ok: false, error: { code: 'coffre/version' } })
  })

  it('un coffre déjà ouvert par un autre programme : « coffre/occupe »', async () => {
    await essai.ouvrir()
    expect(await ouvrir()).toEqual({ ok: false, error: { code: 'coffre/occupe' } })
  })

  it.each([
    ['du texte quelconque', 'illisible', 'coffre/illisible'],
    ['un champ en trop', '{"format":1,"admission":{"id":"a","surprise":1}}', 'coffre/illisible'],
    ['un document plus récent', '{"format":2,"admission":{"forme":"inconnue"}}', 'coffre/version'],
  ])('un document qui est %s n’est pas cru', async (_cas, document, code) => {
    await garnir()
    const db = ouvrirConnexion(essai.file, essai.key)
    await sql`update admission set document = ${document}`.execute(requetesSur(db))
    db.close()
    const coffre = await essai.rouvrir()
    const lecture = coffre.admissions.parId('a')
    await expect(lecture).rejects.toBeInstanceOf(DefautStockage)
    await expect(lecture).rejects.toMatchObject({ refus: { code } })
  })

  it('un matricule qui n’est pas celui de la réponse conservée n’est pas cru', async () => {
    await garnir()
    const faux = MARQUES.nir.slice(0, 13) + (MARQUES.nir.endsWith('01') ? '02' : '01')
    const db = ouvrirConnexion(essai.file, essai.key)
    await sql`update admission set document = replace(document, ${MARQUES.nir}, ${faux})`.execute(
      requetesSur(db),
    )
    db.close()
    const coffre = await essai.rouvrir()
    await expect(coffre.admissions.parId('a')).rejects.toMatchObject({ refus: { code: 'coffre/illisible' } })
  })
})

describe('Chiffrement du coffre', () => {
  it('ni en-tête SQLite, ni identité, ni clé en clair dans le fichier et son journal WAL', async () => {
    const coffre = await essai.ouvrir()
    await coffre.admissions.enregistrer(admissionQualifiee('a'))
    await coffre.reponsesInsi.conserver({
      appelId: 'appel-1',
      admissionId: 'a',
      messageId: 'urn:uuid:1',
      recueLe: '2026-11-22T08:00:00.000Z',
      brut: `<NOMNAISSANCE>${MARQUES.nom}</NOMNAISSANCE><NUMIDENTIFIANT>${MARQUES.nir}</NUMIDENTIFIANT>`,
    })
    const fichiers = ['', '-wal', '-shm', '-journal'].map((suite) => essai.file + suite).filter(existsSync)
    expect(fichiers).toContain(`${essai.file}-wal`)
    const clair = [
      'SQLite format 3',
      'create table',
      MARQUES.nom,
      'XANTHIPPE',
      MARQUES.nir.slice(0, 13),
      Buffer.from(essai.key),
    ]
    for (const fichier of fichiers)
      for (const secret of clair) expect(readFileSync(fichier).includes(secret)).toBe(false)
    expect(statSync(essai.file).mode & 0o777).toBe(0o600)
    expect(statSync(`${essai.file}-wal`).mode & 0o777).toBe(0o600)
  })

  it('le fichier est un SQLCipher 4, que tout outil ouvre avec la clé brute', async () => {
    await garnir()
    const db = openDatabase(essai.file, 0)
    db.pragma(`cipher = 'sqlcipher'`)
    db.pragma('legacy = 4')
    db.pragma(`key = "x'${Buffer.from(essai.key).toString('hex')}'"`)
    expect(db.prepare('select id, statut, nom_naissance from admission').all([])).toEqual([
      { id: 'a', statut: 'qualifiee', nom_naissance: MARQUES.nom },
    ])
    db.close()
  })

  it('réglages tenus : WAL, écriture complète, effacement réel, clés étrangères, aucun fichier temporaire', async () => {
    await garnir()
    const db = ouvrirConnexion(essai.file, essai.key)
    const reglages = [
      'journal_mode',
      'synchronous',
      'secure_delete',
      'foreign_keys',
      'temp_store',
      'locking_mode',
    ]
    expect(reglages.map((reglage) => db.pragma(reglage, { simple: true }))).toEqual([
      'wal',
      2,
      1,
      1,
      2,
      'exclusive',
    ])
    db.close()
  })
})
