import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { phraseDe, refuser, type Refus } from '#domain/refus/refus.ts'
import { lireConfiguration } from './configuration/configuration.ts'
import { dossierDonnees } from './configuration/dossier-donnees.ts'
import { lireVersion, PAQUET } from './configuration/paquet.ts'
import { protegerDossier } from './configuration/proteger-dossier.ts'
import { writeLaunchPage } from './host/launch-page.ts'
import { startLoopback } from './host/loopback.ts'
import { servePipe } from './host/pipe.ts'
import type { ServeChannel } from './host/serve-router.ts'
import { surIncident } from './incident/garder-incidents.ts'
import { creerPoste, type Poste } from './poste.ts'

/** Ends the program with the refusal that keeps the workstation from starting, as one JSON line on stderr. */
function renoncer(refus: Refus): never {
  process.stderr.write(`${JSON.stringify({ ...refus, message: phraseDe(refus) })}\n`)
  process.exit(2)
}

/** Time a window needs to draw its first form; loading what comes next during it would hold its calls back. */
const PREMIER_ECRAN_MS = 1000

/** Answers calls, and once the first window has drawn itself loads what the gestures after sign-in need. */
async function servirPuisChauffer(poste: Poste): Promise<ServeChannel> {
  const { servirAppels } = await import('./routeur/servir-appels.ts')
  const serve = servirAppels(poste)
  let chaud: NodeJS.Timeout | null = null
  return (channel) => {
    channel.receive({ message: poste.toucher, close: () => undefined })
    // What cannot be loaded ahead fails again at the gesture that needs it, which can say so.
    chaud ??= setTimeout(() => void poste.chauffer().catch(() => undefined), PREMIER_ECRAN_MS)
    return serve(channel)
  }
}

/** Serves the screens on loopback; each line `ticket` on its input prints a fresh single-use address. */
async function servirLoopback(poste: Poste, dossier: string): Promise<void> {
  const folder = join(dirname(PAQUET), 'dist/renderer')
  const loopback = await startLoopback({ folder, serve: () => servirPuisChauffer(poste) })
  const annoncer = async (): Promise<void> => {
    const adresse = `${loopback.origin}/#${loopback.issueTicket()}`
    process.stdout.write(`${JSON.stringify({ adresse, page: await writeLaunchPage(dossier, adresse) })}\n`)
  }
  await annoncer()
  for await (const ligne of createInterface({ input: process.stdin }))
    if (ligne === 'ticket') await annoncer()
  await loopback.stop()
}

/** Serves the shell that started this program, for as long as it lives. */
async function servirPipe(poste: Poste): Promise<void> {
  const hote = servePipe(await servirPuisChauffer(poste))
  await hote.closed
}

const { values } = parseArgs({ options: { pipe: { type: 'boolean' }, loopback: { type: 'boolean' } } })
const version = await lireVersion()
const dossier = dossierDonnees(process.env)
if (!protegerDossier(dossier)) renoncer(refuser('poste/dossier'))
const configuration = await lireConfiguration(dossier, version, process.env)
// Read once: what the workstation may start later has no use for it.
delete process.env['GUICHET_INSI_PFX_PASSPHRASE']
delete process.env['GUICHET_INSI_PROXY_PASSWORD']
const poste = configuration.ok ? await creerPoste(configuration.value) : renoncer(configuration.error)
if (!poste.ok) renoncer(poste.error)

let arret: Promise<void> | null = null
const arreter = (): Promise<void> => (arret ??= poste.value.arreter())
surIncident(poste.value.noterIncident)
// A terminal that closes sends SIGHUP, which would end the program without a last line in the journal.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => void arreter().finally(() => process.exit(0)))

await (values.pipe ? servirPipe(poste.value) : servirLoopback(poste.value, dossier))
await arreter()
process.exit(0)
