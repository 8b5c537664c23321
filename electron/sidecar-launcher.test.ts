import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { afterEach, beforeEach, describe, expect, it, vi, type Mock } from 'vitest'
import { joinChannels } from '#contracts/transport/join-channels.ts'
import { portChannel } from '#contracts/transport/port-channel.ts'
import { channelPort } from '#renderer/transport/channel-port.ts'
import type { EssaiClient } from '#workstation/host/conformance-suite.ts'
import { startSidecar, type Sidecar } from './sidecar-launcher.ts'
import { sidecarEnv } from './sidecar-env.ts'

const PROGRAM = new URL('../workstation/host/conformance-child.ts', import.meta.url).pathname

describe('poste lancé par la coquille', () => {
  let folder: string
  let sidecar: Sidecar | undefined
  let refused: Mock<(sentence: string) => void>
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'guichet-sidecar-'))
  })
  afterEach(async () => {
    await sidecar?.stop()
    await rm(folder, { recursive: true })
  })

  const start = (
    program: string,
    isIntact = async (): Promise<boolean> => true,
  ): ReturnType<typeof vi.fn> => {
    const altered = vi.fn<() => void>()
    refused = vi.fn<(sentence: string) => void>()
    const env = sidecarEnv({ ...process.env, NODE_OPTIONS: '--require /absent.js', SECRET: 'x' })
    sidecar = startSidecar({ node: process.execPath, program, env, isIntact, altered, refused })
    return altered
  }

  it('répond aux appels d’une fenêtre', async () => {
    start(PROGRAM)
    expect(await (await reach(sidecar)).ping('ici')).toBe('ici')
  })

  it('tué, il perd ses appels en attente puis revient sous une nouvelle liaison', async () => {
    const pids = join(folder, 'pids')
    const program = join(folder, 'poste.mjs')
    await writeFile(program, `${APPEND_PID(pids)}; await import(${JSON.stringify(PROGRAM)})`)
    start(program)
    const client = await reach(sidecar)
    await client.ping('prêt')
    const pending = client.attendre()
    process.kill(Number((await lines(pids))[0]), 'SIGKILL')
    await expect(pending).rejects.toThrow(/./)
    // A channel asked for while the pipe of the dead process is still closing ends with it; the window asks again.
    const ping = async (): Promise<string> => (await reach(sidecar)).ping('revenu')
    expect(await vi.waitFor(ping, 5000)).toBe('revenu')
    expect((await lines(pids)).length).toBe(2)
  })

  it('ne reçoit que l’environnement permis, et le tube pour seul argument', async () => {
    const seen = join(folder, 'vu.json')
    const program = join(folder, 'poste.mjs')
    const facts = `{ names: Object.keys(process.env), argv: process.argv.slice(2), exec: process.execArgv }`
    await writeFile(
      program,
      `import fs from 'node:fs'; fs.writeFileSync(${JSON.stringify(seen)}, JSON.stringify(${facts}))`,
    )
    start(program)
    const { names, argv, exec } = await vi.waitFor(
      async () => JSON.parse((await lines(seen)).join('')) as Seen,
      5000,
    )
    expect([argv, exec]).toEqual([['--pipe'], ['--disable-sigusr1']])
    expect(names.filter((name) => /NODE|SECRET|ELECTRON|PATH/.test(name))).toEqual([])
  })

  it.each([
    ['{"code":"coffre/cle","message":"Le coffre reste fermé."}', 'Le coffre reste fermé.'],
    ['Error: ENOENT', 'Le poste refuse de démarrer sans dire pourquoi : prévenez l’informatique.'],
  ])('refusant de démarrer (%s), il n’est pas redemandé et la phrase est dite', async (said, sentence) => {
    const program = join(folder, 'poste.mjs')
    await writeFile(program, `process.stderr.write(${JSON.stringify(said)} + '\\n'); process.exitCode = 2`)
    start(program)
    await vi.waitFor(() => expect(refused).toHaveBeenCalledExactlyOnceWith(sentence), 5000)
    expect(sidecar?.openChannel()).toBeNull()
  })

  it('altéré, il n’est pas démarré', async () => {
    const altered = start(PROGRAM, async () => false)
    await vi.waitFor(() => expect(altered).toHaveBeenCalledOnce())
    expect(sidecar?.openChannel()).toBeNull()
  })

  it('introuvable, il est redemandé sans faire tomber la coquille', async () => {
    let asked = 0
    sidecar = startSidecar({
      node: join(folder, 'absent'),
      program: PROGRAM,
      env: {},
      isIntact: async () => ++asked > 0,
      altered: () => undefined,
      refused: () => undefined,
    })
    await vi.waitFor(() => expect(asked).toBe(2), 3000)
  })

  it('sourd à la fermeture du tube, il est arrêté de force', async () => {
    const pids = join(folder, 'pids')
    const program = join(folder, 'sourd.mjs')
    await writeFile(program, `${APPEND_PID(pids)}; for (;;);`)
    start(program)
    const pid = await vi.waitFor(async () => Number((await lines(pids))[0] ?? NaN), 5000)
    expect(process.kill(pid, 0)).toBe(true)
    await sidecar?.stop()
    expect(() => process.kill(pid, 0)).toThrow('ESRCH')
  })
})

interface Seen {
  readonly names: string[]
  readonly argv: string[]
  readonly exec: string[]
}

const APPEND_PID = (path: string): string =>
  `(await import('node:fs')).appendFileSync(${JSON.stringify(path)}, process.pid + '\\n')`

async function lines(path: string): Promise<string[]> {
  const { readFile } = await import('node:fs/promises')
  return (await readFile(path, 'utf8')).trim().split('\n')
}

/** A window's client, as soon as the workstation runs. */
async function reach(sidecar: Sidecar | undefined): Promise<EssaiClient> {
  const channel = await vi.waitFor(() => {
    const opened = sidecar?.openChannel()
    if (opened === null || opened === undefined) throw new Error('not running')
    return opened
  }, 5000)
  const { port1, port2 } = new MessageChannel()
  joinChannels(portChannel(port2), channel)
  const client: EssaiClient = createORPCClient(new RPCLink({ port: channelPort(portChannel(port1)) }))
  return client
}
