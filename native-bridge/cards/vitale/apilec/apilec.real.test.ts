import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { prepareApilec } from '#simulators/cards/apilec/apilec-simulee.ts'
import { FAMILLE_APILEC } from '#simulators/cards/apilec/exemple-famille.ts'
import { scriptedDriver, type ScriptedDriver } from '../../../pcsc/scripted-driver.ts'
import { openStation } from '../../../pcsc/station.ts'
import { recognise } from '../../recognise.ts'
import { readInsertedVitale } from '../read-inserted.ts'
import { createFournisseurApilec, type OptionsApilec } from './fournisseur-apilec.ts'

const dossier = await mkdtemp(join(tmpdir(), 'apilec-'))
const preparee = await prepareApilec(dossier)
const raison = preparee.ok ? '' : ` (ignoré : ${preparee.error})`

const carte = (compteur: number, atr: string) => ({ etat: ((compteur << 16) | 0x120) >>> 0, atr })
const VITALE_2 = carte(1, '3B751300004709EA9000')
const VITALE_1 = carte(1, '3F65250052096A9000')
const CPS = carte(1, '3BAC00402A001225006480000310009000')
const VIDE = { etat: 0x10 }

describe.skipIf(!preparee.ok)(
  `lecture par l’API de lecture Vitale, bibliothèque C compilée ici${raison}`,
  () => {
    const apilec = () => {
      if (!preparee.ok) throw new Error(preparee.error)
      return preparee.value
    }
    const lire = async (
      lecteurs: Parameters<ScriptedDriver['plug']>[0],
      options: Partial<OptionsApilec> & { pendant?: (driver: ScriptedDriver) => Promise<void> } = {},
      signal = new AbortController().signal,
    ) => {
      const driver = scriptedDriver({ lecteurs })
      const station = openStation({ driver, recognise })
      const { bibliotheque, dossier } = apilec()
      const fournisseur = createFournisseurApilec({
        bibliotheque,
        dossier,
        onHung: () => undefined,
        ...options,
      })
      const lecture = readInsertedVitale({ station, vitale: fournisseur }, null, signal)
      await options.pendant?.(driver)
      const lue = await lecture
      await station.stop()
      return lue
    }
    const refus = (code: string, champ?: string) => ({
      ok: false,
      error: { code, ...(champ !== undefined && { champ }) },
    })

    beforeEach(async () => {
      await apilec().answer(FAMILLE_APILEC)
      await apilec().fail()
      await rm(join(dossier, 'api_lec.ini'), { force: true })
    })
    afterAll(() => rm(dossier, { recursive: true }))

    it('une famille entière, accents compris', async () => {
      expect(await lire({ Vitale: VITALE_2, CPS })).toEqual({
        ok: true,
        value: {
          lecteur: 'Vitale',
          carte: 'vitale2',
          serie: null,
          beneficiaires: [
            {
              nomNaissance: 'DÉSIRÉ-MAËL',
              nomUsuel: "D'ARGENSOL",
              prenoms: 'ZOÉ',
              dateNaissance: '1981-02-27',
              rang: 1,
              matricule: '281029900100149',
              nirAssure: '281029900100149',
              regime: { code: '01', caisse: '751', centre: '0001', codeGestion: '10' },
            },
            {
              nomNaissance: "D'ARGENSOL",
              nomUsuel: null,
              prenoms: 'LEO',
              dateNaissance: '..16-06-18',
              rang: 1,
              matricule: '116069900100348',
              nirAssure: '281029900100149',
              regime: { code: '01', caisse: '751', centre: '0002', codeGestion: null },
            },
            {
              nomNaissance: "D'ARGENSOL",
              nomUsuel: null,
              prenoms: 'LEA',
              dateNaissance: '2016-13-00',
              rang: 2,
              matricule: null,
              nirAssure: '281029900100149',
              regime: null,
            },
          ],
        },
      })
    })

    it('une Vitale d’ancienne génération se lit aussi, et se dit telle', async () => {
      const lue = await lire({ Vitale: VITALE_1, CPS })
      expect(lue.ok && [lue.value.carte, lue.value.beneficiaires.length]).toEqual(['vitale1', 3])
    })

    it('le lecteur est celui que nomme api_lec.ini : une Vitale dans l’autre lecteur n’est pas lue à sa place', async () => {
      await writeFile(join(dossier, 'api_lec.ini'), '[API]\r\nRessource_CPS=Deux\r\nRessource_Vitale=Un\r\n')
      expect(await lire({ Un: VIDE, Deux: VITALE_2 })).toEqual(refus('cartes/absente'))
      const lue = await lire({ Un: VITALE_2, Deux: VITALE_2 })
      expect(lue.ok && lue.value.lecteur).toBe('Un')
    })

    it('sans carte professionnelle, un refus de l’API demande la carte professionnelle ; avec elle, il se dit avec son code', async () => {
      await apilec().fail('panne Hn_Lecture 61450')
      expect(await lire({ Vitale: VITALE_2, CPS: VIDE })).toEqual(
        refus('cartes/cpx-requise', 'Hn_Lecture 61450'),
      )
      expect(await lire({ Vitale: VITALE_2, CPS })).toEqual(refus('cartes/apilec-refus', 'Hn_Lecture 61450'))
    })

    it('API qui ne démarre pas : refus avec son code, puis tout repart', async () => {
      await apilec().fail('panne Hn_Init 7')
      expect(await lire({ Vitale: VITALE_2, CPS })).toEqual(refus('cartes/apilec-refus', 'Hn_Init 7'))
      await apilec().fail()
      expect((await lire({ Vitale: VITALE_2, CPS })).ok).toBe(true)
    })

    it('bibliothèque absente : refus, et trouvée dès qu’elle est installée', async () => {
      expect(await lire({ Vitale: VITALE_2 }, { bibliotheque: '/absente.so' })).toEqual(
        refus('cartes/apilec-absente'),
      )
    })

    it('réponse incomplète ou plus longue que le tampon : aucune identité', async () => {
      await apilec().answer(FAMILLE_APILEC.slice(0, 900))
      expect(await lire({ Vitale: VITALE_2, CPS })).toEqual(refus('cartes/contenu-illisible'))
      await apilec().answer(`${FAMILLE_APILEC}${' '.repeat(70_000)}`)
      expect(await lire({ Vitale: VITALE_2, CPS })).toEqual(refus('cartes/apilec-refus', 'Hn_Lecture 3'))
    })

    it('carte retirée pendant la lecture : refus, même si l’API a répondu', async () => {
      await apilec().fail('lente 300')
      const pendant = async (driver: ScriptedDriver) => {
        await sleep(100)
        driver.plug({ Vitale: VIDE, CPS })
      }
      expect(await lire({ Vitale: VITALE_2, CPS }, { pendant })).toEqual(refus('cartes/retiree', 'Vitale'))
    })

    it('lecture trop longue : l’agent est rendu à sa saisie, la bibliothèque qui ne revient pas coûte le module', async () => {
      await apilec().fail('lente 600')
      let pendue = 0
      const options = { delaiMs: 100, pendueMs: 300, onHung: () => void (pendue += 1) }
      expect(await lire({ Vitale: VITALE_2, CPS }, options)).toEqual(refus('cartes/delai', 'Vitale'))
      expect(pendue).toBe(0)
      await sleep(400)
      expect(pendue).toBe(1)
    })

    it('lecture annulée par l’agent : refus d’annulation aussitôt', async () => {
      await apilec().fail('lente 300')
      const depart = performance.now()
      expect(await lire({ Vitale: VITALE_2, CPS }, {}, AbortSignal.timeout(50))).toEqual(
        refus('cartes/annulee', 'Vitale'),
      )
      expect(performance.now() - depart).toBeLessThan(250)
    })
  },
)
