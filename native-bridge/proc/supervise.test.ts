import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { supervise, type Surveillance } from './supervise.ts'

let dossier = ''
let surveillance: Surveillance | null = null
beforeAll(async () => {
  dossier = await mkdtemp(join(tmpdir(), 'module-cartes-'))
})
afterEach(async () => {
  await surveillance?.stop()
  surveillance = null
})
afterAll(() => rm(dossier, { recursive: true }))

/** Runs a program as the watched process, its beats 100 ms apart. */
async function watched(programme: string) {
  const module = join(dossier, `${String(performance.now())}.mjs`)
  await writeFile(module, programme)
  const messages: unknown[] = []
  const chutes: number[] = []
  let departs = 0
  surveillance = supervise({
    module,
    arguments: () => [String((departs += 1))],
    battementMs: 100,
    onMessage: (message) => messages.push(message),
    onDown: () => chutes.push(performance.now()),
  })
  const until = async (vrai: () => boolean): Promise<void> => {
    for (let tour = 0; tour < 500 && !vrai(); tour += 1) await sleep(10)
  }
  return { messages, chutes, until, surveillance }
}

describe('le module cartes est tenu en vie', () => {
  it('un module qui bat n’est pas relancé', async () => {
    const { messages, chutes } = await watched('setInterval(() => process.send(process.argv[2]), 50)')
    await sleep(1200)
    expect(chutes).toEqual([])
    expect(new Set(messages)).toEqual(new Set(['1']))
  })

  it('un module muet est tué puis relancé', async () => {
    const { messages, chutes, until } = await watched(
      'process.send(process.argv[2]); setInterval(() => {}, 1000)',
    )
    await until(() => messages.length >= 2)
    expect(messages.slice(0, 2)).toEqual(['1', '2'])
    expect(chutes).toHaveLength(1)
  })

  it('un module qui meurt sans cesse est relancé de moins en moins vite', async () => {
    const { chutes, until } = await watched('process.exit(3)')
    await until(() => chutes.length >= 4)
    const [a = 0, b = 0, c = 0, d = 0] = chutes
    expect(b - a).toBeGreaterThan(250)
    expect(c - b).toBeGreaterThan(500)
    expect(d - c).toBeGreaterThan(1000)
  })

  it('un programme introuvable ne fait pas tomber le poste', async () => {
    const envois: (boolean | undefined)[] = []
    surveillance = supervise({
      module: join(dossier, 'absent.mjs'),
      arguments: () => [],
      battementMs: 100,
      onMessage: () => undefined,
      onDown: () => envois.push(surveillance?.send({})),
    })
    await vi.waitFor(() => expect(envois.length).toBeGreaterThan(0), { timeout: 5000 })
    expect(envois[0]).toBe(false)
  })

  it('il n’hérite ni des options de Node ni du reste de l’environnement', async () => {
    process.env['NODE_OPTIONS_TEMOIN'] = 'secret'
    const { messages, until } = await watched(
      'process.send(Object.keys(process.env)); setInterval(() => process.send(0), 50)',
    )
    await until(() => messages.length > 0)
    delete process.env['NODE_OPTIONS_TEMOIN']
    const recus = new Set(messages[0] as string[])
    expect(recus.has('PATH')).toBe(true)
    expect(
      [...recus].filter((nom) => !/^(PATH|SystemRoot|PCSCLITE_.*|NODE_CHANNEL_.*|LC_CTYPE)$/.test(nom)),
    ).toEqual([])
  })

  it('à l’arrêt, un module qui ne veut pas finir est tué', async () => {
    const {
      messages,
      until,
      surveillance: arretable,
    } = await watched(
      "process.on('disconnect', () => {}); process.send(process.pid); setInterval(() => {}, 1000)",
    )
    await until(() => messages.length > 0)
    await arretable.stop()
    expect(() => process.kill(Number(messages[0]), 0)).toThrow('ESRCH')
  })
})
