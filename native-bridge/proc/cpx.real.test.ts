import { createHash, createVerify, X509Certificate } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CpxPresente, EtatCpx } from '#domain/cartes/etat-cpx.ts'
import { startSimulateurCartes } from '#simulators/cards/simulateur-cartes.ts'
import { estEmisPar } from '../cards/cpx/issuer.ts'
import { startCartes, type CartesClient } from './cartes-client.ts'

const CPS = 'Lecteur CPS 00 00'
const dossier = await mkdtemp(join(tmpdir(), 'lecteurs-'))
const demarre = await startSimulateurCartes(dossier)
const raison = demarre.ok ? '' : ` (ignoré : ${demarre.error})`

describe.skipIf(!demarre.ok)(`la carte professionnelle devant un vrai service de cartes${raison}`, () => {
  const order = async (ligne: string) => {
    if (!demarre.ok) throw new Error(demarre.error)
    await demarre.value.order(ligne)
  }
  const cpx = demarre.ok ? demarre.value.cpx : null
  let client: CartesClient
  let vus: EtatCpx[] = []

  const until = async <E extends EtatCpx>(
    vrai: (etat: EtatCpx) => etat is E,
    delaiMs = 10_000,
  ): Promise<E> => {
    for (let attendu = 0; attendu < delaiMs; attendu += 5) {
      const dernier = vus.at(-1)
      if (dernier && vrai(dernier)) return dernier
      await sleep(5)
    }
    throw new Error(`état jamais atteint, dernier : ${JSON.stringify(vus.at(-1))}`)
  }
  const presente = (etat: EtatCpx): etat is CpxPresente => etat.etat === 'presente'
  const absente = (etat: EtatCpx): etat is EtatCpx & { etat: 'absente' } => etat.etat === 'absente'
  const refusee = (etat: EtatCpx): etat is EtatCpx & { etat: 'refusee' } => etat.etat === 'refusee'
  const open = async (carte: string): Promise<CpxPresente> => {
    await order(`inserer ${carte} cps`)
    const vue = await until(presente)
    expect(await client.cpx.ouvrir({ presence: vue.presence, code: Buffer.from('1234') })).toEqual({
      ok: true,
      value: undefined,
    })
    return vue
  }

  beforeEach(async () => {
    client = startCartes({ cryptolib: cpx?.bibliotheque ?? '' })
    vus = []
    client.cpx.watch((etat) => vus.push(etat))
    await until(absente)
  })
  afterEach(async () => {
    await order('retirer cps')
    await order('retirer vitale')
    await client.stop()
    await sleep(450)
  })
  afterAll(async () => {
    if (demarre.ok) await demarre.value.stop()
    await rm(dossier, { recursive: true })
  })

  it('insérée : nommée sans code, son certificat remonte à son autorité', async () => {
    await order('inserer cpe cps')
    const vue = await until(presente)
    expect(vue).toMatchObject({
      lecteur: CPS,
      porteur: { nom: "D'ESTREVAL", prenom: 'HÉLÈNE', type: 'CDE-CPE', nominative: true },
      code: 'disponible',
      ouverte: false,
    })
    const autorite = await readFile(cpx?.autorite ?? '', 'utf8')
    expect(estEmisPar(vue.certificats.signature, [autorite])).toBe(true)
  })

  it('code, signature, vérification ; la Vitale de l’autre lecteur se lit en même temps', async () => {
    await order('inserer A vitale')
    const { presence, certificats } = await open('cps')
    const message = Buffer.from('à signer')
    const condensat = createHash('sha256').update(message).digest()
    const [signe, vitale] = await Promise.all([
      client.cpx.signer(presence, condensat, 'signature'),
      client.lireVitale(),
    ])
    const { publicKey } = new X509Certificate(Buffer.from(certificats.signature, 'base64'))
    expect(signe.ok && createVerify('sha256').update(message).verify(publicKey, signe.value)).toBe(true)
    expect(vitale.ok).toBe(true)
  })

  it('retirée : le poste le sait en moins d’une seconde et plus rien ne se signe', async () => {
    const { presence } = await open('cps')
    const depart = performance.now()
    await order('retirer cps')
    await until(absente)
    expect(performance.now() - depart).toBeLessThan(1000)
    expect(await client.cpx.signer(presence, new Uint8Array(32), 'signature')).toEqual({
      ok: false,
      error: { code: 'cpx/absente' },
    })
  })

  it('réinsérée : c’est une autre présence, et le code est redemandé', async () => {
    const { presence } = await open('cps')
    await order('retirer cps')
    await until(absente)
    await order('inserer cps cps')
    const vue = await until(presente)
    expect(vue.presence).not.toBe(presence)
    expect(vue.ouverte).toBe(false)
    expect(await client.cpx.signer(vue.presence, new Uint8Array(32), 'signature')).toEqual({
      ok: false,
      error: { code: 'cpx/code-requis' },
    })
  })

  it('service arrêté puis revenu : la carte est nommée de nouveau, fermée', async () => {
    await open('cps')
    await order('arreter-service')
    expect(await until(absente)).toEqual({ etat: 'absente', refus: 'cartes/service-arrete' })
    await order('demarrer-service')
    expect((await until(presente)).ouverte).toBe(false)
  })

  it('module cartes tué carte ouverte : dit, relancé, la carte est nommée de nouveau, fermée', async () => {
    const { presence } = await open('cps')
    for (const pid of await cardProcesses()) process.kill(pid, 'SIGKILL')
    expect(await until(absente)).toEqual({ etat: 'absente', refus: 'cartes/module-arrete' })
    const vue = await until(presente)
    expect(vue.presence).toBeGreaterThan(presence)
    expect(vue.ouverte).toBe(false)
  })

  it('code erroné deux fois, dernier essai confirmé, puis bloquée : le produit ne représente jamais un code', async () => {
    await order('inserer cpe-service cps')
    const { presence } = await until(presente)
    const present = (code: string, dernierEssai = false) =>
      client.cpx.ouvrir({ presence, code: Buffer.from(code), dernierEssai })
    const refus = (code: string) => ({ ok: false, error: { code } })
    expect(await present('0000')).toEqual(refus('cpx/code-errone'))
    expect(await present('0000')).toEqual(refus('cpx/code-errone-dernier'))
    expect(await present('1234')).toEqual(refus('cpx/dernier-essai'))
    expect(await present('0000', true)).toEqual(refus('cpx/bloquee'))
    expect(await until(presente)).toMatchObject({ code: 'bloque', ouverte: false })
    // The card keeps its count: out and in again, it says so before any code.
    await order('retirer cps')
    await until(absente)
    await order('inserer cpe-service cps')
    const bloquee = await until(presente)
    expect(bloquee.code).toBe('bloque')
    expect(await client.cpx.ouvrir({ presence: bloquee.presence, code: Buffer.from('1234') })).toEqual(
      refus('cpx/bloquee'),
    )
  })

  it('le code n’est dit nulle part : ni refus, ni état, ni fichier, ni ligne de commande, même après un plantage', async () => {
    await order('inserer cpe cps')
    const { presence } = await until(presente)
    const code = Buffer.from(CODE_MARQUE)
    const refus = await client.cpx.ouvrir({ presence, code })
    const vivants = await cardProcesses()
    const lignes = await Promise.all(
      vivants.flatMap((pid) =>
        ['cmdline', 'environ'].map((nom) => readFile(`/proc/${String(pid)}/${nom}`, 'utf8')),
      ),
    )
    const coupee = client.cpx.ouvrir({ presence, code: Buffer.from(CODE_MARQUE) })
    // At once: SoftHSM would lose a token killed while it is written.
    for (const pid of vivants) process.kill(pid, 'SIGSEGV')
    const paroles = JSON.stringify([refus, await coupee, vus, lignes])
    expect(refus.ok).toBe(false)
    expect(paroles).not.toContain(CODE_MARQUE)
    expect(await filesHolding(dossier, CODE_MARQUE)).toEqual([])
    expect(code).toEqual(Buffer.alloc(4))
    await until(presente)
  })

  it('Cryptolib absente : la carte est refusée, la Vitale se lit toujours', async () => {
    await client.stop()
    client = startCartes({ cryptolib: join(dossier, 'absente.so') })
    vus = []
    client.cpx.watch((etat) => vus.push(etat))
    await order('inserer A vitale')
    await order('inserer cps cps')
    expect(await until(refusee)).toMatchObject({ lecteur: CPS, refus: 'cpx/bibliotheque-absente' })
    expect((await client.lireVitale()).ok).toBe(true)
  })
})

