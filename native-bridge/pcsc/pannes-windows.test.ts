import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { EtatCartes } from '#domain/cartes/etat-cartes.ts'
import { phrases, type CodeRefus } from '#domain/refus/refus.ts'
import { membresDe } from '#simulators/cards/familles.ts'
import { vitaleCard } from '#simulators/cards/vitale-card.ts'
import { recognise } from '../cards/recognise.ts'
import { fournisseurApdu } from '../cards/vitale/fournisseur-apdu.ts'
import { readInsertedVitale } from '../cards/vitale/read-inserted.ts'
import { SCARD } from './scard-codes.ts'
import { scriptedDriver, type ScriptedDriver } from './scripted-driver.ts'
import { openStation } from './station.ts'

const INSEREE = { etat: (1 << 16) | 0x120, atr: '3B751300004709EA9000' }

/** A Windows desk whose driver answers as told; what it says, and what a reading gives. */
async function desk(script: (driver: ScriptedDriver) => void) {
  const carte = vitaleCard(membresDe('A'), 'carte')
  const driver = scriptedDriver({
    systeme: 'win32',
    lecteurs: { Vitale: INSEREE },
    apdu: (commande) => carte.apdu(commande),
  })
  script(driver)
  const station = openStation({ driver, recognise, delaiMs: 3000 })
  const etats: EtatCartes[] = []
  station.watch((etat) => etats.push(etat))
  const lire = () =>
    readInsertedVitale({ station, vitale: fournisseurApdu }, null, new AbortController().signal)
  return { driver, station, etats, lire }
}

const refusal = (code: CodeRefus, phrase: RegExp) => {
  expect(phrases[code]).toMatch(phrase)
  return { ok: false, error: { code, champ: 'Vitale' } }
}

describe('pannes des cartes que seul Windows donne : chaque code, sa phrase, son effet', () => {
  it.each([
    ['8010001D, service arrêté', SCARD.NO_SERVICE],
    ['8010001E, service qui s’arrête', SCARD.SERVICE_STOPPED],
  ])(
    '1. %s : depuis Windows 8, c’est qu’il n’y a plus de lecteur ; tout revient avec un contexte neuf',
    async (_code, code) => {
      const { driver, station, etats, lire } = await desk((script) => script.fail('establish', code))
      expect(await station.etat()).toEqual({ lecteurs: [], refus: 'cartes/aucun-lecteur' })
      expect(phrases['cartes/aucun-lecteur']).toMatch(/branchez le lecteur/)
      for (let tour = 0; tour < 200 && etats.length < 2; tour += 1) await sleep(10)
      expect(driver.appels.filter((appel) => appel === 'establish')).toHaveLength(2)
      expect((await lire()).ok).toBe(true)
      await station.stop()
    },
  )

  it.each([
    [
      '1. 00000006, session distante coupée',
      0x06,
      'cartes/service-arrete',
      /service de cartes à puce est arrêté/,
    ],
    [
      '1. 0000006D, session distante sans carte',
      0x6d,
      'cartes/service-arrete',
      /service de cartes à puce est arrêté/,
    ],
    ['2. 8010002E, aucun lecteur', 0x8010002e, 'cartes/aucun-lecteur', /Aucun lecteur/],
    ['3. 80100017, lecteur indisponible', 0x80100017, 'cartes/lecteur-debranche', /débranché/],
    ['3. 00000016, lecteur USB arraché', 0x16, 'cartes/lecteur-debranche', /débranché/],
    ['3. 0000048F, lecteur non connecté', 0x48f, 'cartes/lecteur-debranche', /débranché/],
    ['5. 80100065, carte non gérée', 0x80100065, 'cartes/muette', /illisible : vérifiez le sens/],
    ['5. 80100066, carte qui ne répond pas', 0x80100066, 'cartes/muette', /illisible : vérifiez le sens/],
    ['6. 8010002F, échange perdu', 0x8010002f, 'cartes/retiree', /aucune donnée n'a été reprise/],
    ['6. 0000001F, pilote en échec', 0x1f, 'cartes/retiree', /aucune donnée n'a été reprise/],
    ['7. 80100010, lecteur pas prêt', 0x80100010, 'cartes/occupee', /autre logiciel/],
    ['9. 8010000D, carte inconnue du service', 0x8010000d, 'cartes/non-reconnue', /n'est pas reconnue/],
    ['9. 8010000F, ni T=0 ni T=1', 0x8010000f, 'cartes/non-reconnue', /n'est pas reconnue/],
    ['fermeture de session Windows, 80100012', 0x80100012, 'cartes/annulee', /annulée/],
    ['code jamais vu', 0x80109999, 'cartes/anomalie', /anomalie/],
  ] as const)(
    '%s, au milieu de la lecture : sa phrase, aucune donnée, et la lecture suivante réussit',
    async (_code, code, refus, phrase) => {
      const { driver, station, lire } = await desk(() => undefined)
      await station.etat()
      for (const rang of [0, 4, 9]) {
        driver.fail('transmit', ...Array.from({ length: rang }, () => SCARD.SUCCESS), code)
        expect(await lire()).toEqual(refusal(refus, phrase))
      }
      driver.fail('connect', code)
      expect((await lire()).ok).toBe(false)
      expect((await lire()).ok).toBe(true)
      expect(driver.ouverts()).toBe(1)
      await station.stop()
    },
  )
})
