import { beforeEach, describe, expect, it } from 'vitest'
import { refuser } from '#domain/refus/refus.ts'
import { echec, succes } from '#domain/result.ts'
import { creerFrein, type Frein } from './frein.ts'

let instant: number
let essais: number
let frein: Frein
let ouvrir: (identifiant: string, motDePasse: string) => Promise<string>
beforeEach(() => {
  instant = 1_000_000
  essais = 0
  frein = creerFrein(() => instant)
  const freine = frein(async (identifiant, motDePasse) => {
    essais += 1
    if (motDePasse === 'panne') return echec(refuser('coffre/occupe'))
    return motDePasse === 'juste' ? succes(identifiant) : echec(refuser('session/identifiants'))
  })
  ouvrir = async (identifiant, motDePasse) => {
    const issue = await freine(identifiant, motDePasse)
    return issue.ok ? 'ouverte' : issue.error.code
  }
})

const suite = async (nombre: number, motDePasse: string): Promise<readonly string[]> => {
  const issues: string[] = []
  for (let n = 0; n < nombre; n += 1) issues.push(await ouvrir('demo', motDePasse))
  return issues
}

describe('essais de mots de passe', () => {
  it('trois refus sont libres, le quatrième essai attend, même avec le bon mot de passe', async () => {
    expect(await suite(5, 'faux')).toEqual([
      ...Array<string>(3).fill('session/identifiants'),
      ...Array<string>(2).fill('session/attente'),
    ])
    expect(await ouvrir('DEMO ', 'juste')).toBe('session/attente')
    expect(essais).toBe(3)
  })

  it("l'attente double à chaque refus, une minute au plus", async () => {
    await suite(3, 'faux')
    const attentes: number[] = []
    for (let refus = 0; refus < 8; refus += 1) {
      const depart = instant
      while ((await ouvrir('demo', 'faux')) === 'session/attente') instant += 500
      attentes.push((instant - depart) / 1000)
    }
    expect(attentes).toEqual([2, 4, 8, 16, 32, 60, 60, 60])
  })

  it('le bon mot de passe, l’attente passée, efface les refus', async () => {
    await suite(3, 'faux')
    instant += 2000
    expect(await ouvrir('demo', 'juste')).toBe('ouverte')
    expect(await suite(3, 'faux')).not.toContain('session/attente')
  })

  it("le succès d'un autre agent n'efface rien, et son compte n'attend pas", async () => {
    await suite(3, 'faux')
    expect(await ouvrir('martin', 'juste')).toBe('ouverte')
    expect(await ouvrir('demo', 'faux')).toBe('session/attente')
  })

  it('un quart d’heure sans essai efface les refus ; une panne du coffre n’en est pas un', async () => {
    await suite(3, 'faux')
    instant += 15 * 60_000
    expect(await suite(3, 'faux')).toEqual(Array<string>(3).fill('session/identifiants'))
    instant += 15 * 60_000
    expect(await suite(9, 'panne')).toEqual(Array<string>(9).fill('coffre/occupe'))
  })

  it('la connexion, le changement et l’acte d’un administrateur comptent les mêmes refus', async () => {
    const changer = frein(async () => echec(refuser('session/identifiants')))
    for (let n = 0; n < 3; n += 1) await changer('demo', 'faux')
    expect(await ouvrir('demo', 'juste')).toBe('session/attente')
  })
})
