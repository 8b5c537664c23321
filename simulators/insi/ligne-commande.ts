import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { TAILLE_FOULE } from './foule/foule.ts'
import { MODES } from './modes.ts'
import type { OptionsInsi } from './server.ts'

export const USAGE = `usage : main.ts DOSSIER [--port=N] [--port-ps=N] [--forme=recente|ancienne] [--branche-sngi=on|off] [--foule=N] [--autorites-cpx=FICHIER]
Écrit dans DOSSIER de quoi appeler le simulateur, affiche une ligne JSON, puis lit un mode par ligne ; « fin » l’arrête.
--autorites-cpx : certificats PEM des autorités dont les cartes sont acceptées à la porte des professionnels.
Modes :
${Object.entries(MODES)
  .map(([nom, effet]) => `  ${nom.padEnd(20)}${effet}`)
  .join('\n')}`

const texte = { type: 'string' } as const

const OPTIONS = {
  port: { ...texte, default: '0' },
  'port-ps': { ...texte, default: '0' },
  forme: { ...texte, default: 'recente' },
  'branche-sngi': { ...texte, default: 'on' },
  foule: { ...texte, default: String(TAILLE_FOULE) },
  'autorites-cpx': texte,
} as const

/** What the simulator is started with; null when the arguments are not understood. */
export function lireArguments(
  args: readonly string[],
  maintenant: Date,
): { readonly dossier: string; readonly options: OptionsInsi } | null {
  const lus = analyser(args)
  const [dossier, ...reste] = lus?.positionals ?? []
  if (!lus || dossier === undefined || reste.length > 0) return null
  const { port, 'port-ps': portPs, forme, 'branche-sngi': sngi, foule, 'autorites-cpx': cpx } = lus.values
  if (![port, portPs, foule].every((nombre) => /^\d{1,6}$/.test(nombre))) return null
  if ((forme !== 'recente' && forme !== 'ancienne') || (sngi !== 'on' && sngi !== 'off')) return null
  const options = {
    maintenant,
    port: Number(port),
    portPs: Number(portPs),
    forme,
    brancheSngi: sngi === 'on',
    foule: Number(foule),
    autoritesCpx: () => (cpx === undefined ? [] : lireAutorites(cpx)),
  } as const
  return { dossier: resolve(dossier), options }
}

function analyser(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS })
  } catch {
    return null
  }
}

/** The authorities of a PEM file. The simulated cards make theirs with the first of them: none until then. */
export function lireAutorites(fichier: string): readonly string[] {
  try {
    return readFileSync(fichier, 'utf8').split(/(?=-----BEGIN )/)
  } catch {
    return []
  }
}
