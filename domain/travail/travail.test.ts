import { describe, expect, it } from 'vitest'
import type { Admission } from '../admission/admission.ts'
import { appliquer } from '../admission/appliquer.ts'
import type { Evenement } from '../admission/evenement.ts'
import { statutAdmission } from '../admission/lectures.ts'
import { vueDe } from '../admission/vue.ts'
import { CONCLUSIONS, type Conclusion } from '../decision/faits-decision.ts'
import { appliquerSelonDroits } from '../droits/appliquer-selon-droits.ts'
import {
  ACCEPTEE,
  AUJOURDHUI,
  CN,
  DEMANDE,
  NEUVE,
  QUALIFIEE,
  RECUPEREE,
  REPONSE,
  SAISIE,
  SAISIE_FAITE,
  TROUVEE_ET_VALIDEE,
  VALIDEE,
  habiliter,
  jouer,
} from '../droits/gestes-exemples.ts'
import { refuser } from '../refus/refus.ts'
import { echec, succes } from '../result.ts'
import { estAttendu, lireJourAttendu } from './jour-attendu.ts'
import { raisonDe } from './raison.ts'
import { suivre } from './suivre.ts'

const TRANSFERT: Evenement = { type: 'transfert-demande', motif: 'doute' }
const TRANSFEREE = jouer(SAISIE_FAITE, TRANSFERT, { type: 'close' })
const TRACE = jouer(SAISIE_FAITE, {
  type: 'piece-enregistree',
  piece: { type: 'CN', date: AUJOURDHUI, aValider: true },
})
const conclure = (conclusion: Conclusion): Evenement => ({ type: 'dossier-conclu', conclusion })
const PRISE: Evenement = { type: 'admission-prise', agent: 'denise' }
const refusDe = (admission: Admission, evenement: Evenement): string | null => {
  const issue = appliquer(admission, evenement, AUJOURDHUI)
  return issue.ok ? null : issue.error.code
}

describe('Ce qu’une admission attend, et de qui (DX-06)', () => {
  it('se lit de ses faits : transférée, à valider, à qualifier, renvoyée, ou rien', () =>
    expect(
      [
        SAISIE_FAITE,
        VALIDEE,
        QUALIFIEE,
        TRACE,
        TROUVEE_ET_VALIDEE,
        TRANSFEREE,
        jouer(TRACE, conclure('traits-a-relire')),
        jouer(TRACE, conclure('sans-ins')),
        { ...TRACE, preparation: { pour: AUJOURDHUI } },
      ].map(raisonDe),
    ).toEqual([null, null, null, 'a-valider', 'a-qualifier', 'transferee', 'renvoyee', null, null]))

  it.each([
    ['agent', 3, TRACE, 'droits/valider/referent'],
    ['referent', 3, TRACE, null],
    ['agent', 2, TROUVEE_ET_VALIDEE, 'droits/qualifier/referent'],
    ['agent', 1, TRANSFEREE, 'droits/traiter/referent'],
    ['referent', 4, TRANSFEREE, 'droits/traiter/civ'],
    ['civ', 4, TRANSFEREE, null],
    ['agent', 3, jouer(TRACE, conclure('traits-a-relire')), null],
    ['informatique', 3, TRANSFEREE, 'droits/creer-modifier/agent'],
  ] as const)(
    '%s, modèle %s : la reprendre demande le droit de ce qu’elle attend',
    (role, modele, admission, attendu) => {
      const issue = appliquerSelonDroits(admission, PRISE, AUJOURDHUI, habiliter(modele, role))
      expect(issue.ok ? null : issue.error.code).toBe(attendu)
    },
  )

  it('reprise par une autre personne, elle rouvre où elle en était, sous son nom', () => {
    const issue = appliquer(TRANSFEREE, PRISE, AUJOURDHUI)
    expect(issue).toEqual(
      succes({
        admission: { ...TRANSFEREE, agent: 'denise', close: false },
        effets: [{ type: 'journaliser', acte: { acte: 'admission-prise', de: 'demo' } }],
      }),
    )
  })

  it('un appel que plus personne n’attend n’est pas rejoué à la reprise', () => {
    const coupee = { ...jouer(SAISIE_FAITE, TRANSFERT, DEMANDE), close: false }
    const reprise = jouer(coupee, PRISE)
    expect(reprise.interrogation).toEqual({ etat: 'en-echec', refus: 'insi/interrompu' })
  })

  it('ce qui n’attend plus rien ne se reprend pas', () =>
    expect(refusDe(jouer(QUALIFIEE, { type: 'close' }), PRISE)).toBe('travail/traitee'))

  it('« depuis quand » et « par qui » se notent quand l’attente commence, durent autant qu’elle, et s’effacent avec elle', () => {
    const hier = { depuis: '2026-11-21T08:00:00.000Z', par: 'demo' }
    const ce_jour = { depuis: '2026-11-22T08:00:00.000Z', par: 'denise' }
    const notee = suivre(SAISIE_FAITE, TRACE, hier)
    expect(notee.remise).toEqual(hier)
    expect(suivre(notee, { ...notee, close: true }, ce_jour).remise).toEqual(hier)
    const renvoyee = suivre(notee, jouer(notee, conclure('traits-a-relire')), ce_jour)
    expect(renvoyee.remise).toEqual(ce_jour)
    expect(suivre(notee, jouer(notee, CN), ce_jour).remise).toBeNull()
    expect(suivre(SAISIE_FAITE, VALIDEE, ce_jour)).toBe(VALIDEE)
  })

  it('la vue le dit à qui peut conclure, et dit aux autres pourquoi non', () => {
    const notee = suivre(SAISIE_FAITE, TRANSFEREE, { depuis: '2026-11-21T08:00:00.000Z', par: 'demo' })
    const vue = (role: 'agent' | 'referent') => vueDe(notee, AUJOURDHUI, habiliter(1, role)).remise
    expect(vue('referent')).toEqual({
      raison: 'transferee',
      transfert: 'doute',
      conclusion: null,
      depuis: '2026-11-21T08:00:00.000Z',
      par: 'demo',
      refus: null,
    })
    expect(vue('agent')?.refus).toBe('droits/traiter/referent')
    expect(vueDe(TRANSFEREE, AUJOURDHUI).remise).toBeNull()
  })
})

