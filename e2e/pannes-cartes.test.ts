import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { recognise } from '#native-bridge/cards/recognise.ts'
import { readVitale } from '#native-bridge/cards/vitale/read-vitale.ts'
import { openPcscDriver } from '#native-bridge/pcsc/koffi-driver.ts'
import type { PcscDriver } from '#native-bridge/pcsc/pcsc-driver.ts'
import { openRival } from '#native-bridge/pcsc/rival.ts'
import { openStation } from '#native-bridge/pcsc/station.ts'
import { prepareApilec } from '#simulators/cards/apilec/apilec-simulee.ts'
import { FAMILLE_APILEC } from '#simulators/cards/apilec/exemple-famille.ts'
import { CPS, ouvrirBancCartes, VITALE } from './banc-cartes.ts'
import { refusal } from './refusal.ts'

const ouvert = await ouvrirBancCartes()
const raison = typeof ouvert === 'string' ? ` (ignoré : ${ouvert})` : ''

const driver = (): PcscDriver => {
  const pilote = openPcscDriver()
  if (!pilote.ok) throw new Error(pilote.error.code)
  return pilote.value
}

const A_LUE = { ok: true, value: { lecteur: VITALE, beneficiaires: [{ nomNaissance: 'LANDREVILLE' }] } }

