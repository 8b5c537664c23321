import { writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Ancre } from '../coffre/ancrage.ts'
import { ENTREES, journalEssai } from './journal-essai.ts'
import { ecrireLigne, ORIGINE } from './ligne.ts'
import { verifierJournal } from './verifier-journal.ts'

const essai = journalEssai()
let sain: Buffer
let ancre: Ancre

/** Seven acts, a cut line set aside, then one more act. */
beforeAll(() => {
  const premier = essai.ouvrir()
  for (const entree of ENTREES) premier.ecrire(entree)
  premier.close()
  writeFileSync(essai.file, Buffer.concat([essai.octets(), Buffer.from('{"n":8,"instant":"2026-11')]))
  const second = essai.ouvrir()
  ancre = second.ecrire({ agent: null, admission: null, acte: { acte: 'poste-arrete' } })
  second.close()
  sain = essai.octets()
})
afterAll(() => essai.detruire())

const verifier = (octets: Buffer, avec: Ancre | null = null) => {
  writeFileSync(essai.file, octets)
  return verifierJournal(essai.file, { ancre: avec })
}
const lignes = (): string[] => sain.toString('utf8').slice(0, -1).split('\n')
const assembler = (morceaux: readonly string[]): Buffer =>
  Buffer.from(morceaux.map((ligne) => `${ligne}\n`).join(''))

describe('Chaîne du journal', () => {
  it('un journal intact est vérifié, accidents avoués compris', async () => {
    expect(await verifier(sain, ancre)).toEqual({
      ok: true,
      value: { lignes: 9, tete: ancre.empreinte, fragments: 1 },
    })
    expect(lignes()).toHaveLength(10)
  })

  it('un journal vide ou absent', async () => {
    expect(await verifier(Buffer.alloc(0))).toEqual({
      ok: true,
      value: { lignes: 0, tete: ORIGINE.empreinte, fragments: 0 },
    })
    expect(await verifierJournal(`${essai.file}.absent`)).toEqual({
      ok: false,
      error: { refus: { code: 'journal/illisible' }, ligne: 1 },
    })
  })

  it('un octet changé rompt la chaîne, à sa ligne ou à la précédente', async () => {
    for (let position = 0; position < sain.length; position += position < 400 ? 1 : 3) {
      const ligne = sain.subarray(0, position).toString('latin1').split('\n').length
      const altere = Buffer.from(sain)
      altere.writeUInt8(sain.readUInt8(position) ^ (1 + (position % 255)), position)
      const verdict = await verifier(altere)
      expect(verdict).toMatchObject({ ok: false, error: { refus: { code: 'journal/rompu' } } })
      expect([ligne - 1, ligne]).toContain(verdict.ok ? 0 : verdict.error.ligne)
    }
  })

  it('octets changés, ajoutés ou retirés n’importe où : détecté', () =>
    fc.assert(
      fc.asyncProperty(
        fc.nat(),
        fc.nat({ max: 40 }),
        fc.uint8Array({ maxLength: 40 }),
        async (graine, retires, ajoutes) => {
          const debut = graine % sain.length
          const altere = Buffer.concat([sain.subarray(0, debut), ajoutes, sain.subarray(debut + retires)])
          fc.pre(!altere.equals(sain))
          expect((await verifier(altere, ancre)).ok).toBe(false)
        },
      ),
      { numRuns: 300 },
    ))

  it('une ligne retirée, répétée ou déplacée : détecté', async () => {
    const toutes = lignes()
    for (let i = 0; i < toutes.length; i++) {
      expect((await verifier(assembler(toutes.toSpliced(i, 1)), ancre)).ok).toBe(false)
      for (let j = 0; j <= toutes.length; j++)
        expect((await verifier(assembler(toutes.toSpliced(j, 0, toutes[i] ?? '')), ancre)).ok).toBe(false)
      for (let j = i + 1; j < toutes.length; j++) {
        const [a = '', b = ''] = [toutes[i], toutes[j]]
        expect((await verifier(assembler(toutes.with(i, b).with(j, a)), ancre)).ok).toBe(false)
      }
    }
  })

  it('une ligne valide prise dans un autre journal, au même rang : détecté', async () => {
    const entete = {
      n: 3,
      instant: '2026-11-22T08:00:00.000Z',
      agent: null,
      poste: 'Ailleurs',
      site: null,
      admission: null,
    }
    const acte = { acte: 'poste-arrete' } as const
    const { empreinte } = JSON.parse(lignes()[1] ?? '') as { empreinte: string }
    const debut = lignes().slice(0, 2)
    const suivie = (ligne: string) => verifier(assembler([...debut, ligne]))
    expect((await suivie(ecrireLigne({ ...entete, precedent: empreinte }, acte).texte)).ok).toBe(true)
    expect((await suivie(ecrireLigne({ ...entete, precedent: ORIGINE.empreinte }, acte).texte)).ok).toBe(
      false,
    )
    expect((await suivie(ecrireLigne({ ...entete, n: 4, precedent: empreinte }, acte).texte)).ok).toBe(false)
  })

  it('la dernière fin de ligne retirée : détecté', async () => {
    expect(await verifier(sain.subarray(0, -1))).toEqual({
      ok: false,
      error: { refus: { code: 'journal/rompu' }, ligne: 10 },
    })
  })

  it('les dernières lignes retirées entières : détecté par l’ancre, et par elle seule', async () => {
    const tronque = assembler(lignes().slice(0, 5))
    expect((await verifier(tronque)).ok).toBe(true)
    expect(await verifier(tronque, ancre)).toEqual({
      ok: false,
      error: { refus: { code: 'journal/rompu' }, ligne: 6 },
    })
  })

  it('un journal entièrement réécrit, chaîne recalculée : détecté par l’ancre', async () => {
    let tete = ORIGINE
    const reecrites = ENTREES.concat(ENTREES).map(({ agent, admission, acte }) => {
      const instant = '2026-11-22T08:00:00.000Z'
      const entete = {
        n: tete.n + 1,
        instant,
        agent,
        poste: 'Accueil 1',
        site: null,
        admission,
        precedent: tete.empreinte,
      }
      const ligne = ecrireLigne(entete, acte)
      tete = ligne.ancre
      return ligne.texte
    })
    expect((await verifier(assembler(reecrites))).ok).toBe(true)
    expect(await verifier(assembler(reecrites), ancre)).toEqual({
      ok: false,
      error: { refus: { code: 'journal/rompu' }, ligne: 9 },
    })
  })

  it('les lignes écrites depuis l’ancre sont admises', async () => {
    const [premiere = ''] = lignes()
    const empreinte = /"empreinte":"(.{64})"/.exec(premiere)?.[1] ?? ''
    expect((await verifier(sain, { n: 1, empreinte })).ok).toBe(true)
    expect((await verifier(sain, { n: 1, empreinte: ancre.empreinte })).ok).toBe(false)
  })

  it('une ligne démesurée ou un fichier quelconque ne remplit pas la mémoire', async () => {
    expect((await verifier(Buffer.alloc(3 << 20, 'x'))).ok).toBe(false)
    expect((await verifier(Buffer.alloc(3 << 20, '\n'))).ok).toBe(false)
  })

  it('la vérification s’interrompt à la demande', async () => {
    writeFileSync(essai.file, sain)
    await expect(verifierJournal(essai.file, { signal: AbortSignal.abort() })).rejects.toThrow(/abort/i)
  })
})
