import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { firstPaint } from './first-paint.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const painted = async (draw: (frame: () => void) => void): Promise<() => boolean> => {
  let done = false
  const window = {
    requestAnimationFrame: (frame: FrameRequestCallback) => (draw(() => frame(0)), 0),
    setTimeout: globalThis.setTimeout,
  }
  void firstPaint(window as unknown as Window).then(() => (done = true))
  await Promise.resolve()
  return () => done
}

describe('premier tracé de la page', () => {
  it('n’est là qu’une fois l’image dessinée, pas pendant qu’elle se prépare', async () => {
    let frame = (): void => undefined
    const done = await painted((asked) => (frame = asked))
    frame()
    expect(done()).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(done()).toBe(true)
  })

  it('une fenêtre cachée, qui ne dessine rien, n’attend pas sans fin', async () => {
    const done = await painted(() => undefined)
    await vi.advanceTimersByTimeAsync(250)
    expect(done()).toBe(true)
  })
})