describe('Conclure un dossier qui ne peut pas l’être par INSi', () => {
  it.each(Object.keys(CONCLUSIONS) as Conclusion[])('%s : quitte la liste du second niveau', (conclusion) => {
    const ouverte = jouer(TRANSFEREE, PRISE)
    const conclu = jouer(ouverte, conclure(conclusion))
    expect(conclu.decision.transfert).toBeNull()
    expect(raisonDe(conclu)).toBe(CONCLUSIONS[conclusion].issue === 'renvoyee' ? 'renvoyee' : null)
  })

  it('rien à conclure, ou renvoyer ce qui est déjà renvoyé : refusé', () => {
    expect(refusDe(SAISIE_FAITE, conclure('sans-ins'))).toBe('admission/etape')
    const selonDroits = appliquerSelonDroits(
      SAISIE_FAITE,
      conclure('sans-ins'),
      AUJOURDHUI,
      habiliter(1, 'agent'),
    )
    expect(selonDroits).toEqual(echec(refuser('admission/etape')))
    const renvoyee = jouer(TRACE, conclure('traits-a-relire'))
    expect(refusDe(renvoyee, conclure('piece-a-presenter'))).toBe('admission/etape')
    expect(raisonDe(jouer(renvoyee, conclure('sans-ins')))).toBeNull()
  })

  it.each<[string, Evenement]>([
    ['un trait corrigé', { type: 'trait-saisi', trait: 'nomUtilise', brut: 'Martin' }],
    ['une pièce contrôlée', CN],
    ['un nouveau transfert', TRANSFERT],
  ])('%s : ce qui avait été dit ne tient plus', (_cas, evenement) =>
    expect(jouer(jouer(TRACE, conclure('traits-a-relire')), evenement).decision.conclusion).toBeNull(),
  )

  it('un patient revenu garde le renvoi et sa date, non la mise de côté', () => {
    const remise = { depuis: '2026-11-21T08:00:00.000Z', par: 'denise' }
    const venue = (conclusion: Conclusion) => {
      const connue = { ...jouer(TRACE, conclure(conclusion)), remise, close: true }
      const reprise = jouer(NEUVE, { type: 'patient-repris', connue })
      return suivre(NEUVE, reprise, { depuis: '2026-11-22T08:00:00.000Z', par: 'demo' })
    }
    expect([venue('traits-a-relire').decision.conclusion, venue('traits-a-relire').remise]).toEqual([
      'traits-a-relire',
      remise,
    ])
    expect(venue('sans-ins').decision.conclusion).toBeNull()
  })
})

