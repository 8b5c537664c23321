import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { echec, succes, type Result } from '#domain/result.ts'
import { authorityPath, libraryPath } from './cpx/cryptolib-simulee.ts'
import type { OptionsLecteurs } from './build-readers.ts'
import type { EtatBureau } from './desk.ts'

/** Where a simulator whose folder this is builds its Cryptolib. */
export const cpxFolder = (dossier: string): string => join(dossier, 'cpx')

/** The card simulator running in a process of its own, as PC/SC callers need it to be. */
export interface SimulateurCartes {
  readonly port: number
  /** Paths of the simulated Cryptolib and of its authority (PEM), built when the first professional card goes in. */
  readonly cpx: { readonly bibliotheque: string; readonly autorite: string }
  /** Gives one order and its outcome; throws when the order is wrong, which is a mistake of the caller. */
  readonly order: (ligne: string) => Promise<EtatBureau>
  readonly stop: () => Promise<void>
}

/** Starts the simulator; the sentence tells why this machine cannot run one. Readers are built into `dossier`. */
export async function startSimulateurCartes(
  dossier: string,
  { regardMs }: OptionsLecteurs = {},
): Promise<Result<SimulateurCartes, string>> {
  const options = ['--dossier', dossier, ...(regardMs === undefined ? [] : ['--regard', String(regardMs)])]
  const enfant = spawn(process.execPath, [join(import.meta.dirname, 'main.ts'), ...options], {
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let plainte = ''
  enfant.stderr.on('data', (morceau: Buffer) => (plainte += morceau.toString()))
  const fin = once(enfant, 'exit')
  const lignes = createInterface({ input: enfant.stdout })
  const premiere = await Promise.race([once(lignes, 'line'), fin.then(() => null)])
  if (!premiere) return echec(plainte.trim())
  const { port } = JSON.parse(String(premiere[0])) as { port: number }
  const commande = connect({ host: '127.0.0.1', port, noDelay: true })
  await once(commande, 'connect')
  const reponses = createInterface({ input: commande })
  return succes({
    port,
    cpx: { bibliotheque: libraryPath(cpxFolder(dossier)), autorite: authorityPath(cpxFolder(dossier)) },
    async order(ligne) {
      const reponse = once(reponses, 'line')
      commande.write(`${ligne}\n`)
      const etat = JSON.parse(String((await reponse)[0])) as EtatBureau | { probleme: string }
      if ('probleme' in etat) throw new Error(etat.probleme)
      return etat
    },
    async stop() {
      commande.destroy()
      enfant.stdin.end()
      await fin
    },
  })
}
