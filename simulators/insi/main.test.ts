import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, describe, expect, it } from 'vitest'
import { createClientInsi } from '#services/insi/client.ts'
import { lireArguments, lireAutorites } from './ligne-commande.ts'

const MAIN = new URL('main.ts', import.meta.url).pathname
const dossier = mkdtempSync(join(tmpdir(), 'guichet-insi-'))

afterAll(() => rmSync(dossier, { recursive: true }))

describe('Simulateur INSi, arguments', () => {
  const maintenant = new Date()

  it('un dossier suffit : cent mille personnes, ports libres, branche SNGI', () =>
    expect(lireArguments(['/tmp/x'], maintenant)).toEqual({
      dossier: '/tmp/x',
      options: {
        maintenant,
        port: 0,
        portPs: 0,
        forme: 'recente',
        brancheSngi: true,
        foule: 100_000,
        autoritesCpx: expect.any(Function) as () => readonly string[],
      },
    }))

  it.each([
    [[]],
    [['a', 'b']],
    [['a', '--port=x']],
    [['a', '--forme=autre']],
    [['a', '--branche-sngi=non']],
    [['a', '--inconnu']],
  ])('refuse %j', (args) => expect(lireArguments(args, maintenant)).toBe(null))

  it('les autorités de cartes d’un fichier absent : aucune', () =>
    expect(lireAutorites(join(dossier, 'absent.pem'))).toEqual([]))
})

describe('Simulateur INSi, lancé seul', () => {
  it('donne de quoi l’appeler, change de mode au clavier, finit avec son entrée', async () => {
    writeFileSync(join(dossier, 'cle.pem'), 'ancienne clé', { mode: 0o644 })
    const processus = spawn(process.execPath, [MAIN, dossier], { stdio: ['pipe', 'pipe', 'inherit'] })
    const lignes = createInterface({ input: processus.stdout })[Symbol.asyncIterator]()
    const suivante = async () => JSON.parse((await lignes.next()).value ?? 'null') as Record<string, string>
    const {
      url = '',
      idam = '',
      emetteur = '',
      autorites = '',
      certificat = '',
      cle = '',
      phrase = '',
    } = await suivante()
    expect([autorites, certificat, cle, phrase].map((chemin) => statSync(chemin).mode & 0o777)).toEqual([
      0o600, 0o600, 0o600, 0o600,
    ])

    const lire = (chemin: string): string => readFileSync(chemin, 'utf8')
    const client = createClientInsi(
      {
        environnement: 'simulation',
        url,
        autorites: lire(autorites),
        certificat: { forme: 'pem', certificat: lire(certificat), cle: lire(cle), phrase: lire(phrase) },
        idam,
        emetteur,
        instance: randomUUID(),
        nomLogiciel: 'guichet-ins',
        versionLogiciel: '0.1.0',
      },
      { now: () => new Date(), uuid: randomUUID },
    )
    const chercher = async () => {
      const { resultat } = await client.chercherParTraits({
        nomNaissance: 'LANDREVILLE',
        prenom: 'ANNE-CLAIRE',
        sexe: 'F',
        dateNaissance: '1987-04-12',
      })
      return resultat.ok ? resultat.value.codeCR : resultat.error.code
    }
    expect(await chercher()).toBe('00')
    processus.stdin.write('fault siram_40\n')
    expect(await suivante()).toEqual({ mode: 'erreur' })
    expect(await chercher()).toBe('insi/indisponible')
    processus.stdin.write('bidon\n')
    expect(await suivante()).toEqual({ refus: expect.stringContaining('mode inconnu') as string })
    client.close()
    processus.stdin.end()
    expect(await once(processus, 'exit')).toEqual([0, null])
  })

  it('sans dossier, dit son usage et échoue', () => {
    const { status, stderr } = spawnSync(process.execPath, [MAIN], { encoding: 'utf8' })
    expect([status, stderr.split(' ')[0]]).toEqual([2, 'usage'])
  })

  it('lancé sans entrée, reste jusqu’à ce qu’on l’arrête', async () => {
    const processus = spawn(process.execPath, [MAIN, join(dossier, 'seul')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(processus.stdout, 'data')
    expect(processus.exitCode).toBe(null)
    processus.kill('SIGTERM')
    expect(await once(processus, 'exit')).toEqual([0, null])
  })
})
