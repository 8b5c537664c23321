import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { openControlPort } from './control-port.ts'
import { lazyCryptolib } from './cpx/lazy-cryptolib.ts'
import { AIDE, openDesk } from './desk.ts'
import { preparePcscd } from './pcscd.ts'
import { cpxFolder } from './simulateur-cartes.ts'

/**
 * Simulated readers and cards, for the demonstration and for tests: orders come one a line on standard input and on a loopback
 * port, and each prints the state as one JSON line.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '0' },
      dossier: { type: 'string', default: join(tmpdir(), 'guichet-lecteurs-simules') },
      lecteurs: { type: 'string', default: '2' },
      regard: { type: 'string' },
      aide: { type: 'boolean', default: false },
    },
  })
  if (values.aide) {
    console.log(AIDE.join('\n'))
    return
  }
  const cles = values.lecteurs === '1' ? (['vitale'] as const) : (['vitale', 'cps'] as const)
  const regardMs = values.regard === undefined ? null : Number(values.regard)
  const pcscd = await preparePcscd(values.dossier, cles, regardMs === null ? {} : { regardMs })
  const demarre = pcscd.ok ? await pcscd.value.start() : pcscd
  if (!pcscd.ok || !demarre.ok) {
    console.error(demarre.ok ? '' : demarre.error.phrase)
    process.exitCode = 1
    return
  }
  const cryptolib = lazyCryptolib(cpxFolder(values.dossier), (phrase) => console.error(phrase))
  const desk = openDesk(pcscd.value, cryptolib, regardMs === null ? {} : { mainMs: 5 * regardMs })
  const answer = async (ligne: string): Promise<string> => {
    const fait = await desk.order(ligne)
    return JSON.stringify(fait.ok ? fait.value : { probleme: fait.error })
  }
  const control = await openControlPort(Number(values.port), answer)
  const entree = createInterface({ input: process.stdin })
  let ferme = false
  const close = async (): Promise<void> => {
    if (ferme) return
    ferme = true
    entree.close()
    control.stop()
    await desk.close()
    process.exit(0)
  }
  process.once('SIGTERM', () => void close())
  process.once('SIGINT', () => void close())
  console.log(JSON.stringify({ port: control.port, ...desk.etat() }))
  for await (const ligne of entree) {
    if (ligne.trim() === 'quitter') break
    if (ligne.trim() !== '') console.log(await answer(ligne))
  }
  await close()
}

await main()
