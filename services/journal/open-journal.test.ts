import { appendFileSync, existsSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DefautStockage } from '../coffre/defaut-stockage.ts'
import { ENTREES, journalEssai, type JournalEssai } from './journal-essai.ts'
import { ORIGINE } from './ligne.ts'
import { openJournal } from './open-journal.ts'
import { verifierJournal } from './verifier-journal.ts'

const ACTE = {
  agent: 'claire',
  admission: null,
  acte: { acte: 'session-ouverte', moyen: 'mot-de-passe' },
} as const

let essai: JournalEssai
beforeEach(() => {
  essai = journalEssai()
})
afterEach(() => essai.detruire())

function garnir(fois = 1): Buffer {
  const journal = essai.ouvrir()
  for (let i = 0; i < fois; i++) for (const entree of ENTREES) journal.ecrire(entree)
  journal.close()
  return essai.octets()
}

const ouvrir = () => openJournal({ file: essai.file, now: () => new Date(0), poste: 'Accueil 1' })

describe('Écriture du journal', () => {
  it('une ligne par acte, chaînée à la précédente, lisible du seul propriétaire', () => {
    const journal = essai.ouvrir()
    const ancres = ENTREES.map((entree) => journal.ecrire(entree))
    journal.close()
    const lignes = essai
      .octets()
      .toString('utf8')
      .trimEnd()
      .split('\n')
      .map((ligne) => JSON.parse(ligne) as unknown)
    expect(lignes).toEqual(
      ENTREES.map(({ agent, admission, acte }, rang) => ({
        n: rang + 1,
        instant: new Date(Date.UTC(2026, 10, 22, 8, 0, rang)).toISOString(),
        agent,
        poste: 'Accueil 1',
        site: null,
        admission,
        ...acte,
        precedent: ancres[rang - 1]?.empreinte ?? ORIGINE.empreinte,
        empreinte: ancres[rang]?.empreinte,
      })),
    )
    expect(statSync(essai.file).mode & 0o777).toBe(0o600)
  })

  it('plusieurs sites (OR-09) : chaque ligne dit le sien, celui de la venue ou à défaut celui du poste', () => {
    const journal = openJournal({ file: essai.file, now: () => new Date(0), poste: 'p', site: 'nord' })
    if (!journal.ok) throw new Error(journal.error.code)
    journal.value.ecrire(ACTE)
    journal.value.ecrire({ ...ACTE, admission: 'a', site: 'sud' })
    expect(() => journal.value.ecrire({ ...ACTE, site: 'Hôpital Nord' })).toThrow(TypeError)
    journal.value.close()
    const sites = essai
      .octets()
      .toString('utf8')
      .trimEnd()
      .split('\n')
      .map((ligne) => (JSON.parse(ligne) as { site: string | null }).site)
    expect(sites).toEqual(['nord', 'sud'])
  })

  it('rouvert, il continue la même chaîne, même long', async () => {
    garnir(200)
    const journal = essai.ouvrir()
    const ancre = journal.ecrire(ACTE)
    journal.close()
    expect(await verifierJournal(essai.file, { ancre })).toEqual({
      ok: true,
      value: { lignes: 1401, tete: ancre.empreinte, fragments: 0 },
    })
    expect(statSync(essai.file).size).toBeGreaterThan(1 << 18)
  })

  it('un texte qui n’est pas un code n’est jamais écrit', () => {
    const journal = essai.ouvrir()
    expect(() => journal.ecrire({ ...ACTE, agent: 'Claire Martin' })).toThrow(TypeError)
    journal.close()
    expect(essai.octets()).toHaveLength(0)
  })

  it('un autre programme qui écrit dans le journal est détecté avant d’y ajouter', () => {
    garnir()
    const journal = essai.ouvrir()
    appendFileSync(essai.file, '\n')
    for (let essais = 0; essais < 2; essais++)
      expect(() => journal.ecrire(ACTE)).toThrow(new DefautStockage({ code: 'journal/rompu' }))
    journal.close()
  })

  it.skipIf(!existsSync('/dev/full'))(
    'disque plein : « journal/ecriture », jamais un acte tenu pour écrit',
    () => {
      const journal = openJournal({ file: '/dev/full', now: () => new Date(0), poste: 'Accueil 1' })
      if (!journal.ok) throw new Error(journal.error.code)
      for (let essais = 0; essais < 2; essais++)
        expect(() => journal.value.ecrire(ACTE)).toThrow(new DefautStockage({ code: 'journal/ecriture' }))
      journal.value.close()
    },
  )
})

