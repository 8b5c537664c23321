import { describe, expect, it } from 'vitest'
import {
  ACCEPTEE,
  AUJOURDHUI,
  CN,
  DEMANDE,
  NEUVE,
  QUALIFIEE,
  RECUPEREE,
  SAISIE_FAITE,
  TROUVEE,
  habiliter,
  jouer,
} from '../droits/gestes-exemples.ts'
import { appliquerSelonDroits } from '../droits/appliquer-selon-droits.ts'
import type { ReponseInsi } from '../insi/reponse.ts'
import { refuser, type CodeRefus } from '../refus/refus.ts'
import { echec, succes } from '../result.ts'
import { APPLI } from '../statuts/jeux-exemples.ts'
import { raisonDe } from '../travail/raison.ts'
import type { Admission } from './admission.ts'
import { appliquer } from './appliquer.ts'
import type { Evenement } from './evenement.ts'
import { statutAdmission } from './lectures.ts'
import { REGLAGES_PAR_DEFAUT } from './reglages.ts'
import { vueDe } from './vue.ts'

const LE = '2026-11-22T09:30:00.000Z'
const DIFFEREE: Evenement = { type: 'appel-differe', le: LE }
const REJOUEE: Evenement = { type: 'differe-rejoue', appelId: 'rejeu-1' }
const CLOSE: Evenement = { type: 'close' }
const PRISE: Evenement = { type: 'admission-prise', agent: 'denise' }

const echouer = (code: CodeRefus, appelId = 'appel-1'): Evenement => ({
  type: 'insi-repondue',
  appelId,
  resultat: echec(refuser(code)),
})
const repondre = (reponse: ReponseInsi): Evenement => ({
  type: 'insi-repondue',
  appelId: 'rejeu-1',
  resultat: succes({ messageId: 'uuid:m', reponse }),
})
const TROUVER = repondre({ codeCR: '00', identite: TROUVEE })

const SANS_REPONSE = jouer(SAISIE_FAITE, DEMANDE, echouer('insi/delai'))
const EN_ATTENTE = jouer(SANS_REPONSE, DIFFEREE)
const PARTIE = jouer(EN_ATTENTE, CLOSE, REJOUEE)
const A_REVOIR = jouer(PARTIE, TROUVER)

const actesDe = (admission: Admission, evenement: Evenement): readonly object[] => {
  const issue = appliquer(admission, evenement, AUJOURDHUI)
  if (!issue.ok) throw new Error(issue.error.code)
  return issue.value.effets.flatMap((effet) => (effet.type === 'journaliser' ? [effet.acte] : []))
}
const refusDe = (admission: Admission, evenement: Evenement): string | null => {
  const issue = appliquer(admission, evenement, AUJOURDHUI)
  return issue.ok ? null : issue.error.code
}

describe('Différer un appel resté sans réponse : un acte, un patient', () => {
  it('l’acte dit qui, quand et pourquoi, et l’admission continue', () => {
    expect(EN_ATTENTE.differe).toEqual({ par: 'demo', le: LE, etat: 'en-attente' })
    expect(actesDe(SANS_REPONSE, DIFFEREE)).toEqual([{ acte: 'appel-differe', refus: 'insi/delai' }])
    expect(statutAdmission(jouer(EN_ATTENTE, CN, CLOSE))).toBe('validee')
  })

  it.each<[CodeRefus, string | null]>([
    ['insi/injoignable', null],
    ['insi/disjoncte', null],
    ['insi/exercice', null],
    ['insi/interrompu', null],
    ['insi/certificat-refuse', null],
    ['insi/droits-insuffisants', 'insi/non-differable'],
    ['insi/annule', null],
  ])('après %s : %s', (code, attendu) =>
    expect(refusDe(jouer(SAISIE_FAITE, DEMANDE, echouer(code)), DIFFEREE)).toBe(attendu),
  )

  it('ni sans appel, ni deux fois, ni sans les traits que demande INSi', () => {
    expect(refusDe(SAISIE_FAITE, DIFFEREE)).toBe('admission/etape')
    expect(refusDe(EN_ATTENTE, DIFFEREE)).toBe('admission/etape')
    const incomplete = { ...SANS_REPONSE, saisie: { ...SANS_REPONSE.saisie, sexe: null } }
    expect(refusDe(incomplete, DIFFEREE)).toBe('insi/traits-insuffisants')
  })

  it('demande le droit d’appeler INSi', () =>
    expect(appliquerSelonDroits(SANS_REPONSE, DIFFEREE, AUJOURDHUI, habiliter(3, 'agent'))).toEqual(
      echec(refuser('droits/appeler-insi/referent')),
    ))

  it('l’agent y renonce ; ce qui n’attend pas ne s’annule pas', () => {
    const annuler: Evenement = { type: 'differe-annule', cause: 'agent' }
    expect(jouer(EN_ATTENTE, annuler).differe).toBeNull()
    expect(actesDe(EN_ATTENTE, annuler)).toEqual([{ acte: 'differe-annule', cause: 'agent' }])
    expect(refusDe(SANS_REPONSE, annuler)).toBe('admission/etape')
  })
})

