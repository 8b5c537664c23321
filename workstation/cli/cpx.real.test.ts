import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { startSimulateurCartes } from '#simulators/cards/simulateur-cartes.ts'

const dossier = await mkdtemp(join(tmpdir(), 'lecteurs-'))
const demarre = await startSimulateurCartes(dossier)
const raison = demarre.ok ? '' : ` (ignoré : ${demarre.error})`

describe.skipIf(!demarre.ok)(`poste cpx${raison}`, () => {
  const order = async (ligne: string) => {
    if (!demarre.ok) throw new Error(demarre.error)
    await demarre.value.order(ligne)
    // The card service looks at a simulated reader every 400 ms.
    await sleep(500)
  }
  afterAll(async () => {
    if (demarre.ok) await demarre.value.stop()
    await rm(dossier, { recursive: true })
  })

  const poste = async (bibliotheque = demarre.ok ? demarre.value.cpx.bibliotheque : '') => {
    const programme = [join(import.meta.dirname, 'poste.ts'), 'cpx', '--bibliotheque', bibliotheque]
    const enfant = spawn(process.execPath, programme)
    let sortie = ''
    let erreurs = ''
    enfant.stdout.setEncoding('utf8').on('data', (morceau: string) => (sortie += morceau))
    enfant.stderr.setEncoding('utf8').on('data', (morceau: string) => (erreurs += morceau))
    const [statut] = (await once(enfant, 'close')) as [number]
    const code = erreurs === '' ? null : (JSON.parse(erreurs) as { code: string }).code
    return { statut, code, sortie: sortie === '' ? null : (JSON.parse(sortie) as object) }
  }

  it('sans carte : 10', async () =>
    expect(await poste()).toEqual({ statut: 10, code: 'cpx/absente', sortie: null }))

  it('une CPE : son porteur, sans code, et 0', async () => {
    await order('inserer cpe cps')
    expect(await poste()).toEqual({
      statut: 0,
      code: null,
      sortie: {
        lecteur: 'Lecteur CPS 00 00',
        idNat: '30B0199999/AGENT0042',
        annuaire: 'finess',
        nom: "D'ESTREVAL",
        prenom: 'HÉLÈNE',
        profession: null,
        codeProfession: null,
        structure: '10B0199999',
        nominative: true,
        type: 'CDE-CPE',
        numeroCarte: '2609990002',
        debutValidite: expect.any(String),
        finValidite: expect.any(String),
        emetteur: 'TEST AC CARTES FICTIVES',
        test: true,
        code: 'disponible',
      },
    })
  })

  it('Cryptolib absente : 14', async () => {
    const { statut, code } = await poste('/absente.so')
    expect([statut, code]).toEqual([14, 'cpx/bibliotheque-absente'])
  })

  it('carte muette : 12', async () => {
    await order('retirer cps')
    await order('muette cps')
    const { statut, code } = await poste()
    expect([statut, code]).toEqual([12, 'cartes/muette'])
  })

  it('service arrêté : 13', async () => {
    await order('arreter-service')
    const { statut, code } = await poste()
    expect([statut, code]).toEqual([13, 'cartes/service-arrete'])
  })
})
