import { describe, expect, it } from 'vitest'
import { AUJOURDHUI, jouer, NEUVE, SAISIE_FAITE, VALIDEE } from '../droits/gestes-exemples.ts'
import { composerCatalogue, type ReglagePiece } from '../identite/catalogue-pieces.ts'
import type { PieceVue } from '../identite/piece.ts'
import type { Admission } from './admission.ts'
import { appliquer } from './appliquer.ts'
import { piecesDuPatient } from './controler-piece.ts'
import { REGLAGES_PAR_DEFAUT, type ReglagesAdmission } from './reglages.ts'

const MINEUR = jouer(SAISIE_FAITE, { type: 'trait-saisi', trait: 'dateNaissance', brut: '18/06/2016' })

const regler = (...reglages: readonly ReglagePiece[]): ReglagesAdmission => {
  const pieces = composerCatalogue(reglages)
  return pieces.ok ? { ...REGLAGES_PAR_DEFAUT, pieces: pieces.value } : REGLAGES_PAR_DEFAUT
}

const presenter = (
  piece: Partial<PieceVue>,
  admission: Admission = SAISIE_FAITE,
  reglages = REGLAGES_PAR_DEFAUT,
) => {
  const evenement = { type: 'piece-enregistree', piece: { type: 'CN', date: AUJOURDHUI, ...piece } } as const
  const issue = appliquer(admission, evenement, AUJOURDHUI, reglages)
  return issue.ok ? issue.value.admission.piece : issue.error.code
}

describe('EXI PP 09, EXI SI 10 : une pièce est contrôlée en présence du patient', () => {
  it.each<[string, Partial<PieceVue>, Admission, string]>([
    ['inconnue', { type: 'ZZ' }, SAISIE_FAITE, 'piece/type-inconnu'],
    ['que le site ne propose pas', { type: 'TC' }, SAISIE_FAITE, 'piece/type-inconnu'],
    ['vue demain', { date: '2026-11-23' }, SAISIE_FAITE, 'piece/date'],
    ['sans traits à contrôler', {}, NEUVE, 'admission/traits-incomplets'],
    ['réservée aux mineurs, pour un majeur', { type: 'CC' }, SAISIE_FAITE, 'piece/reservee'],
    ['réservée aux EHPAD, pour un mineur', { type: 'LECV' }, MINEUR, 'piece/reservee'],
  ])('pièce %s : refusée', (_cas, piece, admission, refus) => expect(presenter(piece, admission)).toBe(refus))

  it('un mineur présente un titre réservé aux mineurs (RNIV 1 §3.3.3)', () =>
    expect(presenter({ type: 'CC' }, MINEUR)).toEqual({ type: 'CC', date: AUJOURDHUI }))

  it('une pièce périmée est gardée avec sa date, ou refusée si le site le veut', () => {
    const expiration = '2026-11-21'
    const strict: ReglagesAdmission = { ...REGLAGES_PAR_DEFAUT, piecePerimee: 'refuser' }
    expect([
      presenter({ expiration }),
      presenter({ expiration }, SAISIE_FAITE, strict),
      presenter({ expiration: AUJOURDHUI }, SAISIE_FAITE, strict),
    ]).toEqual([
      { type: 'CN', date: AUJOURDHUI, expiration },
      'piece/perimee',
      { type: 'CN', date: AUJOURDHUI, expiration: AUJOURDHUI },
    ])
  })

  it('la confiance que le site accorde ce jour-là est gardée, jamais celle que dit l’appelant (EXI ID 19)', () => {
    const reglages = regler({ code: 'IN', hauteConfiance: false })
    expect([
      presenter({ type: 'IN' }, SAISIE_FAITE, reglages),
      presenter({ type: 'PC', probante: true }),
    ]).toEqual([
      { type: 'IN', date: AUJOURDHUI, probante: false },
      { type: 'PC', date: AUJOURDHUI },
    ])
  })

  it('retirer la pièce demande qu’il y en ait une', () => {
    const retirer = (admission: Admission) => appliquer(admission, { type: 'piece-retiree' }, AUJOURDHUI)
    expect([retirer(NEUVE), retirer(VALIDEE)].map(({ ok }) => ok)).toEqual([false, true])
  })
})

describe('RNIV 1 §3.3.3 : les pièces proposées', () => {
  const codes = (admission: Admission) =>
    piecesDuPatient(admission, AUJOURDHUI, REGLAGES_PAR_DEFAUT)
      .filter(({ pour }) => pour !== 'tous')
      .map(({ code }) => code)
  const mineurSansDate = jouer(NEUVE, { type: 'circonstance-choisie', circonstance: 'mineur' })

  it.each<[string, Admission, readonly string[]]>([
    ['majeur', SAISIE_FAITE, []],
    ['mineur par sa date', MINEUR, ['CC', 'LEP', 'AN']],
    ['mineur par la circonstance, date inconnue', mineurSansDate, ['CC', 'LEP', 'AN']],
    [
      'circonstance de mineur, date d’un majeur',
      jouer(SAISIE_FAITE, { type: 'circonstance-choisie', circonstance: 'mineur' }),
      [],
    ],
    [
      'résident d’EHPAD',
      jouer(SAISIE_FAITE, { type: 'circonstance-choisie', circonstance: 'ehpad' }),
      ['LECV', 'ANCV'],
    ],
  ])('%s', (_cas, admission, attendus) => expect(codes(admission)).toEqual(attendus))
})
