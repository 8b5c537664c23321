import { describe, expect, it } from 'vitest'
import { creerSignal } from './signal.ts'

describe('signal', () => {
  it('donne la valeur courante puis la dernière posée, sans retard', async () => {
    const signal = creerSignal(1)
    const suite = signal.suivre()
    expect((await suite.next()).value).toBe(1)
    signal.poser(2)
    signal.poser(3)
    expect((await suite.next()).value).toBe(3)
  })

  it('ne perd pas une valeur posée pendant que le suiveur travaille', async () => {
    const signal = creerSignal('a')
    const suite = signal.suivre()
    await suite.next()
    signal.poser('b')
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect((await suite.next()).value).toBe('b')
  })

  it("s'arrête avec son signal d'abandon, même en attente", async () => {
    const arret = new AbortController()
    const suite = creerSignal(0).suivre(arret.signal)
    await suite.next()
    const fin = suite.next()
    arret.abort()
    expect(await fin).toEqual({ value: undefined, done: true })
  })
})