describe('Ouverture du journal', () => {
  it('un dossier absent : « journal/illisible »', () => {
    expect(openJournal({ file: '/nulle/part.jsonl', now: () => new Date(0), poste: 'p' })).toEqual({
      ok: false,
      error: { code: 'journal/illisible' },
    })
  })

  it('coupure de courant à chaque octet de la dernière ligne : rien de perdu, l’accident est journalisé', async () => {
    const entier = garnir()
    const debut = entier.lastIndexOf(10, entier.length - 2) + 1
    for (let taille = debut; taille <= entier.length; taille++) {
      writeFileSync(essai.file, entier.subarray(0, taille))
      const journal = essai.ouvrir()
      const ancre = journal.ecrire(ACTE)
      journal.close()
      const coupee = taille > debut && taille < entier.length - 1
      expect(essai.octets().subarray(0, taille)).toEqual(entier.subarray(0, taille))
      expect(await verifierJournal(essai.file, { ancre })).toEqual({
        ok: true,
        value: {
          lignes: coupee || taille >= entier.length - 1 ? 8 : 7,
          tete: ancre.empreinte,
          fragments: coupee ? 1 : 0,
        },
      })
    }
  })

  it('coupure pendant la réparation elle-même : réparé à l’ouverture suivante', async () => {
    const entier = garnir()
    truncateSync(essai.file, entier.length - 50)
    essai.ouvrir().close()
    const repare = essai.octets()
    for (let taille = entier.length - 49; taille < repare.length; taille += 7) {
      writeFileSync(essai.file, repare.subarray(0, taille))
      const journal = essai.ouvrir()
      journal.close()
      expect(await verifierJournal(essai.file)).toMatchObject({
        ok: true,
        value: { lignes: 7, fragments: 1 },
      })
    }
  })

  it.each([
    ['sans fin de ligne', Buffer.alloc(200)],
    ['avec la fin de ligne seule', Buffer.concat([Buffer.alloc(199), Buffer.from('\n')])],
  ])('une dernière ligne relue en zéros après une coupure, %s, est écartée', async (_cas, zeros) => {
    const entier = garnir()
    writeFileSync(essai.file, Buffer.concat([entier, zeros]))
    essai.ouvrir().close()
    expect(await verifierJournal(essai.file)).toMatchObject({ ok: true, value: { lignes: 8, fragments: 1 } })
  })

  it('une des dernières lignes modifiée : « journal/rompu », rien n’est ajouté', () => {
    const entier = garnir(200)
    for (const recul of [20, 100, 900, 5000]) {
      const altere = Buffer.from(entier)
      altere.writeUInt8(altere.readUInt8(entier.length - recul) ^ 1, entier.length - recul)
      writeFileSync(essai.file, altere)
      expect(ouvrir()).toEqual({ ok: false, error: { code: 'journal/rompu' } })
      expect(essai.octets()).toEqual(altere)
    }
  })

  it('une ligne modifiée ne passe pas pour une ligne coupée, même suivie d’une vraie coupure', () => {
    const entier = garnir()
    const altere = Buffer.concat([entier, Buffer.from('{"n":8,')])
    altere.writeUInt8(altere.readUInt8(entier.length - 120) ^ 1, entier.length - 120)
    writeFileSync(essai.file, altere)
    expect(ouvrir()).toEqual({ ok: false, error: { code: 'journal/rompu' } })
  })

  it('un fichier qui n’est pas un journal : « journal/rompu »', () => {
    writeFileSync(essai.file, 'bonjour\n'.repeat(100_000))
    expect(ouvrir()).toEqual({ ok: false, error: { code: 'journal/rompu' } })
    writeFileSync(essai.file, 'bonjour\n')
    expect(ouvrir()).toEqual({ ok: false, error: { code: 'journal/rompu' } })
  })
})
