import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Mode } from '#simulators/printer/jobs.ts'
import { demarrerImprimante } from '#simulators/printer/server.ts'
import { envoyer } from './ipp-client.ts'

const PDF = Buffer.concat([Buffer.from('%PDF-1.7\n1 0 obj <</Type /Page>>\n'), Buffer.alloc(40_000, 7)])
const fins: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const fin of fins.splice(0).toReversed()) await fin()
})

async function imprimante(mode: Mode) {
  const dossier = await mkdtemp(join(tmpdir(), 'imprimante-'))
  fins.push(() => rm(dossier, { recursive: true }))
  const simulee = await demarrerImprimante({ dossier, mode, port: 0 })
  fins.push(() => simulee.arreter())
  return simulee
}

const imprimer = (url: string, signal: AbortSignal = new AbortController().signal) =>
  envoyer(PDF, { url, scrutation: 5, delaiReponse: 2_000, delaiImpression: 2_000 }, 'LOT-7', signal)

/** A printer that does what it is told with raw bytes. */
async function brute(repondre: (socket: Socket, requete: Buffer) => void): Promise<string> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.once('data', (requete: Buffer) => repondre(socket, requete))
  })
  await new Promise<void>((pret) => server.listen(0, '127.0.0.1', pret))
  fins.push(() => new Promise((clos) => server.close(clos)))
  return `ipp://127.0.0.1:${(server.address() as AddressInfo).port}/ipp/print`
}

describe("issues d'une impression", () => {
  it('confirmée : le PDF reçu est celui envoyé, à l’octet près, sous le nom du lot', async () => {
    const { url, dossier, file } = await imprimante('ok')
    expect(await imprimer(url)).toEqual({ ok: true, value: { jobId: 1, ignores: [] } })
    expect(await readdir(dossier)).toEqual(['travail-1.pdf'])
    expect(PDF.equals(await readFile(join(dossier, 'travail-1.pdf')))).toBe(true)
    expect(file.travaux.map(({ nom, etat }) => [nom, etat])).toEqual([['LOT-7', 9]])
  })

  it.each([
    [
      'sans papier, avant tout envoi',
      'papier',
      { code: 'impression/refusee', champ: 'media-empty-error' },
      0,
    ],
    ['refus du travail', 'refus', { code: 'impression/refusee', champ: 'ipp-506' }, 0],
    ['fil coupé au milieu du document', 'coupure', { code: 'impression/incertaine' }, 0],
    [
      'papier épuisé après l’envoi : le travail est retiré',
      'papier-en-cours',
      { code: 'impression/refusee', champ: 'job-stopped' },
      1,
    ],
  ] as const)('%s : rien n’est imprimé, rien n’est renvoyé', async (_cas, mode, refus, travaux) => {
    const { url, dossier, file } = await imprimante(mode)
    expect(await imprimer(url)).toEqual({ ok: false, error: refus })
    expect(await readdir(dossier)).toEqual([])
    expect(file.travaux).toHaveLength(travaux)
    file.mode = 'ok'
    for (const travail of file.travaux) await file.avancer(travail)
    expect(await readdir(dossier)).toEqual([])
  })

  it('travail qui ne finit pas : retiré au bout du délai, rien n’est sorti', async () => {
    const { url, file } = await imprimante('lent')
    const issue = await envoyer(
      PDF,
      { url, scrutation: 5, delaiImpression: 60 },
      'LOT-7',
      new AbortController().signal,
    )
    expect(issue).toEqual({ ok: false, error: { code: 'impression/refusee', champ: 'job-stopped' } })
    expect(file.travaux.map(({ etat }) => etat)).toEqual([7])
  })

  it('imprimante éteinte : rien n’est parti', async () => {
    const { url, arreter } = await imprimante('ok').then((simulee) => ({
      url: simulee.url,
      arreter: () => simulee.arreter(),
    }))
    await arreter()
    expect(await imprimer(url)).toEqual({ ok: false, error: { code: 'impression/imprimante-injoignable' } })
  })

  it('imprimante muette : injoignable après le délai', async () => {
    const url = await brute(() => undefined)
    const avant = performance.now()
    const issue = await envoyer(PDF, { url, delaiReponse: 150 }, 'LOT-7', new AbortController().signal)
    expect(issue).toEqual({ ok: false, error: { code: 'impression/imprimante-injoignable' } })
    expect(performance.now() - avant).toBeLessThan(1_500)
  })

  it.each([
    ['une réponse tronquée', 'HTTP/1.1 200 OK\r\nContent-Length: 400\r\n\r\n\u0002\u0000'],
    ['une réponse qui n’est pas IPP', 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello'],
    ['un refus HTTP', 'HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n'],
  ])('%s avant l’envoi : injoignable', async (_cas, reponse) => {
    const url = await brute((socket) => socket.end(reponse, 'latin1'))
    expect(await imprimer(url)).toEqual({ ok: false, error: { code: 'impression/imprimante-injoignable' } })
  })

  it('annulée avant l’envoi : rien n’est parti', async () => {
    const { url, file } = await imprimante('ok')
    expect(await imprimer(url, AbortSignal.abort())).toEqual({
      ok: false,
      error: { code: 'impression/annulee' },
    })
    expect(file.travaux).toEqual([])
  })

  it('annulée pendant l’impression : le travail est retiré de l’imprimante', async () => {
    const { url, dossier, file } = await imprimante('lent')
    const regards = vi.spyOn(file, 'avancer')
    const arret = new AbortController()
    const issue = envoyer(PDF, { url, scrutation: 60_000 }, 'LOT-7', arret.signal)
    // The client looks at a job once it knows its number: earlier, it could only call the printing doubtful.
    while (regards.mock.calls.length === 0) await new Promise((suite) => setTimeout(suite, 5))
    arret.abort()
    expect(await issue).toEqual({ ok: false, error: { code: 'impression/annulee' } })
    expect([file.travaux[0]?.etat, await readdir(dossier)]).toEqual([7, []])
  })
})

describe('adresses : le réseau local seulement, un document porte une identité en clair', () => {
  it.each([
    'ipp://8.8.8.8/ipp/print',
    'ipp://169.254.169.254/latest',
    'ipp://[2001:db8::1]/ipp/print',
    'ipp://agent:secret@127.0.0.1/ipp/print',
    'file:///dev/lp0',
    'socket://127.0.0.1:9100',
    'imprimante',
    '',
  ])('« %s » est refusée', async (url) =>
    expect(await imprimer(url)).toEqual({ ok: false, error: { code: 'impression/adresse' } }),
  )

  it('un nom inconnu est injoignable', async () =>
    expect(await imprimer('ipp://imprimante.invalid/ipp/print')).toEqual({
      ok: false,
      error: { code: 'impression/imprimante-injoignable' },
    }))

  it('un nom local et le protocole http conviennent', async () => {
    const { url } = await imprimante('ok')
    const issue = await imprimer(url.replace('ipp:', 'http:').replace('127.0.0.1', 'localhost'))
    expect(issue.ok).toBe(true)
  })
})
