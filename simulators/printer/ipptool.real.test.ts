import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { demarrerImprimante, type ImprimanteSimulee } from './server.ts'

const OUTIL = 'ipptool'

/** Needs ipptool and its test files (Debian: cups-ipp-utils); their absence fails the tests. */
let [dossier, imprimante] = ['', {} as ImprimanteSimulee]
beforeEach(async () => {
  dossier = await mkdtemp(join(tmpdir(), 'ipptool-'))
  imprimante = await demarrerImprimante({ dossier: join(dossier, 'papier'), mode: 'ok', port: 0 })
})
afterEach(async () => {
  await imprimante.arreter()
  await rm(dossier, { recursive: true })
})

/** Runs a test file of CUPS against the stand-in; its report, whatever its exit code. */
async function ipptool(essai: string): Promise<string> {
  const document = join(dossier, 'document.pdf')
  await writeFile(document, '%PDF-1.7\n1 0 obj <</Type /Page>>\n%%EOF\n')
  return new Promise((resolve, reject) => {
    execFile(OUTIL, ['-t', '-f', document, imprimante.url, essai], (error, stdout) =>
      error !== null && 'code' in error && error.code === 'ENOENT' ? reject(error) : resolve(stdout),
    )
  })
}

describe("l'imprimante simulée vue par les outils de CUPS", () => {
  it('suite de conformité IPP/1.1 : aucun échec', async () => {
    const rapport = await ipptool('ipp-1.1.test')
    expect(rapport.split('\n').filter((ligne) => ligne.includes('[FAIL]'))).toEqual([])
    expect(rapport).toMatch(/Summary: 37 tests, 25 passed, 0 failed, 12 skipped/)
  })

  it('impression suivie jusqu’à la fin : le document est dans le dossier', async () => {
    expect(await ipptool('print-job-and-wait.test')).toMatch(/2 passed, 0 failed/)
    expect(await readdir(imprimante.dossier)).toEqual(['travail-1.pdf'])
  })

  it('refus et absence de papier se voient de l’extérieur', async () => {
    imprimante.file.mode = 'refus'
    expect(await ipptool('print-job.test')).toContain('server-error-not-accepting-jobs')
    imprimante.file.mode = 'papier'
    expect(await ipptool('get-printer-attributes.test')).not.toContain('cannot')
    expect(imprimante.file.travaux).toEqual([])
  })
})
