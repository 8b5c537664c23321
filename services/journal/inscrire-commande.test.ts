import { mkdirSync, mkdtempSync, rmSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { inscrireCommande } from './inscrire-commande.ts'
import { verifierJournal } from './verifier-journal.ts'

let dossier: string
let file: string
beforeEach(() => {
  dossier = mkdtempSync(join(tmpdir(), 'guichet-commandes-'))
  file = join(dossier, 'journal-commandes.jsonl')
})
afterEach(() => rmSync(dossier, { recursive: true }))

const inscrire = (messageId: string) =>
  inscrireCommande(
    { file, now: () => new Date(), poste: 'ACCUEIL-01' },
    {
      agent: 'claire',
      admission: null,
      acte: { acte: 'insi-commande-repondue', appelId: 'a', messageId, issue: '00' },
    },
  )

describe('Journal des commandes, que plusieurs programmes écrivent', () => {
  it('vingt écritures à la fois laissent vingt lignes bien chaînées', async () => {
    const issues = await Promise.all(Array.from({ length: 20 }, (_, rang) => inscrire(`uuid:${rang}`)))
    expect(issues.every(({ ok }) => ok)).toBe(true)
    expect(await verifierJournal(file)).toMatchObject({ ok: true, value: { lignes: 20 } })
  })

  it('un verrou laissé par un programme tué s’ouvre de nouveau', async () => {
    const verrou = `${file}.verrou`
    mkdirSync(verrou)
    utimesSync(verrou, new Date(0), new Date(0))
    expect(await inscrire('uuid:1')).toEqual({ ok: true, value: null })
  })

  it('un dossier où rien ne s’écrit refuse l’acte', async () => {
    file = join(dossier, 'absent', 'journal.jsonl')
    expect(await inscrire('uuid:1')).toEqual({ ok: false, error: { code: 'journal/ecriture' } })
  })
})
