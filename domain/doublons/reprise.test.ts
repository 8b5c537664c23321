import { describe, expect, it } from 'vitest'
import { appliquer } from '../admission/appliquer.ts'
import { statutAdmission } from '../admission/lectures.ts'
import {
  AUJOURDHUI,
  DEMANDE,
  NEUVE,
  QUALIFIEE,
  SAISIE_FAITE,
  TROUVEE_ET_VALIDEE,
  VALIDEE,
  jouer,
} from '../droits/gestes-exemples.ts'
import { refuser } from '../refus/refus.ts'
import { estCollision, insPresume } from './collision.ts'
import { doublonsDe } from './doublon.ts'
import { patientConnuDe, traitsLus } from './patient-connu.ts'
import { montrerDoublon } from './vue-antecedents.ts'

const INS = { matricule: '284056322000100', oid: '1.2.250.1.213.1.4.10' }
const VENUE = { ...NEUVE, id: 'venue-2', ipp: '0000000009', nda: '0000000010' }

describe('Reprendre un patient connu : le statut se relit sur les faits enregistrés (EXI SI 07)', () => {
  it.each([
    ['validée : la pièce vue une fois compte', VALIDEE, 'validee'],
    ['qualifiée : la réponse acceptée et son numéro restent', QUALIFIEE, 'qualifiee'],
    ['réponse jamais acceptée : elle appartenait à l’autre venue', TROUVEE_ET_VALIDEE, 'validee'],
  ])('%s', (_cas, connue, statut) => {
    const reprise = jouer(VENUE, { type: 'patient-repris', connue: { ...connue, close: true } })
    expect(statutAdmission(reprise)).toBe(statut)
    expect([reprise.id, reprise.nda, reprise.ipp, reprise.close]).toEqual([
      VENUE.id,
      VENUE.nda,
      connue.ipp,
      false,
    ])
    expect(reprise.saisie).toEqual(connue.saisie)
  })

  it('l’appel en cours pour l’identité abandonnée est annulé, la reprise journalisée', () => {
    const enCours = jouer(SAISIE_FAITE, DEMANDE)
    const issue = appliquer(enCours, { type: 'patient-repris', connue: { ...VALIDEE, id: 'a' } }, AUJOURDHUI)
    expect(issue.ok && issue.value.effets).toEqual([
      { type: 'annuler-insi', appelId: 'appel-1' },
      { type: 'journaliser', acte: { acte: 'patient-repris', venue: 'a' } },
      { type: 'journaliser', acte: { acte: 'statut-change', de: 'provisoire', vers: 'validee' } },
    ])
  })

  it('refusée dès que l’INS est associée à cette venue', () => {
    expect(appliquer(QUALIFIEE, { type: 'patient-repris', connue: VALIDEE }, AUJOURDHUI)).toEqual({
      ok: false,
      error: refuser('admission/etape'),
    })
  })
})

describe('Collision : un même matricule actif sur deux patients', () => {
  it('le numéro présumé est celui que la réponse donnerait, ou celui déjà associé', () => {
    expect([NEUVE, TROUVEE_ET_VALIDEE, QUALIFIEE].map(insPresume)).toEqual([null, INS, INS])
  })

  it('un numéro d’autorité inconnue ne se compare pas', () => {
    const { interrogation } = TROUVEE_ET_VALIDEE
    if (interrogation.etat !== 'trouvee') throw new Error('The example was found.')
    const actif = { ...interrogation.identite.actif, oid: '1.2.3' }
    const identite = { ...interrogation.identite, actif }
    expect(insPresume({ ...TROUVEE_ET_VALIDEE, interrogation: { ...interrogation, identite } })).toBeNull()
  })

  it('seul un autre patient fait collision', () => {
    expect([estCollision('1', []), estCollision('1', ['1']), estCollision('1', ['1', '2'])]).toEqual([
      false,
      false,
      true,
    ])
  })

  it('l’écran reçoit le doublon et ses raisons, jamais le numéro (EXI SI 08)', () => {
    const traits = traitsLus(QUALIFIEE)
    const connu = patientConnuDe(QUALIFIEE)
    const [doublon] = doublonsDe({ ipp: 'autre', traits, ins: connu.ins }, [connu]).map(montrerDoublon)
    expect(patientConnuDe(VALIDEE).ins).toBeNull()
    expect([connu.ins, doublon?.niveau, doublon?.patient.statut]).toEqual([INS, 'certain', 'qualifiee'])
    expect(JSON.stringify(doublon)).not.toContain(INS.matricule)
  })
})