const NOTICE: Evenement = {
  type: 'notice-remise',
  notice: 'insee',
  lot: 'N-1',
  differents: [],
  depliant: false,
}

describe('Les venues préparées (ID-15, ID-16)', () => {
  const PREPAREE = jouer({ ...NEUVE, preparation: { pour: AUJOURDHUI } }, ...SAISIE)

  it.each<Evenement>([CN, TRANSFERT, NOTICE])('le patient absent, « $type » est refusé', (evenement) =>
    expect(refusDe(PREPAREE, evenement)).toBe('preadmission/presence'),
  )

  it('un appel par patient, qui finit au plus à récupérée', () => {
    const recuperee = jouer(PREPAREE, DEMANDE, REPONSE, ACCEPTEE)
    expect([statutAdmission(recuperee), raisonDe(recuperee)]).toEqual(['recuperee', null])
  })

  it('un patient connu garde ses faits, mais rien de la préparation ne rend une identité plus sûre', () => {
    const connue = { ...VALIDEE, ipp: '9', id: 'ancienne', close: true }
    const reprise = jouer(PREPAREE, { type: 'patient-repris', connue })
    expect([statutAdmission(reprise), reprise.preparation]).toEqual(['validee', { pour: AUJOURDHUI }])
    const trouvee = jouer(reprise, DEMANDE, REPONSE)
    expect(refusDe(trouvee, ACCEPTEE)).toBe('preadmission/presence')
    expect(statutAdmission(jouer(trouvee, { type: 'patient-arrive' }, ACCEPTEE))).toBe('qualifiee')
  })

  it('le patient arrivé, elle se complète par le geste habituel jusqu’à qualifiée', () => {
    const recuperee = jouer(PREPAREE, DEMANDE, REPONSE, ACCEPTEE, { type: 'close' })
    const complete = jouer(recuperee, PRISE, { type: 'patient-arrive' }, CN)
    expect([statutAdmission(complete), complete.preparation, complete.agent]).toEqual([
      'qualifiee',
      null,
      'denise',
    ])
  })

  it('retirée, elle se clôt en l’état et arrête son appel ; ce qui n’est pas préparé ne se retire pas', () => {
    const issue = appliquer(jouer(PREPAREE, DEMANDE), { type: 'preparation-retiree' }, AUJOURDHUI)
    expect(issue.ok && [issue.value.admission.close, issue.value.admission.preparation]).toEqual([true, null])
    expect(issue.ok && issue.value.effets.map(({ type }) => type)).toEqual(['annuler-insi', 'journaliser'])
    const close = appliquer(jouer(PREPAREE, { type: 'close' }), { type: 'preparation-retiree' }, AUJOURDHUI)
    expect(close.ok && close.value.admission.interrogation).toEqual({ etat: 'aucune' })
    expect(refusDe(RECUPEREE, { type: 'preparation-retiree' })).toBe('admission/etape')
    expect(refusDe(RECUPEREE, { type: 'patient-arrive' })).toBe('admission/etape')
  })

  it('préparer demande le droit', () => {
    const retirer: Evenement = { type: 'preparation-retiree' }
    expect(appliquerSelonDroits(PREPAREE, retirer, AUJOURDHUI, habiliter(3, 'informatique'))).toEqual(
      echec(refuser('droits/preparer/agent')),
    )
  })

  it.each([
    ['22/11/2026', succes('2026-11-22')],
    ['01122026', succes('2026-12-01')],
    ['21/11/2026', echec(refuser('preadmission/date'))],
    ['31/11/2026', echec(refuser('preadmission/date'))],
    ['', echec(refuser('preadmission/date'))],
  ])('jour attendu « %s »', (saisie, attendu) => expect(lireJourAttendu(saisie, AUJOURDHUI)).toEqual(attendu))

  it('le patient présent est attendu le jour dit ou après, jamais avant', () =>
    expect(
      ['2026-11-21', '2026-11-22', '2026-11-23'].map((pour) => estAttendu({ pour }, AUJOURDHUI)),
    ).toEqual([true, true, false]))
})
