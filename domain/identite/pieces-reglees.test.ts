import { describe, expect, it } from 'vitest'
import { CATALOGUE_PAR_DEFAUT, composerCatalogue, piecesPour } from './catalogue-pieces.ts'
import { lireExpiration } from './expiration.ts'
import { estPerimee, prouveIdentite, TYPES_PIECE, typePiece } from './piece.ts'

const VUE = { date: '2026-11-22' }

describe('EXI ID 19 : le site règle sa liste de pièces et leur confiance', () => {
  it('sans réglage, la liste par défaut', () =>
    expect(composerCatalogue([])).toEqual({ ok: true, value: CATALOGUE_PAR_DEFAUT }))

  it('la liste par défaut, ses niveaux et ses publics', () =>
    expect(
      TYPES_PIECE.map(
        ({ code, hauteConfiance, pour, numerique, propose, jamaisProbante }) =>
          `${code} ${hauteConfiance ? 'haute' : 'faible'} ${pour}${numerique ? ' numérique' : ''}${propose ? '' : ' masquée'}${jamaisProbante ? ' jamais' : ''}`,
      ),
    ).toEqual([
      'CN haute tous',
      'PA haute tous',
      'CS haute tous',
      'CC haute mineur',
      'LEP haute mineur',
      'AN haute mineur',
      'LECV haute ehpad',
      'ANCV haute ehpad',
      'eCN haute tous numérique',
      'IN haute tous numérique',
      'AV haute tous numérique',
      'TC haute tous masquée',
      'LE faible mineur masquée',
      'PC faible tous jamais',
      'CM faible tous jamais',
      'CE faible tous masquée jamais',
      'VI faible tous jamais',
    ]))

  it('chaque type a un code unique et un libellé', () => {
    expect(new Set(TYPES_PIECE.map(({ code }) => code)).size).toBe(TYPES_PIECE.length)
    expect(TYPES_PIECE.filter(({ libelle }) => libelle.length < 8)).toEqual([])
  })

  it('proposer un tiers de confiance, retirer le passeport, renommer, se fier au livret seul', () => {
    const lu = composerCatalogue([
      { code: 'TC', propose: true },
      { code: 'PA', propose: false },
      { code: 'CN', libelle: 'CNI' },
      { code: 'LE', propose: true, hauteConfiance: true },
      { code: 'PC', hauteConfiance: false },
    ])
    const catalogue = lu.ok ? lu.value : []
    expect(catalogue.map(({ code }) => code)).toEqual(
      'CN CS CC LEP AN LECV ANCV eCN IN AV TC LE PC CM VI'.split(' '),
    )
    expect(catalogue.find(({ code }) => code === 'CN')?.libelle).toBe('CNI')
    expect(catalogue.find(({ code }) => code === 'LE')?.hauteConfiance).toBe(true)
  })

  it.each([
    ['un code inconnu', { code: 'ZZ' }, 'piece/type-inconnu'],
    [
      'la confiance en un permis de conduire',
      { code: 'PC', hauteConfiance: true },
      'piece/confiance-insuffisante',
    ],
  ])('%s est refusé', (_cas, reglage, code) =>
    expect(composerCatalogue([reglage])).toEqual({ ok: false, error: { code, champ: reglage.code } }),
  )

  it('un mineur et un résident d’EHPAD ont leurs pièces propres, en plus de celles de tous', () => {
    const codes = (pour: 'tous' | 'mineur' | 'ehpad') =>
      piecesPour(CATALOGUE_PAR_DEFAUT, pour)
        .map(({ code }) => code)
        .join(' ')
    expect([codes('tous'), codes('mineur'), codes('ehpad')]).toEqual([
      'CN PA CS eCN IN AV PC CM VI',
      'CN PA CS CC LEP AN eCN IN AV PC CM VI',
      'CN PA CS LECV ANCV eCN IN AV PC CM VI',
    ])
  })
})

describe('EXI PP 09, EXI SI 10 : ce qu’une pièce enregistrée prouve', () => {
  it.each([
    ['aucune pièce', null, false],
    ['type inconnu', { ...VUE, type: 'ZZ' }, false],
    ['type inconnu dit probant', { ...VUE, type: 'ZZ', probante: true }, false],
    ['carte nationale', { ...VUE, type: 'CN' }, true],
    ['carte nationale que le site n’admet pas', { ...VUE, type: 'CN', probante: false }, false],
    ['carte nationale à valider par un autre', { ...VUE, type: 'CN', aValider: true }, false],
    ['livret seul', { ...VUE, type: 'LE' }, false],
    ['livret seul que le site admet', { ...VUE, type: 'LE', probante: true }, true],
    ['permis de conduire', { ...VUE, type: 'PC' }, false],
    ['permis de conduire dit probant', { ...VUE, type: 'PC', probante: true }, false],
    ['carte Vitale dite probante', { ...VUE, type: 'VI', probante: true }, false],
  ] as const)('%s', (_cas, piece, prouve) => expect(prouveIdentite(piece)).toBe(prouve))

  it('un code se retrouve', () =>
    expect([typePiece('PA')?.libelle, typePiece('pa')]).toEqual(['Passeport', undefined]))

  it.each([
    ['valide encore un jour', '2026-11-23', false],
    ['dernier jour de validité', '2026-11-22', false],
    ['périmée de la veille', '2026-11-21', true],
    ['sans date de fin', undefined, false],
  ])('%s', (_cas, expiration, perimee) =>
    expect(estPerimee({ ...VUE, type: 'CN', ...(expiration === undefined ? {} : { expiration }) })).toBe(
      perimee,
    ),
  )

  it.each([
    ['', null],
    ['  ', null],
    ['15/04/2031', '2031-04-15'],
    ['15042031', '2031-04-15'],
    [' 15 04 2031 ', '2031-04-15'],
    ['15/04/1999', '1999-04-15'],
    ['31/02/2031', 'piece/expiration'],
    ['avril 2031', 'piece/expiration'],
    ['x15/04/2031', 'piece/expiration'],
    ['15/04/2031x', 'piece/expiration'],
  ])('fin de validité « %s » : %s', (saisie, attendu) => {
    const lue = lireExpiration(saisie)
    expect(lue.ok ? lue.value : lue.error.code).toBe(attendu)
  })
})
