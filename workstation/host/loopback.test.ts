import { mkdtemp, mkdir, rm, symlink, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { MAX_MESSAGE_BYTES } from '#contracts/transport/channel.ts'
import { LOOPBACK_SUBPROTOCOL } from '#contracts/transport/loopback-protocol.ts'
import { PAGE_HEADERS } from '#contracts/transport/page-policy.ts'
import { conformanceRouter } from './conformance-router.ts'
import { conformanceSuite } from './conformance-suite.ts'
import { askAt, openClient, reach, tokenOf, upgrade, type Answer, type Asked } from './loopback-rig.ts'
import { startLoopback, type Loopback } from './loopback.ts'
import { serveRouter } from './serve-router.ts'

const TOP_NAVIGATION = {
  'sec-fetch-site': 'cross-site',
  'sec-fetch-dest': 'document',
  'sec-fetch-mode': 'navigate',
}
const OWN_PAGE = { 'sec-fetch-site': 'same-origin', 'sec-fetch-dest': 'script', 'sec-fetch-mode': 'cors' }

let parent: string
let folder: string
beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'guichet-loopback-'))
  folder = join(parent, 'ecrans')
  await mkdir(join(folder, 'assets'), { recursive: true })
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Guichet</title>')
  await writeFile(join(folder, 'assets', 'app.js'), 'void 0')
  await writeFile(join(parent, 'secret.js'), 'secret')
  await symlink(join(parent, 'secret.js'), join(folder, 'lien.js'))
})
afterAll(() => rm(parent, { recursive: true }))

const start = (sources?: Parameters<typeof startLoopback>[0]['sources']): Promise<Loopback> =>
  startLoopback({
    folder,
    serve: () => Promise.resolve(serveRouter(conformanceRouter(), () => ({}))),
    ...(sources && { sources }),
  })

conformanceSuite('WebSocket local', async () => {
  const loopback = await start()
  const { socket, client } = await openClient(loopback)
  return { client, kill: () => void loopback.stop(), stop: () => (socket.terminate(), loopback.stop()) }
})

