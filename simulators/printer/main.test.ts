import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { envoyer } from '#services/impression/ipp-client.ts'

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url))

describe('commande imprimante simulée', () => {
  it('annonce son adresse en une ligne JSON, imprime, puis s’arrête au signal', async () => {
    const dossier = await mkdtemp(join(tmpdir(), 'imprimante-'))
    const processus = spawn(process.execPath, [MAIN, '--dossier', dossier], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    try {
      const [ligne] = (await once(createInterface(processus.stdout), 'line')) as [string]
      const annonce = JSON.parse(ligne) as { url: string; dossier: string }
      expect(annonce).toEqual({
        url: expect.stringMatching(/^ipp:\/\/127\.0\.0\.1:\d+\/ipp\/print$/) as string,
        dossier,
      })
      const pdf = Buffer.from('%PDF-1.7')
      const signal = new AbortController().signal
      expect((await envoyer(pdf, { url: annonce.url, scrutation: 5 }, 'LOT', signal)).ok).toBe(true)
      expect(pdf.equals(await readFile(join(dossier, 'travail-1.pdf')))).toBe(true)
      processus.kill('SIGTERM')
      expect(await once(processus, 'exit')).toEqual([0, null])
    } finally {
      processus.kill('SIGKILL')
      await rm(dossier, { recursive: true })
    }
  })

  it('un mode inconnu est refusé', async () => {
    const processus = spawn(process.execPath, [MAIN, '--mode', 'feu'], { stdio: 'ignore' })
    expect(await once(processus, 'exit')).toEqual([1, null])
  })
})
