import { once } from 'node:events'
import type { IncomingHttpHeaders } from 'node:http'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { createSecureContext } from 'node:tls'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { createPki, type Pki } from '#simulators/insi/pki.ts'
import { createHttpsTransport } from './https-transport.ts'
import type { TransportInsi } from './transport.ts'

const ACTION = 'urn:ServiceIdentiteCertifiee:1.0.0:rechercherInsAvecTraitsIdentite'

let pki: Pki

beforeAll(async () => {
  pki = await createPki({ maintenant: new Date(), finess: '0B0152872' })
})

describe('Transport INSi', () => {
  it('deux appels rapprochés passent par une seule connexion, que close ferme', async () => {
    const { serveur, url } = await servir((_entetes, repondre) => repondre(200))
    const connexions: Promise<unknown>[] = []
    serveur.on('secureConnection', (socket) => connexions.push(once(socket, 'close')))
    const transport = ouvrir(url)
    const statuts = [await transport.post('<a/>', ACTION), await transport.post('<a/>', ACTION)].map(
      (issue) => issue.ok && issue.value.statut,
    )
    expect([statuts, connexions.length]).toEqual([[200, 200], 1])
    transport.close()
    await Promise.all(connexions)
  })

  it('envoie l’action dans le type de contenu, la longueur, et rien qui nomme le poste', async () => {
    const recus: IncomingHttpHeaders[] = []
    const { url } = await servir((entetes, repondre) => {
      recus.push(entetes)
      repondre(200)
    })
    await ouvrir(url).post('<é/>', ACTION)
    expect(recus).toEqual([
      {
        host: new URL(url).host,
        connection: 'keep-alive',
        'content-type': `application/soap+xml; charset=utf-8; action="${ACTION}"`,
        'content-length': '5',
      },
    ])
  })

  it('ne suit aucune redirection : les traits ne vont qu’au service configuré', async () => {
    let visites = 0
    const ailleurs = await servir((_entetes, repondre) => {
      visites += 1
      repondre(200)
    })
    const { url } = await servir((_entetes, repondre) => repondre(307, { Location: ailleurs.url }))
    const issue = await ouvrir(url).post('<a/>', ACTION)
    expect([issue.ok && issue.value.statut, visites]).toEqual([307, 0])
  })

  it('un serveur d’une autre autorité est refusé, même si l’environnement dit de tout accepter', async () => {
    const { url } = await servir((_entetes, repondre) => repondre(200))
    const autre = await createPki({ maintenant: new Date(), finess: '0B0152872' })
    onTestFinished(() => void delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'])
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0'
    const issue = await ouvrir(url, autre).post('<a/>', ACTION)
    expect(issue.ok ? issue.value.statut : issue.error.code).toBe('insi/serveur-non-reconnu')
  })

  it('cent appels annulés ne laissent ni écouteur sur le signal, ni minuterie', async () => {
    const { url } = await servir(() => {})
    const annulation = new AbortController()
    const avant = process.getActiveResourcesInfo().filter((nom) => nom === 'Timeout').length
    const transport = ouvrir(url)
    const appels = Array.from({ length: 100 }, () => transport.post('<a/>', ACTION, annulation.signal))
    annulation.abort()
    const issues = await Promise.all(appels)
    expect(new Set(issues.map((issue) => (issue.ok ? '' : issue.error.code)))).toEqual(
      new Set(['insi/annule']),
    )
    const apres = process.getActiveResourcesInfo().filter((nom) => nom === 'Timeout').length
    expect(apres).toBeLessThanOrEqual(avant + 2)
  })
})

type Repondre = (statut: number, entetes?: Record<string, string>) => void

async function servir(
  traiter: (entetes: IncomingHttpHeaders, repondre: Repondre) => void,
): Promise<{ serveur: Server; url: string }> {
  const { cle: key, certificat: cert } = pki.serveur
  const serveur = createServer({ key, cert }, (requete, reponse) => {
    requete.resume()
    requete.on('end', () =>
      traiter(requete.headers, (statut, entetes = {}) => reponse.writeHead(statut, entetes).end()),
    )
  })
  onTestFinished(() => serveur.closeAllConnections())
  onTestFinished(() => void serveur.close())
  await once(serveur.listen(0, '127.0.0.1'), 'listening')
  return { serveur, url: `https://127.0.0.1:${(serveur.address() as AddressInfo).port}/lps` }
}

function ouvrir(url: string, { racine: ca, clients } = pki): TransportInsi {
  const { certificat: cert, cle: key } = clients.manu
  const secureContext = createSecureContext({ ca, cert, key })
  const transport = createHttpsTransport({
    url,
    secureContext,
    delais: { connexionMs: 5_000, totalMs: 10_000 },
    depart: null,
  })
  onTestFinished(() => transport.close())
  return transport
}
