import { isDefinedError, safe } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { essai } from './conformance-router.ts'

export type EssaiClient = ContractRouterClient<typeof essai>

/** A transport under test: its client, and how its far side dies without a word. */
export interface Rig {
  readonly client: EssaiClient
  readonly kill: () => void
  readonly stop: () => Promise<void> | void
}

/** What every transport must do, whatever carries it. */
export function conformanceSuite(name: string, open: () => Promise<Rig>): void {
  describe(`transport conforme : ${name}`, () => {
    let rig: Rig
    beforeEach(async () => {
      rig = await open()
    })
    afterEach(() => rig.stop())
    const client = (): EssaiClient => rig.client

    describeCalls(client)
    describeSignals(client)
    it('la mort du pair rejette les appels en attente et termine les signaux', async () => {
      const calls = [client().attendre(), drain(await client().compter({ taille: 0 }))]
      rig.kill()
      const settled = await Promise.allSettled(calls)
      expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    })
  })
}

function describeCalls(client: () => EssaiClient): void {
  it('un appel rend sa réponse', async () => expect(await client().ping('é😀')).toBe('é😀'))

  it('un refus du contrat arrive typé, avec ses données', async () => {
    const { error } = await safe(client().refuser())
    expect(isDefinedError(error) && [error.code, error.data]).toEqual(['REFUS', { code: 'admission/close' }])
  })

  it('une demande hors contrat est refusée par le poste', async () => {
    await expect(client().ping('x'.repeat(101))).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })

  it('une réponse hors contrat ne sort pas du poste', async () => {
    await expect(client().sortieInvalide()).rejects.toMatchObject({ code: 'INTERNAL_SERVER_ERROR' })
  })

  it('un appel inconnu est refusé et la liaison tient', async () => {
    const unknown = client() as unknown as { inconnu: () => Promise<unknown> }
    await expect(unknown.inconnu()).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await client().ping('ici')).toBe('ici')
  })

  it('trois mégaoctets reviennent octet pour octet', async () => {
    const bytes = Uint8Array.from({ length: 3_000_000 }, (_, index) => (index * 31) & 0xff)
    const back = await client().inverser(new Blob([bytes]))
    const inverted = new Uint8Array(await back.arrayBuffer())
    expect(
      Buffer.compare(
        inverted.map((byte) => byte ^ 0xff),
        bytes,
      ),
    ).toBe(0)
  })

  it('mille appels simultanés reçoivent chacun leur réponse', async () => {
    const sent = Array.from({ length: 1000 }, (_, index) => `appel ${index}`)
    expect(await Promise.all(sent.map((text) => client().ping(text)))).toEqual(sent)
  })

  it('un appel abandonné l’est jusque dans le poste', async () => {
    const giveUp = new AbortController()
    const call = client().attendre(undefined, { signal: giveUp.signal })
    await vi.waitFor(async () => expect((await client().temoin()).attentes).toBe(1))
    giveUp.abort()
    await expect(call).rejects.toThrow('abort')
    await vi.waitFor(async () => expect((await client().temoin()).abandons).toBe(1))
  })
}

function describeSignals(client: () => EssaiClient): void {
  it('un signal sans fin se lit à son pas, laisse passer les appels, et se quitte', async () => {
    const read: number[] = []
    for await (const { rang } of await client().compter({ taille: 0 })) {
      read.push(rang)
      expect((await client().temoin()).abonnes).toBe(1)
      if (rang === 3) break
    }
    expect(read).toEqual([1, 2, 3])
    await vi.waitFor(async () => expect((await client().temoin()).abonnes).toBe(0))
  })

  it('cent signaux quittés ne laissent aucun abonné', async () => {
    const signals = await Promise.all(Array.from({ length: 100 }, () => client().compter({ taille: 0 })))
    await Promise.all(signals.map((signal) => signal.next()))
    await Promise.all(signals.map((signal) => signal.return(undefined)))
    await vi.waitFor(async () => expect((await client().temoin()).abonnes).toBe(0))
  })
}

async function drain(signal: AsyncIterable<unknown>): Promise<void> {
  for await (const _event of signal);
}
