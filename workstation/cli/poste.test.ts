import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openJournal } from '#services/journal/open-journal.ts'
import { lancerPoste } from './commande-essai.ts'

const QUALIFIEE = {
  nomNaissance: 'PAT-TROIS',
  prenomsNaissance: 'DOMINIQUE MARIE-LOUISE',
  premierPrenom: 'DOMINIQUE',
  sexe: 'F',
  dateNaissance: '1979-03-28',
  lieuNaissance: '63220',
  nomUtilise: null,
  prenomUtilise: null,
  matricule: '279035121518989',
  oid: '1.2.250.1.213.1.4.10',
  insi: { date: '2026-11-22' },
  piece: { type: 'CN', date: '2026-11-22' },
  attributs: [],
}
const VECTEUR =
  'IS010000000000000000000000S1279035121518989S21.2.250.1.213.1.4.10S3DOMINIQUE MARIE-LOUISE\u001DS4PAT-TROIS\u001DS5FS628-03-1979S763220'

let dossier: string
beforeAll(() => {
  dossier = mkdtempSync(join(tmpdir(), 'guichet-cli-'))
})
afterAll(() => rmSync(dossier, { recursive: true }))

const poste = (...args: string[]) => lancerPoste(dossier, args)

function fichier(identite: object): string {
  const chemin = join(dossier, 'identite.json')
  writeFileSync(chemin, JSON.stringify(identite))
  return chemin
}

describe('ligne de commande « poste »', () => {
  it('datamatrix : affiche le vecteur officiel octet pour octet et écrit son image', () => {
    const png = join(dossier, 'dm.png')
    expect(poste('datamatrix', '--identite', fichier(QUALIFIEE), '--png', png)).toEqual({
      status: 0,
      sortie: VECTEUR,
      codes: [],
    })
    expect(readFileSync(png).subarray(1, 4).toString()).toBe('PNG')
  })

  it("EXI SI 08 : une identité qui n'est pas qualifiée sort en 2 et n'affiche rien d'autre", () =>
    expect(poste('datamatrix', '--identite', fichier({ ...QUALIFIEE, piece: null }))).toEqual({
      status: 2,
      sortie: '',
      codes: ['identite/non-qualifiee'],
    }))

  it('statut : se déduit, et un fichier contraire aux règles donne une erreur JSON par ligne', () => {
    expect(poste('statut', '--identite', fichier(QUALIFIEE))).toEqual({
      status: 0,
      sortie: 'qualifiee\n',
      codes: [],
    })
    expect(
      poste('statut', '--identite', fichier({ ...QUALIFIEE, sexe: 'X', lieuNaissance: 'PARIS' })),
    ).toEqual({
      status: 2,
      sortie: '',
      codes: ['sexe/inconnu', 'lieu/forme'],
    })
  })

  it('exporter : le message PAM porte le matricule de l’identité qualifiée, seul sur la sortie', () => {
    const pam = poste('exporter', '--identite', fichier(QUALIFIEE), '--format', 'hl7', '--ipp', '000003')
    expect([pam.status, pam.codes, pam.sortie.slice(0, 4)]).toEqual([0, [], 'MSH|'])
    expect(pam.sortie).toContain(
      '~279035121518989^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.10&ISO^INS^^20261122|',
    )
  })

  it('normaliser : écrit selon le RNIV ou refuse', () => {
    expect(poste('normaliser', 'D’ÆION, Cœur').sortie).toBe("D'AEION COEUR\n")
    expect(lancerPoste(dossier, ['normaliser'], 'D’ÆION, Cœur\n').sortie).toBe("D'AEION COEUR\n")
    expect(poste('normaliser', 'R2D2')).toEqual({ status: 2, sortie: '', codes: ['trait/chiffre'] })
  })

  it("journal verifier : passe, et échoue dès qu'un octet a changé", () => {
    const file = join(dossier, 'journal.jsonl')
    const journal = openJournal({ file, now: () => new Date(), poste: 'ACCUEIL-01' })
    if (!journal.ok) throw new Error(journal.error.code)
    for (let n = 0; n < 3; n += 1)
      journal.value.ecrire({
        agent: 'demo',
        admission: null,
        acte: { acte: 'session-ouverte', moyen: 'mot-de-passe' },
      })
    journal.value.close()
    expect(poste('journal', 'verifier', '--fichier', file).status).toBe(0)
    const octets = readFileSync(file)
    octets.writeUInt8(octets.readUInt8(40) ^ 1, 40)
    writeFileSync(file, octets)
    expect(poste('journal', 'verifier', '--fichier', file)).toMatchObject({
      status: 2,
      codes: ['journal/rompu'],
    })
  })

  it('refuse une commande, un fichier ou une option inconnus', () => {
    expect(poste('danser').codes).toEqual(['commande/inconnue'])
    expect(poste('statut', '--identite', join(dossier, 'absent.json')).codes).toEqual(['commande/fichier'])
    expect(poste('statut', '--inconnue').codes).toEqual(['commande/inconnue'])
    expect(poste('aide').status).toBe(0)
  })
})
