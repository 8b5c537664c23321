import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { lireMode } from './modes.ts'
import { chiffrerCle, type Pki } from './pki.ts'
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
  JSON.stringify({ url: simulateur.url, idam, emetteur, ...ecrireFichiers(simulateur.pki, dossier) }),
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

/** Writes what a client needs, readable by its owner only, the key encrypted under a passphrase of its own. */
function ecrireFichiers(pki: Pki, cible: string): Record<string, string> {
  mkdirSync(cible, { recursive: true, mode: 0o700 })
  const phrase = randomUUID()
  const contenus = {
    autorites: pki.racine,
    certificat: pki.clients.manu.certificat,
    cle: chiffrerCle(pki.clients.manu.cle, phrase),
    phrase,
  }
  return Object.fromEntries(
    Object.entries(contenus).map(([nom, contenu]) => {
      const chemin = join(cible, nom === 'phrase' ? 'phrase.txt' : `${nom}.pem`)
      // A new file, so that no former one lends it wider rights or another place.
      rmSync(chemin, { force: true })
      writeFileSync(chemin, contenu, { mode: 0o600, flag: 'wx' })
      return [nom, chemin]
    }),
  )
}

async function finir(): Promise<void> {
  lignes.close()
  await simulateur.stop()
  process.exit(0)
}
