import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { refuser, type CodeRefus } from '#domain/refus/refus.ts'
import { echec, succes } from '#domain/result.ts'
import type { AppelInsi } from '../guichet/appel-insi.ts'
import { EXERCICE_MINUTES } from './exercice.ts'
import { vigieEssai } from './vigie-essai.ts'
import type { ReglagesAppels } from './registre.ts'

const MINUTE_MS = 60_000
const APPEL: AppelInsi = {
  appelId: 'a',
  admission: 'b',
  demande: { nomNaissance: 'PAT-TROIS', prenom: 'DOMINIQUE', sexe: 'F', dateNaissance: '1979-03-28' },
}

let instant: number
let actes: string[]
beforeEach(() => {
  vi.useFakeTimers()
  instant = Date.parse('2026-11-22T09:00:00.000Z')
  actes = []
})
afterEach(() => {
  vi.useRealTimers()
})

/** A lookout over calls that take 300 ms and end as the test says; `partis` counts those that really left. */
function monter(reglages: Partial<ReglagesAppels> = {}) {
  const vigie = vigieEssai(() => instant, { reglages, noter: ({ acte }) => actes.push(acte) })
  let suite: CodeRefus | null = null
  let partis = 0
  const appeler = vigie.surveiller(() => {
    partis += 1
    instant += 300
    return Promise.resolve(
      suite === null ? succes({ messageId: 'm', reponse: { codeCR: '01' as const } }) : echec(refuser(suite)),
    )
  })
  return {
    vigie,
    partis: () => partis,
    appeler: async (refus: CodeRefus | null = null): Promise<string> => {
      suite = refus
      const issue = await appeler(APPEL, new AbortController().signal)
      return issue.ok ? issue.value.reponse.codeCR : issue.error.code
    },
  }
}

describe('Disjoncteur du poste', () => {
  it('après trois pannes, aucun appel ne part ; le premier essai permis le referme, et le journal dit les deux', async () => {
    const { vigie, appeler, partis } = monter()
    for (let n = 0; n < 3; n += 1) await appeler('insi/delai')
    expect([await appeler(), partis(), vigie.etat.lire()]).toEqual([
      'insi/disjoncte',
      3,
      {
        meteo: { temps: 'coupe', appels: 3, reponses: 0, latenceMs: null },
        essaiA: '2026-11-22T09:01:00.900Z',
        exerciceJusqua: null,
        differes: null,
      },
    ])
    instant += MINUTE_MS
    expect([await appeler(), vigie.etat.lire().meteo.temps, vigie.etat.lire().essaiA]).toEqual([
      '01',
      'instable',
      null,
    ])
    expect(actes).toEqual(['insi-coupee', 'insi-retablie'])
  })

  it('en recette, où une personne inconnue est une panne, rien n’est retenu', async () => {
    const { vigie, appeler } = monter({ disjoncteur: false })
    for (let n = 0; n < 4; n += 1) await appeler('insi/indisponible')
    expect([await appeler(), vigie.etat.lire().essaiA]).toEqual(['01', null])
    expect(actes).toEqual([])
  })

  it('un appel qui n’est pas parti ne dit rien d’INSi', async () => {
    const { vigie, appeler } = monter()
    for (const code of ['insi/annule', 'insi/configuration', 'insi/homologation'] as const)
      await appeler(code)
    expect(vigie.etat.lire().meteo.temps).toBe('inconnu')
  })

  it('ce qui date d’une heure s’oublie', async () => {
    const { vigie, appeler } = monter()
    await appeler()
    vigie.regarder()
    expect(vigie.etat.lire().meteo.temps).toBe('normal')
    instant += 60 * MINUTE_MS
    vigie.regarder()
    expect(vigie.etat.lire().meteo.temps).toBe('inconnu')
  })
})

describe('Cadence du poste (CNIL : jamais d’appel en masse)', () => {
  it('une boucle est refusée avec son code, et reprend une minute plus tard', async () => {
    const { appeler, partis } = monter({ cadence: { parMinute: 4, parHeure: 10 } })
    const issues = []
    for (let n = 0; n < 6; n += 1) issues.push(await appeler())
    expect([issues, partis()]).toEqual([['01', '01', '01', '01', 'insi/cadence', 'insi/cadence'], 4])
    instant += MINUTE_MS
    expect(await appeler()).toBe('01')
  })
})

describe('Rejeu des appels différés : un à la fois, espacés', () => {
  it('un seul par intervalle, aucun dans la minute d’une panne, et la moitié de la cadence au plus', async () => {
    const { vigie, appeler } = monter({ rejeuMs: 10_000, cadence: { parMinute: 4, parHeure: 100 } })
    expect([vigie.laisserRejouer(), vigie.laisserRejouer()]).toEqual([true, false])
    instant += 10_000
    await appeler('insi/injoignable')
    expect(vigie.laisserRejouer()).toBe(false)
    instant += MINUTE_MS
    expect(vigie.laisserRejouer()).toBe(true)
    await appeler()
    await appeler()
    instant += 10_000
    expect(vigie.laisserRejouer()).toBe(false)
  })

  it('aucun pendant que le disjoncteur retient les appels, puis un seul, qui vaut essai', async () => {
    const { vigie, appeler } = monter()
    for (let n = 0; n < 3; n += 1) await appeler('insi/delai')
    expect(vigie.laisserRejouer()).toBe(false)
    instant += MINUTE_MS
    expect([vigie.laisserRejouer(), vigie.laisserRejouer()]).toEqual([true, false])
  })
})

describe('Exercice de panne', () => {
  it('rien ne part, tout le poste le voit, et il finit seul', async () => {
    const { vigie, appeler, partis } = monter()
    expect([vigie.exercice.commencer(), vigie.exercice.commencer()]).toEqual([true, false])
    expect([await appeler(), partis(), vigie.laisserRejouer(), vigie.etat.lire().exerciceJusqua]).toEqual([
      'insi/exercice',
      0,
      false,
      '2026-11-22T09:15:00.000Z',
    ])
    vi.advanceTimersByTime(EXERCICE_MINUTES * MINUTE_MS)
    expect([vigie.etat.lire().exerciceJusqua, await appeler(), actes]).toEqual([
      null,
      '01',
      ['exercice-insi-echu'],
    ])
  })

  it('arrêté par l’informatique ou par l’arrêt du poste, il ne laisse rien derrière lui', async () => {
    const { vigie, appeler } = monter()
    vigie.exercice.commencer()
    expect([vigie.exercice.arreter(), vigie.exercice.arreter(), await appeler()]).toEqual([true, false, '01'])
    vigie.exercice.commencer()
    vigie.exercice.fermer()
    vigie.exercice.fermer()
    expect(actes).toEqual(['exercice-insi-echu'])
    expect(vigie.etat.lire().meteo.temps).toBe('normal')
  })
})