/** A wrong PIN, whose four digits are no part of the simulated holders. */
const CODE_MARQUE = '8317'

/** Files of a folder that hold a text; keys and certificates, drawn at random, are not text. */
async function filesHolding(racine: string, texte: string): Promise<readonly string[]> {
  const entrees = await readdir(racine, { recursive: true, withFileTypes: true })
  const fichiers = entrees.filter((un) => un.isFile() && !/\.(?:object|so|pem|der)$/.test(un.name))
  const lus = await Promise.all(
    fichiers.map(async ({ parentPath, name }) => {
      const contenu = await readFile(join(parentPath, name), 'latin1').catch(() => '')
      return contenu.includes(texte) ? [name] : []
    }),
  )
  return lus.flat()
}

/** Card processes this test started. */
async function cardProcesses(): Promise<readonly number[]> {
  const pids: number[] = []
  for (const nom of (await readdir('/proc')).filter((un) => /^\d+$/.test(un))) {
    const statut = await readFile(`/proc/${nom}/stat`, 'utf8').catch(() => '')
    const commande = await readFile(`/proc/${nom}/cmdline`, 'utf8').catch(() => '')
    const parent = Number(statut.slice(statut.lastIndexOf(')') + 2).split(' ')[1])
    if (parent === process.pid && commande.includes(join('proc', 'child.ts'))) pids.push(Number(nom))
  }
  return pids
}
