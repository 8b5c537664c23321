import { createPrivateKey, X509Certificate } from 'node:crypto'
import { Agent, request } from 'node:https'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chiffrerCle } from './pki.ts'
import { ETABLISSEMENT_FICTIF, startInsi, type SimulateurInsi } from './server.ts'

let insi: SimulateurInsi

beforeAll(async () => {
  insi = await startInsi({ maintenant: new Date() })
})

afterAll(() => insi.stop())

describe('Simulateur INSi, PKI fictive à la forme d’IGC-Santé', () => {
  it('le client porte le nom et l’OU attendus, sous une autorité qui se dit fictive', () => {
    const client = new X509Certificate(insi.pki.clients.manu.certificat)
    const inter = new X509Certificate(insi.pki.intermediaire)
    const racine = new X509Certificate(insi.pki.racine)
    expect(client.subject).toBe(`C=FR\nO=HOPITAL FICTIF\nOU=1${ETABLISSEMENT_FICTIF.finess}\nCN=INSI-MANU`)
    expect([client.verify(inter.publicKey), inter.verify(racine.publicKey)]).toEqual([true, true])
    expect([inter.ca, client.ca, racine.subject]).toEqual([true, false, expect.stringContaining('FICTIVE')])
    expect(new X509Certificate(insi.pki.clients.perime.certificat).validToDate < new Date()).toBe(true)
  })

  it('la clé chiffrée ne s’ouvre qu’avec sa phrase', () => {
    const key = chiffrerCle(insi.pki.clients.manu.cle, 'secret')
    expect(key).toContain('BEGIN ENCRYPTED PRIVATE KEY')
    expect(createPrivateKey({ key, passphrase: 'secret' }).asymmetricKeyDetails?.modulusLength).toBe(2048)
    expect(() => createPrivateKey({ key, passphrase: 'autre' })).toThrow(/decrypt/i)
  })
})

describe('Simulateur INSi, porte d’entrée', () => {
  it.each([
    ['GET', '/lps', 405],
    ['POST', '/', 404],
    ['POST', '/lps?x=1', 404],
  ])('%s %s donne HTTP %i', async (methode, chemin, statut) => {
    expect(await appeler(methode, chemin, true)).toBe(statut)
  })

  it('sans certificat client, aucune requête ne passe', async () => {
    await expect(appeler('POST', '/lps', false)).rejects.toThrow(/certificate required/i)
    expect(insi.requetes).toEqual([])
  })

  it('une requête démesurée est coupée', async () => {
    await expect(appeler('POST', '/lps', true, 'x'.repeat(100_000))).rejects.toThrow(
      /ECONNRESET|EPIPE|hang up/,
    )
    expect(insi.requetes).toEqual([])
  })
})

function appeler(
  method: string,
  chemin: string,
  avecCertificat: boolean,
  corps = '',
): Promise<number | undefined> {
  const { racine, clients } = insi.pki
  const identite = avecCertificat ? { cert: clients.manu.certificat, key: clients.manu.cle } : {}
  const agent = new Agent({ ca: racine, ...identite })
  return new Promise((resolve, reject) => {
    const requete = request(new URL(chemin, insi.url), { method, agent }, (reponse) => {
      reponse.resume()
      resolve(reponse.statusCode)
    })
    requete.on('error', reject)
    requete.end(corps)
  })
}