/** The table of failures of the card layer, row by row: how each is seen, what it says, what the desk does. */
describe.skipIf(typeof ouvert === 'string')(
  `pannes des cartes, ligne par ligne, sur le vrai service${raison}`,
  () => {
    if (typeof ouvert === 'string') return
    const { order, start, client, etat, reader, until, holds, refused, dossier } = ouvert

    beforeEach(() => start())
    afterEach(() => ouvert.rest())
    afterAll(() => ouvert.close())

    it('1. service arrêté ou tué : dit, la lecture est refusée, et tout reprend seul en moins de 3 s avec un contexte neuf', async () => {
      for (const ordre of ['arreter-service', 'tuer-service']) {
        await order(ordre)
        await refused('cartes/service-arrete')
        expect(await client().lireVitale()).toEqual(
          refusal('cartes/service-arrete', /service de cartes à puce est arrêté.*saisie à la main/),
        )
        await order('demarrer-service')
        const retour = performance.now()
        await until(() => etat()?.lecteurs.length === 2)
        expect(performance.now() - retour).toBeLessThan(3000)
        await order('inserer A')
        await holds('vitale2')
        expect(await client().lireVitale()).toMatchObject(A_LUE)
        await order('retirer')
      }
    })

    it('1. bibliothèque PC/SC absente : dit, le poste continue sans cartes', async () => {
      await start({ bibliotheque: join(dossier, 'absente.so') })
      await refused('cartes/bibliotheque-absente')
      expect(await client().lireVitale()).toEqual(
        refusal('cartes/bibliotheque-absente', /absente.*poursuivez à la main/),
      )
    })

    it('2. aucun lecteur : dit, et le lecteur branché se voit seul', async () => {
      await order('brancher')
      await refused('cartes/aucun-lecteur')
      expect(await client().lireVitale()).toEqual(
        refusal('cartes/aucun-lecteur', /Aucun lecteur de carte détecté : branchez le lecteur/),
      )
      await order('brancher vitale')
      await until(() => etat()?.lecteurs.length === 1)
      expect(reader()).toEqual({ nom: VITALE, carte: null, muette: false, presence: 0 })
    })

    it('3. lecteur débranché pendant la lecture : lecture abandonnée, rien de repris ; le lecteur absent est refusé par son nom', async () => {
      await order('figer B 9')
      await holds('vitale2')
      const lecture = client().lireVitale()
      await sleep(100)
      await order('brancher cps')
      expect((await lecture).ok).toBe(false)
      await until(() => etat()?.lecteurs.length === 1 && reader(CPS))
      const station = openStation({ driver: driver(), recognise })
      expect(await station.withCard(VITALE, readVitale)).toEqual(
        refusal('cartes/lecteur-debranche', /débranché.*saisie en cours est conservée/, VITALE),
      )
      await station.stop()
    })

    it('4. aucune carte : ce n’est pas une panne, la lecture dit d’insérer la carte', async () => {
      expect([etat()?.refus, reader()?.carte]).toEqual([null, null])
      expect(await client().lireVitale()).toEqual(
        refusal('cartes/absente', /Aucune carte.*insérez la carte Vitale/),
      )
    })

    it('5. carte muette (à l’envers, sale) : dite illisible, attendue jusqu’à son retrait', async () => {
      await order('muette')
      await until(() => reader()?.muette)
      expect(await client().lireVitale()).toEqual(
        refusal('cartes/muette', /illisible : vérifiez le sens, nettoyez la puce, réinsérez/),
      )
      await order('inserer A')
      await holds('vitale2')
      expect(await client().lireVitale()).toMatchObject(A_LUE)
    })

    it('6. carte retirée pendant la lecture : 80100016 puis 80100069 du vrai service, rien n’est repris', async () => {
      await order('figer B 9')
      await holds('vitale2')
      const lecture = client().lireVitale()
      await sleep(100)
      await order('retirer')
      expect(await lecture).toEqual(
        refusal('cartes/retiree', /retirée pendant la lecture : aucune donnée n'a été reprise/, VITALE),
      )
      await holds(null)
      await order('figer A 0')
      await holds('vitale2')
      const rival = await openRival(VITALE)
      const premiere = rival.transmit('00A4040000')
      await sleep(100)
      await order('retirer')
      const codes = [await premiere]
      while (codes.at(-1) !== '80100069') codes.push(await rival.transmit('00A4040000'))
      // The simulated reader first answers nothing, successfully; the service may know at once that the card left.
      expect(['', '80100016', '80100069']).toEqual(expect.arrayContaining([...new Set(codes)]))
      await rival.close()
    })

    it('7. carte tenue par un autre logiciel : trois nouveaux essais, puis « utilisée par un autre logiciel »', async () => {
      await order('inserer A')
      await holds('vitale2')
      const rival = await openRival(VITALE, 'exclusif')
      const depart = performance.now()
      expect(await client().lireVitale()).toEqual(
        refusal('cartes/occupee', /utilisée par un autre logiciel/, VITALE),
      )
      expect(performance.now() - depart).toBeGreaterThan(850)
      const lecture = client().lireVitale()
      await sleep(300)
      await rival.close()
      expect(await lecture).toMatchObject(A_LUE)
    })

    it('8. carte réinitialisée par un autre logiciel (80100068) : reprise et relue en entier, une fois, sans rien dire', async () => {
      await order('inserer A')
      await holds('vitale2')
      const relire = async (resets: number) => {
        const vrai = driver()
        const rival = await openRival(VITALE)
        let reste = resets
        const bouscule: PcscDriver = {
          ...vrai,
          async begin(liaison) {
            if (reste > 0) await rival.reset()
            reste -= 1
            return vrai.begin(liaison)
          },
        }
        const station = openStation({ driver: bouscule, recognise })
        const lue = await station.withCard(VITALE, readVitale)
        await station.stop()
        await rival.close()
        return lue
      }
      expect(await relire(1)).toMatchObject({
        ok: true,
        value: { beneficiaires: [{ nomNaissance: 'LANDREVILLE' }] },
      })
      expect(await relire(2)).toEqual(
        refusal('cartes/reinitialisee', /réinitialisée par un autre logiciel/, VITALE),
      )
    })

    it.each([
      [
        'CPS dans les deux lecteurs',
        'cps',
        'cps3',
        'cartes/professionnelle',
        /carte professionnelle est dans le lecteur Vitale/,
      ],
      ['badge d’agent', 'agent', 'agent-cnam', 'cartes/non-reconnue', /n'est pas reconnue/],
      [
        'carte inconnue, sans application Vitale',
        'inconnue',
        'inconnue',
        'cartes/non-reconnue',
        /n'est pas reconnue/,
      ],
    ] as const)(
      '9. mauvaise carte, %s : ce qui est là est nommé',
      async (_cas, carte, genre, code, phrase) => {
        await order(`inserer ${carte} vitale`)
        if (carte === 'cps') await order('inserer cps cps')
        await holds(genre)
        if (carte === 'cps') await holds('cps3', CPS)
        expect(await client().lireVitale()).toMatchObject(refusal(code, phrase))
      },
    )

    it('10. Vitale d’ancienne génération : la saisie continue à la main ; par l’API officielle, la CPx est demandée puis la carte se lit', async () => {
      await order('inserer ancienne')
      await holds('vitale1')
      expect(await client().lireVitale()).toEqual(
        refusal('cartes/vitale-ancienne', /ancienne génération.*à la main/),
      )
      const apilec = await prepareApilec(join(dossier, 'apilec'))
      if (!apilec.ok) throw new Error(apilec.error)
      await start({ apilec: apilec.value })
      await holds('vitale1')
      expect(await client().lireVitale()).toMatchObject(
        refusal('cartes/cpx-requise', /insérez aussi votre carte professionnelle/),
      )
      await order('inserer cps cps')
      await holds('cps3', CPS)
      await apilec.value.answer(FAMILLE_APILEC)
      expect(await client().lireVitale()).toMatchObject({
        ok: true,
        value: { carte: 'vitale1', beneficiaires: [{ prenoms: 'ZOÉ' }, {}, {}] },
      })
    })

    it('11. carte échangée entre la lecture et l’appel INSi : sa présence n’est plus la même, et rien de la première ne reste lisible', async () => {
      await order('inserer A')
      await holds('vitale2')
      expect(await client().lireVitale()).toMatchObject(A_LUE)
      const lue = client().presence(VITALE)
      await order('inserer A')
      await until(() => reader()?.carte === 'vitale2' && reader()?.presence !== lue)
      expect(client().presence(VITALE)).not.toBe(lue)
    })

    it('17. module cartes tombé, même par l’API de lecture : dit, relancé seul en moins de 3 s, la carte suivante se lit', async () => {
      const apilec = await prepareApilec(join(dossier, 'apilec'))
      if (!apilec.ok) throw new Error(apilec.error)
      await apilec.value.answer(FAMILLE_APILEC)
      await apilec.value.fail('plante')
      await start({ apilec: apilec.value })
      await order('inserer A')
      await holds('vitale2')
      expect(await client().lireVitale()).toEqual(
        refusal('cartes/module-arrete', /redémarre seul : poursuivez la saisie/),
      )
      const depart = performance.now()
      await holds('vitale2')
      expect(performance.now() - depart).toBeLessThan(3000)
      await apilec.value.fail()
      expect((await client().lireVitale()).ok).toBe(true)
      for (const { pid } of await ouvert.processes()) process.kill(pid, 'SIGKILL')
      await refused('cartes/module-arrete')
      await holds('vitale2')
      expect((await client().lireVitale()).ok).toBe(true)
    })
  },
)
