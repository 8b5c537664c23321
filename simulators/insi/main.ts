import { randomUUID } from 'node:crypto'
import { fstatSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { ecrireFichiersClient, ecrirePkcs12, ecrirePrive, type FichiersClient } from './fichiers-client.ts'
import { lireArguments, USAGE } from './ligne-commande.ts'
import { lireMode } from './modes.ts'
import { ETABLISSEMENT_FICTIF, startInsi, type SimulateurInsi } from './server.ts'

const demande = lireArguments(process.argv.slice(2), new Date())
if (demande === null) {
  const aide = process.argv.includes('--aide')
  process[aide ? 'stdout' : 'stderr'].write(`${USAGE}\n`)
  process.exit(aide ? 0 : 2)
}

const simulateur = await startInsi(demande.options)
const lignes = createInterface({ input: process.stdin })
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void finir())
console.log(JSON.stringify(presenter(simulateur, demande.dossier)))

for await (const ligne of lignes) {
  if (ligne.trim() === 'fin') break
  const mode = lireMode(ligne)
  if (mode.ok) await simulateur.setMode(mode.value)
  console.log(JSON.stringify(mode.ok ? { mode: mode.value.nom } : { refus: mode.error }))
}
// Without its input it has lost whoever started it; one started without any is stopped by a signal.
if (!sansEntree()) await finir()

/** What a desk needs to call the simulator, and a configuration that says it all but the passphrase. */
function presenter({ url, urlPs, pki }: SimulateurInsi, dossier: string) {
  const { idam, emetteur } = ETABLISSEMENT_FICTIF
  const fichiers = ecrireFichiersClient(pki, dossier)
  const pfx = ecrirePkcs12(fichiers, join(dossier, 'certificat.p12'))
  const configuration = ecrirePrive(join(dossier, 'configuration.json'), configurer(url, fichiers))
  return { url, urlPs, idam, emetteur, ...fichiers, pfx, configuration }
}

function configurer(url: string, { autorites, certificat, cle }: FichiersClient): string {
  const { idam, emetteur } = ETABLISSEMENT_FICTIF
  const insi = { url, autorites, certificat: { certificat, cle }, idam, emetteur, instance: randomUUID() }
  return JSON.stringify({ poste: 'SIMULATION', environnement: 'simulation', insi, imprimante: null }, null, 2)
}

function sansEntree(): boolean {
  return !process.stdin.isTTY && fstatSync(0).isCharacterDevice()
}

async function finir(): Promise<void> {
  lignes.close()
  await simulateur.stop()
  process.exit(0)
}
