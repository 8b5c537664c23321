import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { startSimulateurCartes } from '#simulators/cards/simulateur-cartes.ts'

const dossier = await mkdtemp(join(tmpdir(), 'lecteurs-'))
const demarre = await startSimulateurCartes(dossier)
const raison = demarre.ok ? '' : ` (ignoré : ${demarre.error})`

const order = async (ligne: string) => {
  if (!demarre.ok) throw new Error(demarre.error)
  await demarre.value.order(ligne)
  // The card service looks at a simulated reader every 400 ms.
  await sleep(500)
}
const lancer = (...args: readonly string[]): ChildProcess =>
  spawn(process.execPath, [join(import.meta.dirname, 'poste.ts'), 'carte', ...args], {
    env: { ...process.env, GUICHET_DONNEES: dossier },
  })

async function poste(...args: readonly string[]) {
  const enfant = lancer(...args)
  let sortie = ''
  let erreurs = ''
  enfant.stdout?.setEncoding('utf8').on('data', (morceau: string) => (sortie += morceau))
  enfant.stderr?.setEncoding('utf8').on('data', (morceau: string) => (erreurs += morceau))
  const [statut] = (await once(enfant, 'close')) as [number]
  const code = erreurs === '' ? null : (JSON.parse(erreurs) as { code: string }).code
  return { statut, code, sortie }
}

describe.skipIf(!demarre.ok)(`poste carte${raison}`, () => {
  afterEach(async () => {
    await order('brancher vitale cps')
    await order('retirer vitale')
    await order('retirer cps')
  })
  afterAll(async () => {
    if (demarre.ok) await demarre.value.stop()
    await rm(dossier, { recursive: true })
  })

  it('lire : la carte présente en un seul JSON, ces champs et aucun autre, sortie 0', async () => {
    await order('inserer B')
    const commun = { nomUsuel: null, matricule: null, nirAssure: '179092B033902' }
    const { statut, code, sortie } = await poste('lire')
    expect([statut, code]).toEqual([0, null])
    expect(sortie.split('\n')).toHaveLength(2)
    expect(JSON.parse(sortie)).toEqual({
      lecteur: 'Lecteur Vitale 00 00',
      carte: 'vitale2',
      beneficiaires: [
        { nomNaissance: "D'ARGENSOL", prenoms: 'MATHIEU', dateNaissance: '1979-09-03', rang: 1, ...commun },
        { nomNaissance: "D'ARGENSOL", prenoms: 'SOLENE', dateNaissance: '1981-02-27', rang: 1, ...commun },
        { nomNaissance: "D'ARGENSOL", prenoms: 'LEO', dateNaissance: '2016-06-18', rang: 1, ...commun },
        { nomNaissance: 'D ARGENSOL', prenoms: 'LEA', dateNaissance: '2016-06-18', rang: 2, ...commun },
      ],
    })
    expect(Object.keys((JSON.parse(sortie) as { beneficiaires: object[] }).beneficiaires[0] ?? {})).toEqual([
      'nomNaissance',
      'nomUsuel',
      'prenoms',
      'dateNaissance',
      'rang',
      'matricule',
      'nirAssure',
    ])
  })

  it.each([
    ['sans carte', 'etat', 10, 'cartes/absente'],
    ['une CPS seule, dans son lecteur', 'inserer cps cps', 10, 'cartes/absente'],
    ['sans lecteur', 'brancher', 11, 'cartes/aucun-lecteur'],
    ['carte muette', 'muette', 12, 'cartes/muette'],
    ['Vitale d’ancienne génération', 'inserer ancienne', 12, 'cartes/vitale-ancienne'],
    ['carte inconnue', 'inserer inconnue', 12, 'cartes/non-reconnue'],
    ['service arrêté', 'arreter-service', 13, 'cartes/service-arrete'],
  ])('lire, %s (%s) : sortie %i', async (_cas, ordre, sortie, code) => {
    await order(ordre)
    expect(await poste('lire')).toEqual({ statut: sortie, code, sortie: '' })
  })

  it('suivre : un événement par ligne, jusqu’à l’arrêt demandé', async () => {
    const enfant = lancer('suivre')
    const lignes: object[] = []
    if (enfant.stdout)
      createInterface({ input: enfant.stdout }).on('line', (ligne) =>
        lignes.push(JSON.parse(ligne) as object),
      )
    const until = async (nombre: number) => {
      for (let tour = 0; tour < 400 && lignes.length < nombre; tour += 1) await sleep(20)
    }
    await until(2)
    await order('inserer A')
    await until(3)
    await order('retirer')
    await until(4)
    await order('muette')
    await until(5)
    await order('brancher cps')
    const revenu = JSON.stringify({ evenement: 'lecteur-branche', lecteur: 'Lecteur CPS 00 00' })
    for (
      let tour = 0;
      tour < 400 && !lignes.slice(5).some((une) => JSON.stringify(une) === revenu);
      tour += 1
    )
      await sleep(20)
    enfant.kill('SIGTERM')
    const [statut] = (await once(enfant, 'close')) as [number]
    const lecteur = 'Lecteur Vitale 00 00'
    const cps = 'Lecteur CPS 00 00'
    expect(statut).toBe(0)
    expect(lignes.slice(0, 5)).toEqual([
      { evenement: 'lecteur-branche', lecteur },
      { evenement: 'lecteur-branche', lecteur: cps },
      { evenement: 'carte-inseree', lecteur, carte: 'vitale2' },
      { evenement: 'carte-retiree', lecteur },
      { evenement: 'carte-muette', lecteur },
    ])
    expect(lignes.slice(5)).toEqual(
      expect.arrayContaining([
        { evenement: 'carte-retiree', lecteur },
        { evenement: 'lecteur-debranche', lecteur },
        { evenement: 'lecteur-branche', lecteur: cps },
      ]),
    )
    expect(JSON.stringify(lignes)).not.toMatch(/LANDREVILLE|\d{13}/)
  })

  it('une action inconnue est refusée', async () =>
    expect(await poste('ecrire')).toMatchObject({ statut: 2, code: 'commande/inconnue' }))
})