describe('hôte local', () => {
  let loopback: Loopback
  beforeEach(async () => {
    loopback = await start()
  })
  afterEach(() => loopback.stop())

  const ask = (path: string, options: Asked = {}): Promise<Answer> => askAt(loopback.origin, path, options)
  const postTicket = (ticket: string, headers: Record<string, string> = {}): Promise<Answer> =>
    ask('/ticket', { method: 'POST', headers: { origin: loopback.origin, ...headers }, body: ticket })

  it('n’écoute que sur 127.0.0.1', async () => {
    const port = Number(new URL(loopback.origin).port)
    await expect(reach('127.0.0.2', port)).resolves.toBe('ECONNREFUSED')
    await expect(reach('127.0.0.1', port)).resolves.toBe('connect')
  })

  it('sert la première page à une navigation venue d’ailleurs, avec tous les en-têtes de protection', async () => {
    const { status, headers, body } = await ask('/', { headers: TOP_NAVIGATION })
    expect([status, body]).toEqual([200, '<!doctype html><title>Guichet</title>'])
    const expected = Object.entries({ ...PAGE_HEADERS, 'Content-Type': 'text/html; charset=utf-8' })
    expect(headers).toMatchObject(
      Object.fromEntries(expected.map(([name, value]) => [name.toLowerCase(), value])),
    )
  })

  it('sert à ses pages leurs propres fichiers', async () => {
    const { status, body } = await ask('/assets/app.js', { headers: OWN_PAGE })
    expect([status, body]).toEqual([200, 'void 0'])
  })

  it.each([
    [
      'un script demandé par un autre site',
      '/assets/app.js',
      { ...OWN_PAGE, 'sec-fetch-site': 'cross-site' },
    ],
    ['un script sans en-têtes de navigateur', '/assets/app.js', {}],
    ['une page autre que la première, venue d’ailleurs', '/assets/app.js', TOP_NAVIGATION],
    ['la première page dans un cadre', '/', { ...TOP_NAVIGATION, 'sec-fetch-dest': 'iframe' }],
    ['la première page lue par un script', '/', { ...TOP_NAVIGATION, 'sec-fetch-mode': 'cors' }],
  ])('refuse %s', async (_cas, path, headers) => expect((await ask(path, { headers })).status).toBe(403))

  it.each(['localhost', 'guichet.example', '127.0.0.1', '[::1]'])(
    'refuse l’hôte « %s » (DNS rebinding), page, ticket et liaison',
    async (name) => {
      const { port } = new URL(loopback.origin)
      const host = name === '127.0.0.1' ? name : `${name}:${port}`
      const origin = `http://${host}`
      const page = await ask('/', { headers: { ...TOP_NAVIGATION, host } })
      const ticket = await postTicket(loopback.issueTicket(), { host })
      const own = await postTicket(loopback.issueTicket(), { host, origin })
      const socket = await upgrade({ loopback, token: await tokenOf(loopback), headers: { host } })
      expect([page.status, ticket.status, own.status, socket]).toEqual([421, 421, 421, 421])
    },
  )

  it.each(['null', 'https://guichet.example', 'http://127.0.0.1:1', undefined])(
    'refuse l’origine %s, ticket et liaison',
    async (origin) => {
      const headers: Record<string, string> = origin === undefined ? {} : { origin }
      const ticket = loopback.issueTicket()
      const posted = await ask('/ticket', { method: 'POST', headers, body: ticket })
      const socket = await upgrade({ loopback, token: await tokenOf(loopback), origin })
      expect([posted.status, socket]).toEqual([403, 403])
      expect((await postTicket(ticket)).status, 'le ticket refusé reste bon').toBe(200)
    },
  )

  it('un ticket ne sert qu’une fois', async () => {
    const ticket = loopback.issueTicket()
    const answers = [await postTicket(ticket), await postTicket(ticket)]
    expect(answers.map(({ status }) => status)).toEqual([200, 401])
  })

  it('tickets et jetons valent 32 octets de hasard et ne se ressemblent pas', async () => {
    const ticket = loopback.issueTicket()
    const { body: token } = await postTicket(ticket)
    const sizes = [ticket, token].map((secret) => Buffer.from(secret, 'base64url').length)
    expect([sizes, ticket === token]).toEqual([[32, 32], false])
  })

  it.each(['', 'x', 'A'.repeat(43)])('refuse le ticket inventé « %s »', async (ticket) => {
    loopback.issueTicket()
    expect((await postTicket(ticket)).status).toBe(401)
  })

  it('refuse un ticket trop long sans le lire en entier', async () => {
    expect((await postTicket('x'.repeat(257))).status).toBe(413)
  })

  it.each([
    ['le jeton est inventé', [LOOPBACK_SUBPROTOCOL, 'A'.repeat(43)]],
    ['le jeton manque', [LOOPBACK_SUBPROTOCOL]],
    ['rien n’est proposé', []],
  ])('refuse la liaison quand %s', async (_cas, protocols) => {
    await tokenOf(loopback)
    expect(await upgrade({ loopback, protocols })).toBe(401)
  })

  it('un ticket n’est pas un jeton', async () => {
    expect(await upgrade({ loopback, token: loopback.issueTicket() })).toBe(401)
  })

  it('refuse la liaison sans le protocole attendu, et ne répète jamais le jeton', async () => {
    const token = await tokenOf(loopback)
    for (const protocols of [[token], ['autre', token], [LOOPBACK_SUBPROTOCOL, token, 'autre']])
      expect(await upgrade({ loopback, protocols })).toBe(401)
    const { socket } = await openClient(loopback)
    expect(socket.protocol).toBe(LOOPBACK_SUBPROTOCOL)
    socket.terminate()
  })

  it('refuse la liaison ailleurs que sur son adresse', async () => {
    expect(await upgrade({ loopback, token: await tokenOf(loopback), path: '/' })).toBe(404)
  })

  it.each([
    ['POST', '/'],
    ['PUT', '/assets/app.js'],
    ['DELETE', '/'],
    ['OPTIONS', '/'],
    ['HEAD', '/'],
    ['GET', '/ticket'],
  ])('refuse %s %s', async (method, path) => {
    expect((await ask(path, { method, headers: { ...OWN_PAGE, origin: loopback.origin } })).status).toBe(405)
  })

  it.each([
    '/../secret.js',
    '/assets/../../secret.js',
    '/%2e%2e/secret.js',
    '/..%2fsecret.js',
    '/lien.js',
    '/assets',
  ])('ne sort pas de son dossier par %s', async (path) =>
    expect((await ask(path, { headers: OWN_PAGE })).status).toBe(404),
  )

  it('refuse une adresse absolue', async () => {
    expect((await ask('http://guichet.example/', { headers: OWN_PAGE })).status).toBe(400)
  })

  it('coupe une liaison qui envoie plus que la limite', async () => {
    const { socket } = await openClient(loopback)
    const closed = new Promise((resolve) => socket.once('close', resolve))
    socket.on('error', () => undefined)
    socket.send(new Uint8Array(MAX_MESSAGE_BYTES + 1))
    expect(await closed).toBe(1009)
  })

  it('un message hors protocole ferme sa liaison et laisse vivre l’hôte', async () => {
    const { socket } = await openClient(loopback)
    const closed = new Promise((resolve) => socket.once('close', resolve))
    socket.send('{"i":"1","p":{}}')
    await closed
    const { client, socket: next } = await openClient(loopback)
    expect(await client.ping('ici')).toBe('ici')
    next.terminate()
  })

  it.each(['/__proto__/ping', '/constructor', '/ping'])(
    '%s : une demande qui nomme ce que tout objet possède ne touche à aucun objet du poste',
    async (appel) => {
      const { socket, client } = await openClient(loopback)
      const json = '{"__proto__":{"pollue":1},"a":{}}'
      const meta = JSON.stringify([
        [1, '__proto__', 'pollue'],
        [1, 'constructor', 'prototype', 'pollue'],
        [1, 'a', '__proto__', 'pollue'],
      ])
      socket.send(`{"i":"7","p":{"u":"${appel}","b":{"json":${json},"meta":${meta}}}}`)
      expect(await client.ping('ici')).toBe('ici')
      expect(Reflect.get({}, 'pollue')).toBeUndefined()
      socket.terminate()
    },
  )

  it('un client refusé qui garde sa connexion ouverte la perd', async () => {
    const { hostname: host, port } = new URL(loopback.origin)
    const client = connect({ host, port: Number(port), allowHalfOpen: true })
    const perdue = new Promise((resolve) => client.once('error', () => resolve('perdue')))
    client.write(`GET /appels HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`)
    await new Promise((resolve) => client.once('end', resolve).resume())
    const insister = setInterval(() => client.write('x'), 10)
    expect(await perdue).toBe('perdue')
    clearInterval(insister)
  })

  it('l’arrêt coupe les liaisons ouvertes et libère le port', async () => {
    const { socket } = await openClient(loopback)
    const closed = new Promise((resolve) => socket.once('close', () => resolve('coupée')))
    await loopback.stop()
    expect(await closed).toBe('coupée')
    expect(await reach('127.0.0.1', Number(new URL(loopback.origin).port))).toBe('ECONNREFUSED')
  })

  it('un lecteur arrêté arrête le producteur du signal', async () => {
    const { socket, client } = await openClient(loopback)
    const signal = await client.compter({ taille: 65_536 })
    await signal.next()
    socket.pause()
    await new Promise((resolve) => setTimeout(resolve, 200))
    const other = await openClient(loopback)
    const first = (await other.client.temoin()).produits
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect((await other.client.temoin()).produits).toBe(first)
    socket.terminate()
    await vi.waitFor(async () => expect((await other.client.temoin()).abonnes).toBe(0))
    other.socket.terminate()
  })
})

it('un ticket expire au bout de quinze secondes', async () => {
  let now = 0
  const loopback = await start({ now: () => now, draw: (bytes) => Buffer.alloc(bytes, now & 0xff) })
  const redeemAt = async (time: number): Promise<number> => {
    now = 0
    const ticket = loopback.issueTicket()
    now = time
    const headers = { origin: loopback.origin }
    return (await askAt(loopback.origin, '/ticket', { method: 'POST', headers, body: ticket })).status
  }
  expect([await redeemAt(14_999), await redeemAt(15_000)]).toEqual([200, 401])
  await loopback.stop()
})
