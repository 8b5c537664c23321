import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { Bibliotheque } from '#domain/cartes/bibliotheque.ts'
import { refuser } from '#domain/refus/refus.ts'
import { echec } from '#domain/result.ts'
import { membresDe } from '#simulators/cards/familles.ts'
import { vitaleCard } from '#simulators/cards/vitale-card.ts'
import { createCryptolib } from '../cards/cpx/cryptolib.ts'
import { followCpx } from '../cards/cpx/follow-cpx.ts'
import { recognise } from '../cards/recognise.ts'
import { scriptedDriver } from '../pcsc/scripted-driver.ts'
import { fournisseurApdu } from '../cards/vitale/fournisseur-apdu.ts'
import { openStation } from '../pcsc/station.ts'
import type { Nouvelle } from './messages.ts'
import { serveCartes } from './serve-cartes.ts'

const INSEREE = { etat: (1 << 16) | 0x120, atr: '3B751300004709EA9000' }
const nir = '2870429019901'
const INVENTAIRE: readonly Bibliotheque[] = [{ nom: 'koffi', chemin: null, version: '3.3.4', refus: null }]

async function served(apdu: (commande: Uint8Array) => Uint8Array | Promise<Uint8Array>) {
  const driver = scriptedDriver({ lecteurs: { Vitale: INSEREE }, apdu })
  const station = openStation({ driver, recognise })
  const dites: Nouvelle[] = []
  const cpx = followCpx({
    station,
    cryptolib: createCryptolib(() => echec(refuser('cpx/bibliotheque-absente'))),
    publish: (etat) => dites.push({ type: 'cpx', etat }),
    onHung: () => undefined,
  })
  const ask = serveCartes(
    { station, vitale: fournisseurApdu, cpx },
    () => Promise.resolve(INVENTAIRE),
    (nouvelle) => dites.push(nouvelle),
  )
  const until = async (type: Nouvelle['type']) => {
    for (let tour = 0; tour < 200 && !dites.some((dite) => dite.type === type); tour += 1) await sleep(10)
    return dites.filter((dite) => dite.type === type)
  }
  return { driver, station, ask, until }
}

describe('le module cartes répond aux demandes du poste', () => {
  it('dit l’état puis lit la carte', async () => {
    const card = vitaleCard(membresDe('A'), 'carte')
    const { station, ask, until } = await served((commande) => card.apdu(commande))
    ask({ type: 'lireVitale', numero: 12, lecteur: null })
    expect(await until('lecture')).toEqual([
      {
        type: 'lecture',
        numero: 12,
        resultat: {
          ok: true,
          value: {
            lecteur: 'Vitale',
            carte: 'vitale2',
            serie: expect.any(String),
            beneficiaires: [
              {
                nomNaissance: 'LANDREVILLE',
                nomUsuel: null,
                prenoms: 'ANNE-CLAIRE',
                dateNaissance: '1987-04-12',
                rang: 1,
                matricule: null,
                nirAssure: nir,
                regime: null,
              },
            ],
          },
        },
      },
    ])
    expect(await until('etat')).toEqual([
      {
        type: 'etat',
        etat: { lecteurs: [{ nom: 'Vitale', carte: 'vitale2', muette: false, presence: 1 }], refus: null },
      },
    ])
    await station.stop()
  })

  it('carte échangée pendant la lecture : refus, la première n’est pas reprise', async () => {
    const card = vitaleCard(membresDe('A'), 'carte')
    let commandes = 0
    const { driver, station, ask, until } = await served(async (commande) => {
      commandes += 1
      if (commandes === 5) {
        driver.plug({ Vitale: { ...INSEREE, etat: (3 << 16) | 0x120 } })
        await sleep(30)
      }
      return card.apdu(commande)
    })
    ask({ type: 'lireVitale', numero: 1 })
    expect(await until('lecture')).toEqual([
      {
        type: 'lecture',
        numero: 1,
        resultat: { ok: false, error: { code: 'cartes/retiree', champ: 'Vitale' } },
      },
    ])
    await station.stop()
  })

  it('annulation : refus d’annulation', async () => {
    const { station, ask, until } = await served(() => sleep(300, Uint8Array.of(0x90, 0)))
    ask({ type: 'lireVitale', numero: 1 })
    await sleep(50)
    ask({ type: 'annuler', numero: 1 })
    expect(await until('lecture')).toEqual([
      {
        type: 'lecture',
        numero: 1,
        resultat: { ok: false, error: { code: 'cartes/annulee', champ: 'Vitale' } },
      },
    ])
    await station.stop()
  })

  it('dit de quelles bibliothèques il se sert', async () => {
    const { station, ask, until } = await served(() => new Uint8Array())
    ask({ type: 'inventorier', numero: 5 })
    expect(await until('inventaire')).toEqual([
      { type: 'inventaire', numero: 5, resultat: { ok: true, value: INVENTAIRE } },
    ])
    await station.stop()
  })

  it('sans bibliothèque PC/SC : le poste l’apprend, et chaque demande est refusée', async () => {
    const dites: Nouvelle[] = []
    const ask = serveCartes(
      null,
      () => Promise.resolve(INVENTAIRE),
      (nouvelle) => dites.push(nouvelle),
    )
    ask({ type: 'lireVitale', numero: 3 })
    ask({ type: 'fermerCpx', numero: 4, presence: 1 })
    await sleep(0)
    expect(dites).toEqual([
      { type: 'etat', etat: { lecteurs: [], refus: 'cartes/bibliotheque-absente' } },
      { type: 'cpx', etat: { etat: 'absente', refus: 'cartes/bibliotheque-absente' } },
      { type: 'lecture', numero: 3, resultat: { ok: false, error: { code: 'cartes/bibliotheque-absente' } } },
      {
        type: 'reponseCpx',
        numero: 4,
        resultat: { ok: false, error: { code: 'cartes/bibliotheque-absente' } },
      },
    ])
  })
})