describe('Rejouer un appel différé : une fois, tracé au nom de son agent', () => {
  it('il part de l’admission close, marqué avant de partir', () => {
    expect([PARTIE.close, PARTIE.differe?.etat, PARTIE.interrogation]).toEqual([
      true,
      'envoye',
      {
        etat: 'en-cours',
        appelId: 'rejeu-1',
        demande: expect.objectContaining({ prenom: 'ANNE' }) as unknown,
      },
    ])
    expect(actesDe(jouer(EN_ATTENTE, CLOSE), REJOUEE)).toEqual([
      { acte: 'appel-rejoue', appelId: 'rejeu-1', par: 'demo' },
      {
        acte: 'insi-demandee',
        appelId: 'rejeu-1',
        finalite: 'venue',
        lieu: false,
        variante: 'initiale',
        rang: 1,
        sur: 1,
      },
    ])
  })

  it('jamais une seconde fois, ni sans avoir été différé', () => {
    expect(refusDe(PARTIE, REJOUEE)).toBe('admission/etape')
    expect(refusDe(A_REVOIR, REJOUEE)).toBe('admission/etape')
    expect(refusDe(SANS_REPONSE, REJOUEE)).toBe('admission/etape')
  })

  it('refusé par les règles, il ne part pas et revient à une personne', () => {
    const incomplete = { ...EN_ATTENTE, saisie: { ...EN_ATTENTE.saisie, sexe: null } }
    expect(actesDe(incomplete, REJOUEE)).toEqual([
      { acte: 'rejeu-refuse', refus: 'insi/traits-insuffisants' },
    ])
    const refusee = jouer(incomplete, REJOUEE)
    expect([refusee.differe?.etat, refusee.interrogation]).toEqual(['a-revoir', SANS_REPONSE.interrogation])
  })

  it('l’appel d’une venue préparée le dit', () => {
    const preparee = { ...EN_ATTENTE, preparation: { pour: AUJOURDHUI } }
    expect(actesDe(preparee, REJOUEE)[1]).toMatchObject({ finalite: 'preadmission' })
  })

  it('interrompu par un arrêt, il est incertain : une personne le voit, il ne repart pas', () => {
    const coupe = jouer(PARTIE, echouer('insi/interrompu', 'rejeu-1'))
    expect([coupe.differe?.etat, coupe.interrogation, raisonDe(coupe)]).toEqual([
      'a-revoir',
      { etat: 'en-echec', refus: 'insi/interrompu' },
      'reponse-differee',
    ])
    expect(refusDe(coupe, REJOUEE)).toBe('admission/etape')
  })

  it('resté sans réponse, il revient à une personne, qui peut le différer de nouveau', () => {
    const prise = jouer(PARTIE, echouer('insi/delai', 'rejeu-1'), PRISE)
    expect(prise.differe?.etat).toBe('a-revoir')
    expect(jouer(prise, DIFFEREE).differe).toEqual({ par: 'denise', le: LE, etat: 'en-attente' })
  })
})

describe('La réponse d’un appel différé : une personne la revoit, aucun statut ne change seul', () => {
  it('trouvée, elle attend une décision', () => {
    expect([statutAdmission(A_REVOIR), A_REVOIR.interrogation.etat, raisonDe(A_REVOIR)]).toEqual([
      'provisoire',
      'trouvee',
      'reponse-differee',
    ])
    expect(statutAdmission(jouer(A_REVOIR, PRISE, ACCEPTEE))).toBe('recuperee')
  })

  it.each<[string, readonly Evenement[], boolean]>([
    ['acceptée', [ACCEPTEE], true],
    ['écartée', [{ type: 'insi-ecartee' }], true],
    ['transférée', [{ type: 'transfert-demande', motif: 'doute' }], true],
    ['conclue', [{ type: 'dossier-conclu', conclusion: 'sans-ins' }], true],
    ['un trait corrigé', [{ type: 'trait-saisi', trait: 'nomNaissance', brut: 'Durant' }], true],
    ['laissée sans décision', [CLOSE], false],
    ['laissée à qualifier', [CN, CLOSE], true],
    ['un trait utilisé saisi', [{ type: 'trait-saisi', trait: 'nomUtilise', brut: 'Martin' }], false],
  ])('%s', (_cas, gestes, revue) => expect(jouer(A_REVOIR, PRISE, ...gestes).differe === null).toBe(revue))

  it('personne de trouvé : elle est revue dès qu’on quitte le dossier ouvert', () => {
    const vide = jouer(PARTIE, repondre({ codeCR: '01' }), PRISE)
    expect(vide.differe?.etat).toBe('a-revoir')
    expect(actesDe(vide, CLOSE)).toContainEqual({ acte: 'differe-revu' })
  })
})

