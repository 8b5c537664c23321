import { describe, expect, it } from 'vitest'
import type { CodeRefus } from '../refus/refus.ts'
import { CADENCE_PAR_DEFAUT, noterDepart, peutPartir, peutRejouer } from './cadence.ts'
import { essaiPermisA, rejeuPermisA } from './disjoncteur.ts'
import { meteoDe, observer, type Observation } from './meteo.ts'
import { estDifferable, estObserve, estPanne } from './pannes.ts'

const MINUTE_MS = 60_000

/** Calls that ended one minute apart, each answered in this time or refused. */
const appels = (...fins: readonly (number | CodeRefus)[]): readonly Observation[] =>
  fins.map((fin, rang) => ({
    finMs: rang * MINUTE_MS,
    dureeMs: typeof fin === 'number' ? fin : 30_000,
    refus: typeof fin === 'number' ? null : fin,
  }))

describe('Météo INSi : lue sur les derniers appels du poste', () => {
  it.each<[string, readonly (number | CodeRefus)[], string]>([
    ['aucun appel', [], 'inconnu'],
    ['des réponses', [300, 400, 350], 'normal'],
    ['des réponses lentes', [6000, 5500, 300, 7000], 'lent'],
    ['une panne sur quatre', [300, 'insi/delai', 300, 300], 'instable'],
    ['aucune réponse encore, une panne', ['insi/delai'], 'instable'],
    ['trois pannes de suite', [300, 'insi/delai', 'insi/injoignable', 'insi/indisponible'], 'coupe'],
    ['une réponse après trois pannes', ['insi/delai', 'insi/delai', 'insi/delai', 300], 'instable'],
    ['INSi joint, mais qui refuse', ['insi/delai', 'insi/delai', 'insi/certificat-refuse'], 'instable'],
  ])('%s', (_cas, fins, temps) => expect(meteoDe(appels(...fins)).temps).toBe(temps))

  it('compte les réponses et leur temps médian', () =>
    expect(meteoDe(appels(300, 'insi/delai', 500, 900))).toEqual({
      temps: 'instable',
      appels: 4,
      reponses: 3,
      latenceMs: 500,
    }))

  it('oublie ce qui date d’une heure, et garde vingt appels au plus', () => {
    const [ancienne] = appels(300)
    const nouvelle = { finMs: 60 * MINUTE_MS, dureeMs: 200, refus: null }
    expect(observer(ancienne ? [ancienne] : [], nouvelle)).toEqual([nouvelle])
    expect(
      observer(appels(...Array.from({ length: 20 }, () => 300)), { ...nouvelle, finMs: 21 * MINUTE_MS }),
    ).toHaveLength(20)
  })
})

describe('Disjoncteur : INSi coupé n’est pas rappelé à chaque patient', () => {
  it('trois pannes de suite le coupent une minute, et chaque panne de plus double la pause, un quart d’heure au plus', () => {
    const apres = (pannes: number) => {
      const suite = appels(...Array.from({ length: pannes }, () => 'insi/delai' as const))
      const essai = essaiPermisA(suite)
      return essai === null ? null : (essai - (suite.at(-1)?.finMs ?? 0)) / MINUTE_MS
    }
    expect([0, 2, 3, 4, 5, 6, 7, 12].map(apres)).toEqual([null, null, 1, 2, 4, 8, 15, 15])
  })

  it('une réponse le referme', () =>
    expect(essaiPermisA(appels('insi/delai', 'insi/delai', 'insi/delai', 300))).toBeNull())

  it('un appel différé, qui ne part qu’une fois, attend une minute après une seule panne', () =>
    expect([
      rejeuPermisA([]),
      rejeuPermisA(appels(300)),
      rejeuPermisA(appels(300, 'insi/delai')),
      rejeuPermisA(appels('insi/delai', 300)),
    ]).toEqual([null, null, 2 * MINUTE_MS, null]))
})

describe('Pannes : ce qui se diffère, ce qui s’observe', () => {
  it.each<[CodeRefus, boolean, boolean, boolean]>([
    ['insi/injoignable', true, true, true],
    ['insi/delai', true, true, true],
    ['insi/indisponible', true, true, true],
    ['insi/reponse-non-conforme', true, true, true],
    ['insi/disjoncte', false, false, true],
    ['insi/exercice', false, false, true],
    ['insi/cadence', false, false, true],
    ['insi/interrompu', false, false, true],
    ['insi/anomalie', false, true, false],
    ['insi/certificat-refuse', false, true, true],
    ['insi/droits-insuffisants', false, true, false],
    ['insi/annule', false, false, true],
    ['insi/configuration', false, false, false],
    ['coffre/ecriture', false, false, false],
  ])('%s', (code, panne, observee, differable) =>
    expect([estPanne(code), estObserve(code), estDifferable(code)]).toEqual([panne, observee, differable]),
  )
})

describe('Cadence : un poste n’interroge jamais INSi en masse (CNIL)', () => {
  /** Asks again as soon as it may, as a loop would, and counts what left. */
  function boucler(dureeMs: number, pasMs: number, permis = peutPartir): number {
    let departs: readonly number[] = []
    let partis = 0
    for (let instant = 0; instant < dureeMs; instant += pasMs)
      if (permis(departs, instant, CADENCE_PAR_DEFAUT)) {
        departs = noterDepart(departs, instant)
        partis += 1
      }
    return partis
  }

  it('une boucle ne fait partir que dix appels par minute, et cent cinquante par heure', () => {
    expect(boucler(MINUTE_MS, 10)).toBe(10)
    expect(boucler(60 * MINUTE_MS, 1000)).toBe(150)
    expect(boucler(120 * MINUTE_MS, 1000)).toBe(300)
  })

  it('les appels différés en laissent la moitié aux patients présents', () => {
    expect(boucler(MINUTE_MS, 10, peutRejouer)).toBe(5)
    expect(boucler(60 * MINUTE_MS, 1000, peutRejouer)).toBe(75)
  })
})
