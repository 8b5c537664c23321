import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import type { EtatCartes } from '#domain/cartes/etat-cartes.ts'
import { startCartes, type CartesClient } from './cartes-client.ts'

let client: CartesClient | null = null
afterEach(async () => {
  await client?.stop()
  client = null
})

describe('le poste sans bibliothèque PC/SC', () => {
  it('l’état et la lecture le disent, le poste continue', async () => {
    client = startCartes({ bibliotheque: 'libabsente.so.9' })
    const vus: EtatCartes[] = []
    client.watch((etat) => vus.push(etat))
    expect(await client.lireVitale()).toEqual({ ok: false, error: { code: 'cartes/bibliotheque-absente' } })
    expect(vus).toEqual([{ lecteurs: [], refus: 'cartes/bibliotheque-absente' }])
    expect(client.presence('Lecteur')).toBeNull()
  })

  it('une bibliothèque qui n’est pas PC/SC compte comme absente', async () => {
    client = startCartes({ bibliotheque: process.platform === 'win32' ? 'kernel32.dll' : 'libc.so.6' })
    expect(await client.lireVitale()).toEqual({ ok: false, error: { code: 'cartes/bibliotheque-absente' } })
  })
})

describe('le poste sans module cartes', () => {
  it('module impossible à lancer : état et lecture disent « module arrêté »', async () => {
    client = startCartes({ module: '/absent/child.ts' })
    const vus: EtatCartes[] = []
    client.watch((etat) => vus.push(etat))
    expect(await client.lireVitale()).toEqual({ ok: false, error: { code: 'cartes/module-arrete' } })
    expect(vus).toEqual([{ lecteurs: [], refus: 'cartes/module-arrete' }])
    expect(await client.lireVitale()).toEqual({ ok: false, error: { code: 'cartes/module-arrete' } })
  })

  it('une lecture déjà annulée n’est pas demandée', async () => {
    client = startCartes({ module: '/absent/child.ts' })
    const lu = await client.lireVitale(AbortSignal.abort())
    expect(lu).toEqual({ ok: false, error: { code: 'cartes/annulee' } })
  })

  it('avant son départ, le module n’est pas lancé ; arrêté avant, il ne l’est jamais', async () => {
    const { promise: depart, resolve: partir } = Promise.withResolvers<void>()
    client = startCartes({ bibliotheque: 'libabsente.so.9', depart })
    expect(await client.lireVitale()).toEqual({ ok: false, error: { code: 'cartes/module-arrete' } })
    partir()
    await expect
      .poll(() => client?.lireVitale(), { timeout: 15_000 })
      .toEqual({ ok: false, error: { code: 'cartes/bibliotheque-absente' } })
    const vus: EtatCartes[] = []
    const arrete = startCartes({ module: '/absent/child.ts', depart })
    arrete.watch((etat) => vus.push(etat))
    await arrete.stop()
    await sleep(50)
    expect(vus).toEqual([])
  })

  it('après l’arrêt, une lecture en attente est refusée et rien ne reste', async () => {
    const arrete = startCartes({ bibliotheque: 'libabsente.so.9' })
    const lecture = arrete.lireVitale()
    await arrete.stop()
    expect((await lecture).ok).toBe(false)
    await sleep(50)
    expect(await arrete.lireVitale()).toEqual({ ok: false, error: { code: 'cartes/module-arrete' } })
  })
})
