import { describe, expect, it } from 'vitest'
import { appliquerSelonDroits } from '../droits/appliquer-selon-droits.ts'
import {
  ACCEPTEE,
  AUJOURDHUI,
  CN,
  DEMANDE,
  NEUVE,
  REPONSE,
  SAISIE,
  avec,
  habiliter,
  jouer,
} from '../droits/gestes-exemples.ts'
import type { Admission } from './admission.ts'
import { appliquer } from './appliquer.ts'
import type { Evenement } from './evenement.ts'
import { vueDe } from './vue.ts'

const PAGE = { id: 'p1', format: 'jpeg', octets: 1000 } as const
const AUTRE = { id: 'p2', format: 'png', octets: 2000 } as const
const JOINTE: Evenement = { type: 'copie-jointe', pages: [PAGE] }
const VUE: Evenement = { type: 'copie-consultee', page: 0, motif: 'anomalie' }

const CONTROLEE = jouer(NEUVE, ...SAISIE, CN)
const COPIEE = jouer(CONTROLEE, JOINTE, { type: 'copie-jointe', pages: [AUTRE] })

function suite(depart: Admission, evenement: Evenement, jour = AUJOURDHUI) {
  const issue = appliquer(depart, evenement, jour)
  if (!issue.ok) return issue.error.code
  const { admission, effets } = issue.value
  return {
    copies: admission.copies.map(({ id }) => id),
    actes: effets.flatMap((effet) => (effet.type === 'journaliser' ? [effet.acte] : [])),
    effacees: effets.flatMap((effet) => (effet.type === 'effacer-copies' ? [...effet.copies] : [])),
  }
}

describe('ID-19 : la copie d’une pièce accompagne la pièce enregistrée', () => {
  it('les pages jointes portent la pièce et la venue, et chacune laisse une ligne', () => {
    expect(COPIEE.copies).toEqual([
      { ...PAGE, piece: 'CN', admission: NEUVE.id },
      { ...AUTRE, piece: 'CN', admission: NEUVE.id },
    ])
    expect(suite(CONTROLEE, JOINTE)).toEqual({
      copies: ['p1'],
      actes: [{ acte: 'copie-jointe', copie: 'p1', piece: 'CN', octets: 1000 }],
      effacees: [],
    })
  })

  it('une copie ne prouve rien : le statut ne change pas', () =>
    expect(vueDe(COPIEE, AUJOURDHUI)).toMatchObject({ statut: 'validee', pagesCopie: 2 }))

  it.each<[string, Admission, Evenement, string]>([
    ['sans pièce', jouer(NEUVE, ...SAISIE), JOINTE, 'copie/sans-piece'],
    [
      'au-delà de dix pages',
      COPIEE,
      { type: 'copie-jointe', pages: Array.from({ length: 9 }, () => PAGE) },
      'copie/trop-de-pages',
    ],
    ['consulter une page qui n’existe pas', CONTROLEE, VUE, 'copie/absente'],
  ])('%s : refusée', (_cas, depart, evenement, code) => expect(suite(depart, evenement)).toBe(code))

  const EFFACEE = { copies: [], effacees: ['p1', 'p2'] }
  it.each<[string, Evenement]>([
    ['la pièce est retirée', { type: 'piece-retiree' }],
    [
      'une autre pièce est enregistrée',
      { type: 'piece-enregistree', piece: { type: 'PA', date: AUJOURDHUI } },
    ],
    ['un trait contrôlé change', { type: 'trait-saisi', trait: 'nomNaissance', brut: 'Durant' }],
    ['le patient devient anonyme', { type: 'circonstance-choisie', circonstance: 'anonyme' }],
  ])('%s : la copie de cette venue est effacée, et le journal le dit', (_cas, evenement) => {
    const issue = suite(COPIEE, evenement)
    expect(issue).toMatchObject(EFFACEE)
    expect(issue).toMatchObject({ actes: expect.arrayContaining([{ acte: 'copies-effacees', pages: 2 }]) })
  })

  it('un doute (EXI SI 09) laisse la copie à qui le traite ; levé, la pièce est à revoir et sa copie à refaire', () => {
    const bascule = (actif: boolean): Evenement => ({ type: 'attribut-bascule', attribut: 'douteux', actif })
    const douteuse = jouer(COPIEE, bascule(true))
    expect(suite(douteuse, VUE)).toMatchObject({ copies: ['p1', 'p2'], effacees: [] })
    expect(suite(douteuse, bascule(false))).toMatchObject(EFFACEE)
  })

  it('la même pièce enregistrée de nouveau, l’admission close : la copie reste', () => {
    expect(suite(COPIEE, CN)).toMatchObject({ copies: ['p1', 'p2'], effacees: [] })
    expect(suite(COPIEE, { type: 'close' })).toMatchObject({ copies: ['p1', 'p2'], effacees: [] })
    expect(jouer(COPIEE, DEMANDE, REPONSE, ACCEPTEE).copies).toHaveLength(2)
  })
})

