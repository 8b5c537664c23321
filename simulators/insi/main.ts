import { createInterface } from 'node:readline'
import { ecrireFichiersClient } from './fichiers-client.ts'
import { lireMode } from './modes.ts'
import { ETABLISSEMENT_FICTIF, startInsi } from './server.ts'

const USAGE = `usage : main.ts DOSSIER [--port=N] [--forme=ancienne] [--branche-sngi=off]
Écrit dans DOSSIER les certificats du client, affiche une ligne JSON, puis lit un mode par ligne (« normal », « arret », « lent 3000 », « fin »).`

const [dossier, ...choix] = process.argv.slice(2)
if (dossier === undefined || dossier.startsWith('-')) {
  console.error(USAGE)
  process.exit(2)
}

const simulateur = await startInsi({
  maintenant: new Date(),
  port: Number(valeurDe('--port') ?? 0),
  forme: valeurDe('--forme') === 'ancienne' ? 'ancienne' : 'recente',
  brancheSngi: valeurDe('--branche-sngi') !== 'off',
})
const { idam, emetteur } = ETABLISSEMENT_FICTIF
console.log(
  JSON.stringify({ url: simulateur.url, idam, emetteur, ...ecrireFichiersClient(simulateur.pki, dossier) }),
)

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void finir())
const lignes = createInterface({ input: process.stdin })
for await (const ligne of lignes) {
  if (ligne.trim() === 'fin') break
  const mode = lireMode(ligne)
  if (mode.ok) await simulateur.setMode(mode.value)
  console.log(JSON.stringify(mode.ok ? { mode: mode.value.nom } : { refus: mode.error }))
}
// Without its input it has lost whoever started it.
await finir()

function valeurDe(nom: string): string | undefined {
  return choix.find((texte) => texte.startsWith(`${nom}=`))?.slice(nom.length + 1)
}

async function finir(): Promise<void> {
  lignes.close()
  await simulateur.stop()
  process.exit(0)
}
