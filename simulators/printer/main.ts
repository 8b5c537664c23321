import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { estMode, MODES } from './jobs.ts'
import { demarrerImprimante } from './server.ts'

const { values } = parseArgs({
  options: {
    dossier: { type: 'string', default: join(tmpdir(), 'guichet-ins-imprimante') },
    mode: { type: 'string', default: 'ok' },
    port: { type: 'string', default: '0' },
  },
})

if (estMode(values.mode)) {
  const imprimante = await demarrerImprimante({
    dossier: values.dossier,
    mode: values.mode,
    port: Number(values.port),
  })
  console.log(JSON.stringify({ url: imprimante.url, dossier: imprimante.dossier }))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void imprimante.arreter())
} else {
  console.error(`Mode inconnu : choisissez ${MODES.join(', ')}.`)
  process.exitCode = 1
}