describe('ID-19 : un patient qui revient', () => {
  const NOUVELLE: Admission = { ...NEUVE, id: 'nouvelle', ouverteLe: '2027-01-04T08:00:00.000Z' }
  const reprise = (connue: Admission): Evenement => ({ type: 'patient-repris', connue })
  const REPRISE = jouer(NOUVELLE, reprise({ ...COPIEE, close: true }))

  it('retrouve la copie de sa dernière venue, que retirer la pièce n’efface pas de cette venue-là', () => {
    expect(REPRISE.copies.map((copie) => copie.admission)).toEqual([NEUVE.id, NEUVE.id])
    expect(suite(REPRISE, { type: 'piece-retiree' })).toMatchObject({ copies: [], effacees: [] })
  })

  it('n’en retrouve aucune passé la durée de conservation, même si rien ne l’a encore effacée', () => {
    const jour = `${Number(COPIEE.ouverteLe.slice(0, 4)) + 5}${COPIEE.ouverteLe.slice(4, 10)}`
    const lendemain = `${jour.slice(0, 8)}${String(Number(jour.slice(8)) + 1).padStart(2, '0')}`
    expect(suite(NOUVELLE, reprise(COPIEE), jour)).toMatchObject({ copies: ['p1', 'p2'] })
    expect(suite(NOUVELLE, reprise(COPIEE), lendemain)).toMatchObject({ copies: [] })
  })

  it('ce qui fut joint avant de le reconnaître est effacé', () =>
    expect(suite(jouer({ ...NOUVELLE }, ...SAISIE, CN, JOINTE), reprise(CONTROLEE))).toMatchObject({
      copies: [],
      effacees: ['p1'],
    }))
})

describe('DMN INS 46 : joindre et voir sont deux droits', () => {
  const code = (evenement: Evenement, cadre: Parameters<typeof appliquerSelonDroits>[3]) => {
    const issue = appliquerSelonDroits(COPIEE, evenement, AUJOURDHUI, cadre)
    return issue.ok ? null : issue.error.code
  }

  it('joindre demande « numeriser », voir demande « voir-pieces »', () => {
    expect(code(JOINTE, avec(['numeriser']))).toBeNull()
    expect(code(VUE, avec(['numeriser']))).toBe('droits/voir-pieces/referent')
    expect(code(VUE, avec(['voir-pieces']))).toBeNull()
    expect(code(JOINTE, avec(['voir-pieces']))).toBe('droits/numeriser/referent')
  })

  it('modèle 1 : l’agent joint et ne voit pas, le référent voit ; l’écran le dit d’avance', () => {
    expect(vueDe(COPIEE, AUJOURDHUI, habiliter(1, 'agent')).actions).toMatchObject({
      joindreCopie: null,
      voirCopie: 'droits/voir-pieces/referent',
    })
    expect(vueDe(COPIEE, AUJOURDHUI, habiliter(1, 'referent')).actions.voirCopie).toBeNull()
    expect(vueDe(CONTROLEE, AUJOURDHUI, habiliter(1, 'referent')).actions.voirCopie).toBe('copie/absente')
  })

  it('chaque page vue laisse une ligne : la page et le motif, rien d’autre', () =>
    expect(suite(COPIEE, { ...VUE, page: 1 })).toEqual({
      copies: ['p1', 'p2'],
      actes: [{ acte: 'copie-consultee', copie: 'p2', motif: 'anomalie' }],
      effacees: [],
    }))
})
