import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { EtatCartes, EtatLecteur } from '#domain/cartes/etat-cartes.ts'
import { startSimulateurCartes } from '#simulators/cards/simulateur-cartes.ts'
import { startCartes, type CartesClient } from './cartes-client.ts'

const VITALE = 'Lecteur Vitale 00 00'
const CPS = 'Lecteur CPS 00 00'
const dossier = await mkdtemp(join(tmpdir(), 'lecteurs-'))
const demarre = await startSimulateurCartes(dossier)
const raison = demarre.ok ? '' : ` (ignoré : ${demarre.error})`

describe.skipIf(!demarre.ok)(`le poste devant un vrai service de cartes${raison}`, () => {
  const order = async (ligne: string) => {
    if (!demarre.ok) throw new Error(demarre.error)
    await demarre.value.order(ligne)
  }
  let client: CartesClient
  let dernier: EtatCartes | null = null
  let vus: EtatCartes[] = []

  const until = async (vrai: (etat: EtatCartes) => boolean, delaiMs = 8000): Promise<EtatCartes> => {
    for (let attendu = 0; attendu < delaiMs; attendu += 5) {
      if (dernier && vrai(dernier)) return dernier
      await sleep(5)
    }
    throw new Error(`état jamais atteint, dernier : ${JSON.stringify(dernier)}`)
  }
  const reader = (etat: EtatCartes, nom = VITALE): EtatLecteur | undefined =>
    etat.lecteurs.find((lecteur) => lecteur.nom === nom)
  const holds =
    (carte: EtatLecteur['carte'], nom = VITALE) =>
    (etat: EtatCartes) =>
      reader(etat, nom)?.carte === carte && reader(etat, nom)?.muette === false

  beforeEach(async () => {
    client = startCartes()
    vus = []
    dernier = null
    client.watch((etat) => {
      dernier = etat
      vus.push(etat)
    })
    await until((etat) => etat.lecteurs.length === 2)
  })
  afterEach(async () => {
    await order('retirer vitale')
    await order('retirer cps')
    await client.stop()
    await sleep(450)
  })
  afterAll(async () => {
    if (demarre.ok) await demarre.value.stop()
    await rm(dossier, { recursive: true })
  })

  it('deux lecteurs vides, puis la carte insérée est dite et lue en entier', async () => {
    expect(await client.lireVitale()).toEqual({ ok: false, error: { code: 'cartes/absente' } })
    await order('inserer C')
    await until(holds('vitale2'))
    expect(await client.lireVitale()).toEqual({
      ok: true,
      value: {
        lecteur: VITALE,
        carte: 'vitale2',
        serie: expect.stringMatching(/^80250000\d{12}$/),
        beneficiaires: [
          {
            nomNaissance: 'DE LA TOURNERIE',
            nomUsuel: null,
            prenoms: 'JEAN BAPTISTE',
            dateNaissance: '1954-11-30',
            rang: 1,
            matricule: null,
            nirAssure: '1541199352906',
            regime: null,
          },
        ],
      },
    })
    expect(vus).toEqual([
      {
        lecteurs: [
          { nom: VITALE, carte: null, muette: false, presence: 0 },
          { nom: CPS, carte: null, muette: false, presence: 0 },
        ],
        refus: null,
      },
      {
        lecteurs: [
          { nom: VITALE, carte: 'vitale2', muette: false, presence: 1 },
          { nom: CPS, carte: null, muette: false, presence: 0 },
        ],
        refus: null,
      },
    ])
  })

  it('opensc-tool voit la même carte, à la même place', async () => {
    await order('inserer A')
    await until(holds('vitale2'))
    const run = promisify(execFile)
    const [lecteurs, atr] = await Promise.all([
      run('opensc-tool', ['-l']),
      run('opensc-tool', ['-a', '-r', '0']),
    ])
    expect(lecteurs.stdout).toMatch(/^0\s+Yes\s+Lecteur Vitale 00 00$/m)
    expect(lecteurs.stdout).toMatch(/^1\s+No\s+Lecteur CPS 00 00$/m)
    expect(atr.stdout.trim()).toBe('3b:75:13:00:00:47:09:ea:90:00')
  })

  it('carte échangée : la présence change, même pour la même famille', async () => {
    await order('inserer B')
    await until(holds('vitale2'))
    const premiere = client.presence(VITALE)
    await order('inserer B')
    await until((etat) => holds('vitale2')(etat) && reader(etat)?.presence !== premiere)
    expect(client.presence(VITALE)).not.toBe(premiere)
    await order('retirer')
    await until(holds(null))
    expect(client.presence(VITALE)).toBeNull()
  })

  it.each([
    ['muette', 'cartes/muette', (etat: EtatCartes) => reader(etat)?.muette === true],
    ['inserer ancienne', 'cartes/vitale-ancienne', holds('vitale1')],
    ['inserer inconnue', 'cartes/non-reconnue', holds('inconnue')],
    ['inserer cps', 'cartes/absente', holds('cps3')],
  ] as const)('%s : %s', async (ordre, code, pret) => {
    await order(ordre)
    await until(pret)
    expect(await client.lireVitale()).toMatchObject({ ok: false, error: { code } })
  })

  it('une CPS dans chaque lecteur : carte professionnelle ; la Vitale dans le lecteur CPS se lit', async () => {
    await order('inserer cps vitale')
    await order('inserer cps cps')
    await until((etat) => holds('cps3')(etat) && holds('cps3', CPS)(etat))
    expect(await client.lireVitale()).toEqual({ ok: false, error: { code: 'cartes/professionnelle' } })
    await order('inserer A cps')
    await until(holds('vitale2', CPS))
    expect(await client.lireVitale()).toMatchObject({ ok: true, value: { lecteur: CPS } })
  })

  it('carte retirée au milieu de la lecture : refus, aucune donnée', async () => {
    await order('figer B 9')
    await until(holds('vitale2'))
    const lecture = client.lireVitale()
    await sleep(150)
    await order('retirer')
    expect(await lecture).toEqual({ ok: false, error: { code: 'cartes/retiree', champ: VITALE } })
    await order('inserer A')
    await until((etat) => holds('vitale2')(etat) && reader(etat)?.presence === 2)
    expect((await client.lireVitale()).ok).toBe(true)
  })

  it('carte qui cesse de répondre : refus au bout de 5 s, puis tout repart', async () => {
    await order('figer B 9')
    await until(holds('vitale2'))
    const depart = performance.now()
    expect(await client.lireVitale()).toEqual({ ok: false, error: { code: 'cartes/delai', champ: VITALE } })
    expect(performance.now() - depart).toBeGreaterThan(4900)
    expect(performance.now() - depart).toBeLessThan(5500)
    await order('retirer')
    await until(holds(null))
    await order('inserer A')
    await until(holds('vitale2'))
    expect((await client.lireVitale()).ok).toBe(true)
  })

  it('lecture annulée par l’agent : refus d’annulation', async () => {
    await order('figer B 9')
    await until(holds('vitale2'))
    expect(await client.lireVitale(AbortSignal.timeout(150))).toEqual({
      ok: false,
      error: { code: 'cartes/annulee', champ: VITALE },
    })
  })

  it.each(['arreter-service', 'tuer-service'])(
    '%s puis retour : la lecture reprend d’elle-même',
    async (ordre) => {
      await order('inserer A')
      await until(holds('vitale2'))
      const avant = client.presence(VITALE)
      await order(ordre)
      await until((etat) => etat.refus === 'cartes/service-arrete')
      expect(await client.lireVitale()).toEqual({ ok: false, error: { code: 'cartes/service-arrete' } })
      await order('demarrer-service')
      await until(holds('vitale2'))
      expect(client.presence(VITALE)).not.toBe(avant)
      expect((await client.lireVitale()).ok).toBe(true)
    },
  )

  it('service tué au milieu de la lecture : refus, aucune donnée', async () => {
    await order('figer B 9')
    await until(holds('vitale2'))
    const lecture = client.lireVitale()
    await sleep(150)
    await order('tuer-service')
    expect(await lecture).toMatchObject({ ok: false, error: { code: 'cartes/service-arrete' } })
    await order('retirer')
    await order('demarrer-service')
    await until(holds(null))
  })

  it('module cartes tué : dit arrêté, relancé, et la présence ne revient pas en arrière', async () => {
    await order('inserer A')
    await until(holds('vitale2'))
    const avant = client.presence(VITALE)
    for (const pid of await cardProcesses()) process.kill(pid, 'SIGKILL')
    await until((etat) => etat.refus === 'cartes/module-arrete')
    expect(client.presence(VITALE)).toBeNull()
    await until(holds('vitale2'))
    expect(client.presence(VITALE)).toBeGreaterThan(avant ?? 0)
    expect((await client.lireVitale()).ok).toBe(true)
  })

  it('module cartes figé : tué après quatre battements manqués, puis relancé', async () => {
    const [pid = 0] = await cardProcesses()
    process.kill(pid, 'SIGSTOP')
    const depart = performance.now()
    await until((etat) => etat.refus === 'cartes/module-arrete')
    expect(performance.now() - depart).toBeGreaterThan(3500)
    expect(performance.now() - depart).toBeLessThan(6500)
    await until((etat) => etat.lecteurs.length === 2)
  })

  it('le module cartes finit avec le poste', async () => {
    const avant = await cardProcesses()
    await client.stop()
    expect(avant).toHaveLength(1)
    expect(await cardProcesses()).toEqual([])
  })

  it('poste tué net : le module cartes finit de lui-même', async () => {
    const programme = `import { startCartes } from '#native-bridge/proc/cartes-client.ts'
      startCartes().watch(() => console.log('vu'))`
    const poste = spawn(process.execPath, ['--input-type=module', '--eval', programme], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    await once(poste.stdout, 'data')
    const [module = 0] = await cardProcesses(poste.pid)
    poste.kill('SIGKILL')
    await once(poste, 'exit')
    await sleep(500)
    expect(module).toBeGreaterThan(0)
    // A dead process that nobody has waited for yet has no command line any more.
    expect(await readFile(`/proc/${String(module)}/cmdline`, 'utf8').catch(() => '')).toBe('')
  })

  it('carte insérée et retirée douze fois de suite : chaque lecture est complète', async () => {
    for (let tour = 0; tour < 12; tour += 1) {
      await order('inserer B')
      await until(holds('vitale2'))
      expect((await client.lireVitale()).ok).toBe(true)
      await order('retirer')
      await until(holds(null))
    }
  })
})

/** Card processes started by a desk, this test unless told otherwise. */
async function cardProcesses(poste = process.pid): Promise<readonly number[]> {
  const pids: number[] = []
  for (const nom of await readdir('/proc')) {
    const pid = Number(nom)
    if (!Number.isInteger(pid)) continue
    const statut = await readFile(`/proc/${nom}/stat`, 'utf8').catch(() => '')
    const commande = await readFile(`/proc/${nom}/cmdline`, 'utf8').catch(() => '')
    const parent = Number(statut.slice(statut.lastIndexOf(')') + 2).split(' ')[1])
    if (parent === poste && commande.includes(join('proc', 'child.ts'))) pids.push(pid)
  }
  return pids
}
