import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { openRival } from '#native-bridge/pcsc/rival.ts'
import { FAMILLES, membresDe } from '#simulators/cards/familles.ts'
import { suivreCarte } from '#workstation/cartes/carte-presente.ts'
import { ouvrirBancCartes, VITALE } from './banc-cartes.ts'

/** How many random events; `sh bin/campagne cartes` asks for ten thousand. */
const EVENEMENTS = Number(process.env['GUICHET_CAMPAGNE_CARTES'] ?? 100)
const GRAINE = Number(process.env['GUICHET_GRAINE'] ?? 20_261_126)
const RETABLI_MS = 3000
/** Longest time a person of a card may stay shown after it left: the lock of the screen has as much. */
const OUBLI_MS = 1000

const ouvert = await ouvrirBancCartes()
const raison = typeof ouvert === 'string' ? ` (ignoré : ${ouvert})` : ''

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function drawing(graine: number): () => number {
  let etat = graine
  return () => {
    etat = (etat + 0x6d2b79f5) | 0
    let t = Math.imul(etat ^ (etat >>> 15), 1 | etat)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** The names a card of this family gives, all of them. */
const personnesDe = (famille: string): string =>
  membresDe(famille)
    .map(({ nom, prenom }) => `${nom} ${prenom}`)
    .join(', ')

const centile = (durees: readonly number[], part: number): number =>
  durees.toSorted((a, b) => a - b)[Math.min(durees.length - 1, Math.floor(durees.length * part))] ?? 0

describe.skipIf(typeof ouvert === 'string')(`campagne de cartes${raison}`, () => {
  if (typeof ouvert === 'string') return
  const { order, start, client, until, processes } = ouvert
  afterAll(() => ouvert.close())

  it(
    `${EVENEMENTS} insertions, retraits, arrachages, réinitialisations, services et modules tués au hasard : ni chute, ni identité périmée, retour en moins de 3 s, mémoire plate`,
    async () => {
      await start()
      const carte = suivreCarte(client())
      carte.servir(true)
      const hasard = drawing(GRAINE)
      const pick = <T>(choix: readonly T[]): T => choix[Math.floor(hasard() * choix.length)] as T
      let famille: string | null = null
      let depuis = performance.now()
      let montree = false
      const oublis: number[] = []
      const retours: number[] = []
      const fautes: string[] = []

      const shown = (): string | null => {
        const { lecture } = carte.vue.lire()
        if (lecture.etat !== 'lue') return null
        return lecture.beneficiaires
          .map(({ nomNaissance, prenoms }) => `${nomNaissance} ${prenoms}`)
          .join(', ')
      }
      const move = async (nouvelle: string | null, ordre: string): Promise<void> => {
        montree = shown() !== null
        await order(ordre)
        famille = nouvelle
        depuis = performance.now()
      }
      /** What a window sees, at each change: whole persons of the card that is there, or that left a moment ago. */
      const arret = new AbortController()
      const watch = async (): Promise<void> => {
        for await (const vue of carte.vue.suivre(arret.signal)) {
          if (vue.lecture.etat !== 'lue') continue
          const vues = shown()
          if (vues !== null && !FAMILLES.some((une) => personnesDe(une) === vues))
            fautes.push(`partielle : ${vues}`)
        }
      }
      const veille = watch()
      /** How long the persons of a card that left stay shown. */
      const forgotten = async (): Promise<void> => {
        await until(
          () => shown() === null || (famille !== null && shown() === personnesDe(famille)),
          RETABLI_MS,
        )
        if (montree) oublis.push(performance.now() - depuis)
        montree = false
      }
      const settled = async (): Promise<void> => {
        await forgotten()
        const attendues = famille === null ? null : personnesDe(famille)
        await until(() => {
          const { cartes } = carte.vue.lire()
          const calme = cartes.refus === null && cartes.lecteurs.length === 2
          return calme && shown() === attendues
        }, RETABLI_MS)
        retours.push(performance.now() - depuis)
      }
      const evenements: Readonly<Record<string, () => Promise<void>>> = {
        inserer: () => {
          const une = pick(FAMILLES)
          return move(une, `inserer ${une}`)
        },
        retirer: () => move(null, 'retirer'),
        arracher: async () => {
          const une = pick(FAMILLES)
          await move(une, `figer ${une} ${String(Math.floor(hasard() * 14))}`)
          await sleep(hasard() * 80)
          await move(null, 'retirer')
        },
        reinitialiser: async () => {
          const une = pick(FAMILLES)
          await move(une, `inserer ${une}`)
          await sleep(20 + hasard() * 60)
          const rival = await openRival(VITALE).catch(() => null)
          await rival?.reset().catch(() => undefined)
          await rival?.close()
        },
        service: async () => {
          await order(pick(['arreter-service', 'tuer-service']))
          await sleep(hasard() * 200)
          await order('demarrer-service')
          depuis = performance.now()
        },
        module: async () => {
          for (const { pid } of await processes()) process.kill(pid, 'SIGKILL')
          await until(() => carte.vue.lire().cartes.refus === 'cartes/module-arrete', RETABLI_MS)
          depuis = performance.now()
        },
      }
      const draw = (n: number): string => {
        // Each kind once, however short the campaign.
        const premier = Object.keys(evenements)[n - 1]
        if (premier !== undefined) return premier
        const de = hasard()
        if (de < 0.45) return 'inserer'
        if (de < 0.7) return 'retirer'
        if (de < 0.9) return 'arracher'
        if (de < 0.97) return 'reinitialiser'
        // One card process lives through the second half, whose memory is weighed.
        return de < 0.985 || n > EVENEMENTS / 2 ? 'service' : 'module'
      }
      const compte: Record<string, number> = {}
      const memoires: number[] = []
      const weigh = async (): Promise<void> => {
        const [module] = await processes()
        memoires.push(Math.round((module?.memoire ?? 0) / 1e6), Math.round(process.memoryUsage().rss / 1e6))
      }
      for (let n = 1; n <= EVENEMENTS; n += 1) {
        const nom = draw(n)
        compte[nom] = (compte[nom] ?? 0) + 1
        await evenements[nom]?.()
        await settled().catch((cause: unknown) => {
          const { lecture } = carte.vue.lire()
          const dit = lecture.etat === 'refusee' ? lecture.refus : lecture.etat
          throw new Error(`event ${String(n)}, ${nom}, ${dit}, seed ${String(GRAINE)}`, { cause })
        })
        if (n === Math.ceil(EVENEMENTS * 0.6) || n === EVENEMENTS) await weigh()
      }
      arret.abort()
      await veille
      carte.arreter()
      const [moduleAvant = 0, posteAvant = 0, module = 0, poste = 0] = memoires
      process.stdout.write(
        `${JSON.stringify({
          evenements: compte,
          oubliMs: { median: Math.round(centile(oublis, 0.5)), max: Math.round(centile(oublis, 1)) },
          retourMs: {
            median: Math.round(centile(retours, 0.5)),
            p99: Math.round(centile(retours, 0.99)),
            max: Math.round(centile(retours, 1)),
          },
          memoireMo: { module: [moduleAvant, module], poste: [posteAvant, poste] },
        })}\n`,
      )
      expect(fautes).toEqual([])
      expect(centile(oublis, 0.99)).toBeLessThan(OUBLI_MS)
      expect(module - moduleAvant).toBeLessThan(25)
      expect(poste - posteAvant).toBeLessThan(60)
    },
    EVENEMENTS * 2000 + 60_000,
  )
})
