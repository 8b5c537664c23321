import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { protegerDossier } from './proteger-dossier.ts'

let parent: string
let dossier: string
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'guichet-dossier-'))
  dossier = join(parent, 'donnees')
  mkdirSync(dossier)
})
afterEach(() => rmSync(parent, { recursive: true }))

describe.skipIf(process.platform === 'win32')('dossier de données du poste', () => {
  it.each([
    [0o777, 0o750],
    [0o755, 0o750],
    [0o770, 0o750],
    [0o750, 0o750],
    [0o700, 0o700],
  ])('ouvert en %o, il devient %o', (avant, apres) => {
    chmodSync(dossier, avant)
    expect([protegerDossier(dossier), statSync(dossier).mode & 0o777]).toEqual([true, apres])
  })

  it("celui d'un autre utilisateur n'est ni cru, ni changé", () => {
    chmodSync(dossier, 0o777)
    expect(protegerDossier(dossier, statSync(dossier).uid + 1)).toBe(false)
    expect(statSync(dossier).mode & 0o777).toBe(0o777)
  })

  it("absent, c'est la configuration qui le dira", () =>
    expect(protegerDossier(join(parent, 'absent'))).toBe(true))
})
