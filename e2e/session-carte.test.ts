import { X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { SignedXml } from 'xml-crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { phraseDe } from '#domain/refus/refus.ts'
import { monterBancCarte, type BancCarte } from './banc-carte.ts'
import { saisirLandreville } from './banc.ts'

/** Too long for the card, which is not shown it; no file may hold it. */
const FAUX_CODE = '97531862'

const INCONNUE =
  '<soap:Envelope xmlns:soap="http://www.w3.org/2003/05/soap-envelope"><soap:Body>' +
  '<RESULTAT xmlns="http://www.cnamts.fr/INSiResultat"><CR><CodeCR>01</CodeCR>' +
  '<LibelleCR>Aucune identite trouvee</LibelleCR></CR></RESULTAT></soap:Body></soap:Envelope>'

/** The host of INSi for cards: it asks for no certificate, keeps what it receives, and answers when the test says so. */
interface HoteCpx {
  readonly recus: string[]
  readonly coupes: () => number
  repondre(tout: boolean): void
}

let banc: BancCarte
let serveur: Server
let hote: HoteCpx

beforeAll(async () => {
  const recus: string[] = []
  let [coupes, repond] = [0, false]
  serveur = createServer()
  serveur.on('request', (requete, reponse) => {
    let xml = ''
    requete.setEncoding('utf8').on('data', (morceau: string) => (xml += morceau))
    requete.on('end', () => {
      recus.push(xml)
      reponse.on('close', () => (coupes += reponse.writableFinished ? 0 : 1))
      if (repond) reponse.setHeader('content-type', 'application/soap+xml; charset=utf-8').end(INCONNUE)
    })
  })
  serveur.listen(0, '127.0.0.1')
  await once(serveur, 'listening')
  const url = `https://127.0.0.1:${String((serveur.address() as AddressInfo).port)}/lps`
  hote = { recus, coupes: () => coupes, repondre: (tout) => void (repond = tout) }
  const cpx = { identifiantFacturation: '0B0199999', secteurActivite: 'SA01' }
  banc = await monterBancCarte((lue, { insi: { pki } }) => {
    serveur.setSecureContext({ cert: pki.serveur.certificat, key: pki.serveur.cle })
    return { ...lue, insi: lue.insi && { ...lue.insi, url, certificat: { cpx } } }
  })
})
afterAll(async () => {
  await banc.fermer()
  serveur.closeAllConnections()
  serveur.close()
})

const CAPTURES = process.env['GUICHET_CAPTURES']

async function capturer(nom: string): Promise<void> {
  if (CAPTURES === undefined) return
  mkdirSync(CAPTURES, { recursive: true })
  await banc.page.screenshot({ path: join(CAPTURES, `session-${nom}.png`) })
}

const journal = (): readonly Record<string, unknown>[] =>
  readFileSync(join(banc.atelier.donnees, 'journal.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((ligne) => JSON.parse(ligne) as Record<string, unknown>)

describe('la session par carte, sur de vrais lecteurs, au clavier seul', () => {
  it('une carte inconnue se rattache une fois, avec le mot de passe et son code', async () => {
    await banc.cartes('inserer cps cps')
    await banc.agent.voir('Carte inconnue de ce poste')
    await capturer('carte-inconnue')
    await banc.rattacher('demo')
    expect(journal().map(({ acte }) => acte)).toContain('carte-rattachee')
  })

  it('retirée pendant un appel INSi, elle verrouille sous une seconde, et l’appel est arrêté', async () => {
    await banc.agent.premierPatient()
    await saisirLandreville(banc.agent)
    await banc.agent.presser('F4')
    await vi.waitFor(() => expect(hote.recus.length).toBe(1), { timeout: 10_000 })
    const debut = performance.now()
    await banc.cartes('retirer cps')
    await banc.page.getByText('Session de Agent de démonstration verrouillée').waitFor()
    expect(performance.now() - debut).toBeLessThan(1000)
    expect(await banc.page.locator('body').innerText()).not.toMatch(/landreville/i)
    await vi.waitFor(() => expect(hote.coupes()).toBe(1), { timeout: 5000 })
    await capturer('verrouillee')
  })

  it('un code mal formé n’est pas présenté, un code erroné est dit, la même carte et son code retrouvent le patient où il était', async () => {
    await banc.cartes('inserer cps cps')
    await banc.entrer(FAUX_CODE)
    await banc.page
      .locator('#refus-session')
      .getByText(phraseDe({ code: 'cpx/code-forme' }))
      .waitFor()
    await banc.entrer('9753')
    await banc.page
      .locator('#refus-session')
      .getByText(phraseDe({ code: 'cpx/code-errone' }))
      .waitFor()
    await capturer('code-errone')
    await banc.entrer()
    expect(await banc.page.getByLabel('Nom de naissance').inputValue()).toMatch(/landreville/i)
    await banc.page.getByText('Sans réponse').waitFor()
  })

  it('l’appel INSi est signé par la carte, et xml-crypto le vérifie', async () => {
    hote.repondre(true)
    await banc.agent.appelerInsi(/Aucune identité \(01\)/)
    const message = hote.recus.at(-1) ?? ''
    const [, der = ''] = /<X509Certificate>([^<]+)<\/X509Certificate>/.exec(message) ?? []
    const certificat = new X509Certificate(Buffer.from(der, 'base64'))
    expect(certificat.subject).toContain('899900099017')
    const verification = new SignedXml({
      publicCert: certificat.toString(),
      getCertFromKeyInfo: () => null,
    })
    verification.loadSignature(/<Signature xmlns=.*<\/Signature>/s.exec(message)?.[0] ?? '')
    expect(verification.checkSignature(message)).toBe(true)
  })

  it('une autre carte ouvre la session de son titulaire, qui ne voit rien du premier', async () => {
    await banc.cartes('retirer cps')
    await banc.page.getByText('Session de Agent de démonstration verrouillée').waitFor()
    await banc.cartes('inserer cpe cps')
    await banc.rattacher('referent')
    expect(await banc.page.locator('body').innerText()).not.toMatch(/landreville/i)
    await banc.cartes('retirer cps')
    await banc.page.getByText('Session de Référent de démonstration verrouillée').waitFor()
    await banc.cartes('inserer cps cps')
    await banc.entrer()
    expect(await banc.page.getByLabel('Nom de naissance').inputValue()).toMatch(/landreville/i)
  })

  it('une carte périmée ou de service n’a pas de champ de code', async () => {
    for (const [carte, code] of [
      ['cps-perimee', 'cpx/perimee'],
      ['cpe-service', 'session/carte-non-nominative'],
    ] as const) {
      await banc.cartes('retirer cps')
      await banc.cartes(`inserer ${carte} cps`)
      await banc.page.locator('.carte-seule').getByText(phraseDe({ code })).waitFor()
      expect(await banc.page.locator('[name=code]').count()).toBe(0)
    }
    await capturer('carte-de-service')
  })

  it('le journal dit les moyens et les causes, et aucun fichier ne garde de code', () => {
    const vu = journal().map(({ acte, moyen, cause, refus }) => moyen ?? cause ?? refus ?? acte)
    for (const attendu of ['carte', 'carte-retiree', 'cpx/code-errone', 'insi-demandee'])
      expect(vu).toContain(attendu)
    const fichiers = readdirSync(banc.atelier.donnees, { recursive: true, encoding: 'utf8' })
      .map((nom) => join(banc.atelier.donnees, nom))
      .filter((nom) => statSync(nom).isFile())
    for (const nom of fichiers) expect(readFileSync(nom).includes(FAUX_CODE)).toBe(false)
    expect([banc.ecarts.pointeurs, banc.ecarts.erreurs, banc.ecarts.violations]).toEqual([[], [], []])
  })
})