describe('Un appel différé s’annule quand il n’a plus lieu d’être (EXI SI 09)', () => {
  const FICTIVE: Evenement = { type: 'attribut-bascule', attribut: 'fictif', actif: true }
  const DOUTEUSE: Evenement = { type: 'attribut-bascule', attribut: 'douteux', actif: true }
  const reglages = { ...REGLAGES_PAR_DEFAUT, appliVitale: true }

  it.each<[string, Admission, Evenement, string]>([
    ['identité douteuse', EN_ATTENTE, DOUTEUSE, 'attribut'],
    ['identité fictive', EN_ATTENTE, FICTIVE, 'attribut'],
    [
      'patient non identifié',
      EN_ATTENTE,
      { type: 'circonstance-choisie', circonstance: 'non-identifie' },
      'circonstance',
    ],
    ['INS obtenue autrement', { ...EN_ATTENTE, piece: null }, APPLI, 'ins'],
    ['appel refait par un agent', EN_ATTENTE, DEMANDE, 'appel'],
    ['appel refait après le rejeu', jouer(PARTIE, echouer('insi/delai', 'rejeu-1'), PRISE), DEMANDE, 'appel'],
    [
      'venue retirée',
      jouer({ ...EN_ATTENTE, preparation: { pour: AUJOURDHUI } }, CLOSE),
      { type: 'preparation-retiree' },
      'venue-retiree',
    ],
    [
      'patient revenu',
      jouer(EN_ATTENTE, CLOSE),
      { type: 'differe-annule', cause: 'patient-revenu' },
      'patient-revenu',
    ],
  ])('%s', (_cas, depart, evenement, cause) => {
    const issue = appliquer(depart, evenement, AUJOURDHUI, reglages)
    expect(issue.ok && issue.value.admission.differe).toBeNull()
    expect(issue.ok && issue.value.effets).toContainEqual({
      type: 'journaliser',
      acte: { acte: 'differe-annule', cause },
    })
  })

  it('un doute posé pendant le rejeu l’arrête et l’annule', () => {
    const issue = appliquer({ ...PARTIE, close: false }, DOUTEUSE, AUJOURDHUI)
    expect(issue.ok && [issue.value.admission.differe, issue.value.effets.map(({ type }) => type)]).toEqual([
      null,
      ['journaliser', 'annuler-insi', 'journaliser'],
    ])
  })

  it('le patient présent venu ou un trait corrigé ne l’annulent pas : il part avec les traits du moment', () => {
    const corrigee = jouer(
      EN_ATTENTE,
      { type: 'trait-saisi', trait: 'nomNaissance', brut: 'Durant' },
      CLOSE,
      REJOUEE,
    )
    expect(corrigee.interrogation).toMatchObject({ demande: { nomNaissance: 'DURANT' } })
    const preparee = jouer({ ...EN_ATTENTE, preparation: { pour: AUJOURDHUI } }, { type: 'patient-arrive' })
    expect(preparee.differe?.etat).toBe('en-attente')
  })

  it('un patient connu repris garde l’appel de cette venue, non celui de l’autre', () => {
    expect(jouer(NEUVE, { type: 'patient-repris', connue: EN_ATTENTE }).differe).toBeNull()
    const repris = jouer(EN_ATTENTE, { type: 'patient-repris', connue: { ...RECUPEREE, id: 'autre' } })
    expect(repris.differe).toBeNull()
    const sansIns = jouer(EN_ATTENTE, { type: 'patient-repris', connue: { ...SAISIE_FAITE, id: 'autre' } })
    expect(sansIns.differe?.etat).toBe('en-attente')
  })
})

describe('La vue dit l’appel différé et ce qui peut en être fait', () => {
  it.each<[string, Admission, readonly (string | null)[]]>([
    ['sans réponse', SANS_REPONSE, [null, 'admission/etape']],
    ['différé', EN_ATTENTE, ['admission/etape', null]],
    ['rien à différer', QUALIFIEE, ['admission/etape', 'admission/etape']],
  ])('%s', (_cas, admission, attendu) => {
    const { actions, differe } = vueDe(admission, AUJOURDHUI)
    expect([actions.differerInsi, actions.annulerDiffere]).toEqual(attendu)
    expect(differe).toEqual(admission.differe)
  })
})
