import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { createInterface } from 'node:readline'
import { afterAll, describe, expect, it } from 'vitest'
import { listeningPorts } from './listening-ports.ts'
import { startSimulateurCartes } from './simulateur-cartes.ts'

const MAIN = join(import.meta.dirname, 'main.ts')
const dossier = await mkdtemp(join(tmpdir(), 'lecteurs-'))
const essai = await startSimulateurCartes(dossier)
const raison = essai.ok ? '' : ` (ignoré : ${essai.error})`
if (essai.ok) await essai.value.stop()

describe.skipIf(!essai.ok)(`le simulateur de cartes${raison}`, () => {
  afterAll(() => rm(dossier, { recursive: true }))

  it('dit son état à chaque ordre, et ce qui ne va pas dans un ordre faux', async () => {
    const demarre = await startSimulateurCartes(dossier)
    if (!demarre.ok) throw new Error(demarre.error)
    const { order, stop } = demarre.value
    expect(await order('inserer A')).toEqual({ service: 'marche', vitale: 'A', cps: null })
    expect(await order('inserer cps cps')).toEqual({ service: 'marche', vitale: 'A', cps: 'cps' })
    expect(await order('muette')).toEqual({ service: 'marche', vitale: 'muette', cps: 'cps' })
    expect(await order('arreter-service')).toEqual({ service: 'arrete', vitale: 'muette', cps: 'cps' })
    await expect(order('inserer A')).rejects.toThrow('Le lecteur ne répond pas : démarrez le service.')
    expect(await order('demarrer-service')).toEqual({ service: 'marche', vitale: null, cps: 'cps' })
    expect(await order('retirer cps')).toEqual({ service: 'marche', vitale: null, cps: null })
    await expect(order('inserer Z')).rejects.toThrow('Carte inconnue : Z.')
    await expect(order('retirer table')).rejects.toThrow('Lecteur inconnu')
    await expect(order('danser')).rejects.toThrow('Ordre inconnu : danser.')
    await stop()
    expect(await pcscdProcesses()).toEqual([])
  })

  it('un second simulateur se sert des lecteurs du premier et ne les arrête pas', async () => {
    const [premier, second] = [await startSimulateurCartes(dossier), await startSimulateurCartes(dossier)]
    if (!premier.ok || !second.ok) throw new Error('non démarré')
    await expect(second.value.order('arreter-service')).rejects.toThrow('Ce pcscd tournait déjà')
    await second.value.stop()
    expect(await pcscdProcesses()).toHaveLength(1)
    await premier.value.stop()
    expect(await pcscdProcesses()).toEqual([])
  })

  it('les lecteurs n’écoutent que sur la boucle locale', async () => {
    const demarre = await startSimulateurCartes(dossier)
    if (!demarre.ok) throw new Error(demarre.error)
    const table = await readFile('/proc/net/tcp', 'utf8')
    const ecoutes = table.split('\n').filter((ligne) => / [0-9A-F]{8}:(?:8C7B|8D00) \S+ 0A /.test(ligne))
    expect(ecoutes).toHaveLength(2)
    expect(ecoutes.filter((ligne) => !ligne.includes(' 0100007F:'))).toEqual([])
    await demarre.value.stop()
    const apres = await listeningPorts()
    expect([apres.has(0x8c7b), apres.has(0x8d00)]).toEqual([false, false])
  })

  it('en ligne de commande : ordres sur l’entrée, une ligne par état, un seul lecteur à la demande', async () => {
    const enfant = spawn(process.execPath, [MAIN, '--dossier', dossier, '--lecteurs', '1'])
    const lignes: unknown[] = []
    createInterface({ input: enfant.stdout }).on('line', (ligne) => lignes.push(JSON.parse(ligne)))
    enfant.stdin.write('inserer B\nretirer\nquitter\n')
    const [code] = (await once(enfant, 'exit')) as [number]
    expect(code).toBe(0)
    expect(lignes).toEqual([
      { port: expect.any(Number), service: 'marche', vitale: null, cps: null },
      { service: 'marche', vitale: 'B', cps: null },
      { service: 'marche', vitale: null, cps: null },
    ])
  })

  it.each(['SIGTERM', 'SIGINT'] as const)('%s : le service s’arrête avec le simulateur', async (signal) => {
    const enfant = spawn(process.execPath, [MAIN, '--dossier', dossier])
    await once(enfant.stdout, 'data')
    enfant.kill(signal)
    await once(enfant, 'exit')
    expect(await pcscdProcesses()).toEqual([])
  })

  it('simulateur tué net : son service finit aussi', async () => {
    const enfant = spawn(process.execPath, [MAIN, '--dossier', dossier])
    await once(enfant.stdout, 'data')
    enfant.kill('SIGKILL')
    await once(enfant, 'exit')
    for (let tour = 0; tour < 100 && (await listeningPorts()).has(0x8c7b); tour += 1) await sleep(50)
    expect((await listeningPorts()).has(0x8c7b)).toBe(false)
  })

  it('sans les droits de root : refus en clair, rien n’est démarré', async () => {
    const run = promisify(execFile)
    const commande = [process.execPath, MAIN, '--dossier', dossier]
    // Nobody, but able to read a checkout that may lie in root's own folder.
    const lire = ['--inh-caps', '+dac_read_search', '--ambient-caps', '+dac_read_search']
    const personne = ['--reuid', '65534', '--regid', '65534', '--clear-groups', ...lire]
    const sansDroits = run('setpriv', [...personne, ...commande])
    await expect(sansDroits).rejects.toMatchObject({
      code: 1,
      stderr: 'Démarrer pcscd demande les droits de root : relancez avec sudo.\n',
    })
  })
})

/** Command lines of the pcscd that run; a dead one that nobody has waited for yet has none. */
async function pcscdProcesses(): Promise<readonly string[]> {
  const noms = (await readdir('/proc')).filter((nom) => /^\d+$/.test(nom))
  const commandes = await Promise.all(
    noms.map((nom) => readFile(`/proc/${nom}/cmdline`, 'utf8').catch(() => '')),
  )
  return commandes.filter((commande) => commande.startsWith('/usr/sbin/pcscd'))
}
