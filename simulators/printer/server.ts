import { mkdir, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { File, type Mode, type Travail } from './jobs.ts'
import { answer } from './operations.ts'
import { readRequest } from './read-request.ts'
import { writeResponse } from './write-response.ts'

/** A printer stand-in that listens on loopback. */
export interface ImprimanteSimulee {
  readonly url: string
  readonly dossier: string
  /** The jobs accepted so far. */
  readonly file: File
  arreter(): Promise<void>
}

const CHEMIN = '/ipp/print'
const COUPURE = 600
const TAILLE_MAX = 50_000_000

/** Starts a printer that keeps in `dossier` each PDF it "prints", named by its number in the queue; port 0 takes a free one. */
export async function demarrerImprimante(options: {
  readonly dossier: string
  readonly mode: Mode
  readonly port: number
}): Promise<ImprimanteSimulee> {
  const { dossier, mode, port } = options
  await mkdir(dossier, { recursive: true })
  const file = new File(mode, (travail: Travail) =>
    writeFile(join(dossier, `travail-${travail.id}.pdf`), travail.octets),
  )
  let url = ''
  const server = createServer((request, response) => {
    serve(request, response, { file, url }).catch(() => response.destroy())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  url = `ipp://127.0.0.1:${(server.address() as AddressInfo).port}${CHEMIN}`
  return {
    url,
    dossier,
    file,
    arreter: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function serve(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { file, url }: { readonly file: File; readonly url: string },
): Promise<void> {
  if (incoming.method !== 'POST' || incoming.headers['content-type'] !== 'application/ipp') {
    outgoing.writeHead(400).end()
    return
  }
  const bytes = await receive(incoming, file)
  const request = bytes && readRequest(bytes)
  if (request === undefined) {
    outgoing.destroy()
    return
  }
  const body = writeResponse(request, await answer(request, file, url))
  outgoing.writeHead(200, { 'content-type': 'application/ipp', 'content-length': body.length }).end(body)
}

/** Receives a request whole, unless the mode cuts the line in the middle of a document, as a cable does. */
async function receive(incoming: IncomingMessage, file: File): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of incoming) {
    const bytes = Buffer.from(chunk as Uint8Array)
    chunks.push(bytes)
    length += bytes.length
    if (length > TAILLE_MAX || (file.mode === 'coupure' && length > COUPURE)) return undefined
  }
  return Buffer.concat(chunks)
}
