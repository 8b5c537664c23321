import { describe, expect, it } from 'vitest'
import { decisionDe } from '../decision/decision.ts'
import { attenteDe } from '../droits/attente.ts'
import {
  ACCEPTEE,
  AUJOURDHUI,
  DEMANDE,
  NEUVE,
  QUALIFIEE,
  SAISIE,
  SAISIE_FAITE,
  VALIDEE,
  jouer,
} from '../droits/gestes-exemples.ts'
import { refuser, type CodeRefus } from '../refus/refus.ts'
import { echec } from '../result.ts'
import { ISSUES_VERIFICATION } from '../statuts/issues-verification.ts'
import { CONNUE, VERIFIER, depuis, repondre, trouver } from '../statuts/verifications-exemples.ts'
import type { Admission } from './admission.ts'
import { appliquer } from './appliquer.ts'
import type { Acte, Evenement } from './evenement.ts'
import { faitInsiDe, statutAdmission } from './lectures.ts'
import { REGLAGES_PAR_DEFAUT } from './reglages.ts'
import { vueDe } from './vue.ts'

const DUE = depuis('2021-11-22', QUALIFIEE)
const DECLARER: Evenement = { type: 'etat-civil-declare' }
const RATER: Evenement = { type: 'insi-repondue', appelId: 'v', resultat: echec(refuser('insi/delai')) }
const NIR = { ...CONNUE.actif, oid: '1.2.250.1.213.1.4.8' }

const refusDe = (admission: Admission, evenement: Evenement, ans = 5): CodeRefus | null => {
  const reglages = { ...REGLAGES_PAR_DEFAUT, reverificationAns: ans }
  const issue = appliquer(admission, evenement, AUJOURDHUI, reglages)
  return issue.ok ? null : issue.error.code
}
const actesDe = (admission: Admission, evenement: Evenement): readonly Acte[] => {
  const issue = appliquer(admission, evenement, AUJOURDHUI)
  if (!issue.ok) throw new Error(issue.error.code)
  return issue.value.effets.flatMap((effet) => (effet.type === 'journaliser' ? [effet.acte] : []))
}
const verification = (admission: Admission) => vueDe(admission, AUJOURDHUI).verification

describe('ID-17 : quand une INS se vérifie', () => {
  it.each([
    ['2021-11-22', 5, null],
    ['2021-11-23', 5, 'insi/verification-non-due'],
    ['2023-11-22', 3, null],
  ] as const)('dernière réponse le %s, délai %i ans : %s', (jour, ans, attendu) =>
    expect(refusDe(depuis(jour, QUALIFIEE), VERIFIER, ans)).toBe(attendu),
  )

  it('un changement d’état civil déclaré la rend due aussitôt, une seule fois, et redemande la pièce', () => {
    const recente = depuis('2025-01-10', QUALIFIEE)
    expect(actesDe(recente, DECLARER)).toEqual([{ acte: 'etat-civil-declare' }])
    const declaree = jouer(recente, DECLARER)
    expect([refusDe(declaree, VERIFIER), refusDe(declaree, DECLARER), statutAdmission(declaree)]).toEqual([
      null,
      'admission/etape',
      'qualifiee',
    ])
    expect(verification(recente)).toMatchObject({ due: null, piece: null, phrase: null })
    expect(verification(declaree)).toMatchObject({
      due: 'etat-civil',
      piece: 'piece/etat-civil-change',
      phrase: 'Changement d’état civil déclaré : vérifiez l’identité auprès d’INSi.',
    })
    const confirmee = jouer(declaree, VERIFIER, trouver({}))
    expect([confirmee.suivi.etatCivil, refusDe(confirmee, VERIFIER)]).toEqual([
      null,
      'insi/verification-non-due',
    ])
  })

  it('rien à vérifier sans réponse acceptée ; rien à déclarer sans aucun fait', () => {
    expect([VALIDEE, SAISIE_FAITE, NEUVE].map((admission) => refusDe(admission, VERIFIER))).toEqual([
      'admission/etape',
      'admission/etape',
      'admission/etape',
    ])
    expect([refusDe(VALIDEE, DECLARER), refusDe(SAISIE_FAITE, DECLARER)]).toEqual([null, 'admission/etape'])
  })

  it('l’écran le dit en une phrase : le délai, puis plus rien une fois confirmée', () => {
    expect(verification(DUE)).toEqual({
      due: 'delai',
      piece: 'piece/a-reverifier',
      etat: 'aucune',
      refus: null,
      phrase: 'Identité non vérifiée auprès d’INSi depuis 5 ans : un appel la confirme.',
      relance: null,
    })
    expect(verification(jouer(DUE, VERIFIER, trouver({})))).toMatchObject({
      due: null,
      etat: 'conforme',
      phrase: ISSUES_VERIFICATION.conforme.phrase,
    })
  })
})

describe('Un appel, un geste : ce que fait chaque réponse', () => {
  it('l’appel cherche avec les traits acceptés et laisse le statut', () => {
    const issue = appliquer(DUE, VERIFIER, AUJOURDHUI)
    expect(issue.ok && issue.value.effets).toEqual([
      {
        type: 'journaliser',
        acte: {
          acte: 'verification-demandee',
          appelId: 'v',
          cause: 'delai',
          finalite: 'venue',
          variante: 'initiale',
          rang: 1,
          sur: 1,
        },
      },
      {
        type: 'appeler-insi',
        appelId: 'v',
        demande: { nomNaissance: 'DURAND', prenom: 'ANNE', sexe: 'F', dateNaissance: '1984-05-17' },
      },
    ])
    const enCours = jouer(DUE, VERIFIER)
    expect([statutAdmission(enCours), refusDe(enCours, VERIFIER), verification(enCours).phrase]).toEqual([
      'qualifiee',
      'insi/appel-en-cours',
      null,
    ])
  })

  it.each([
    ['conforme', trouver({}), 'qualifiee', 'associee'],
    ['plusieurs', repondre({ codeCR: '02' }), 'qualifiee', 'associee'],
    ['introuvable', repondre({ codeCR: '01' }), 'validee', 'relances-epuisees'],
    [
      'traits-changes',
      trouver({ traits: { ...CONNUE.traits, nomNaissance: 'MARTIN' } }),
      'validee',
      'ecart-majeur',
    ],
    ['matricule-change', trouver({ actif: NIR }), 'validee', 'matricule-change'],
    [
      'autre-matricule',
      trouver({ actif: { ...CONNUE.actif, numero: '2840563220009' } }),
      'validee',
      'autre-matricule',
    ],
  ] as const)('%s : journalisée, sa phrase, son effet et ses suites', (issue, reponse, statut, noeud) => {
    const enCours = jouer(DUE, VERIFIER)
    const apres = jouer(enCours, reponse)
    expect(actesDe(enCours, reponse).map(({ acte }) => acte)).toEqual([
      'insi-repondue',
      'verification-conclue',
      ...(statut === 'validee' ? ['insi-invalidee', 'statut-change'] : []),
    ])
    expect(actesDe(enCours, reponse)[1]).toEqual({ acte: 'verification-conclue', issue })
    expect([statutAdmission(apres), decisionDe(apres).noeud, verification(apres).phrase]).toEqual([
      statut,
      noeud,
      ISSUES_VERIFICATION[issue].phrase,
    ])
  })

  it('NIA devenu NIR : le même numéro sous une autre autorité s’accepte, l’ancien reste dans l’historique', () => {
    const apres = jouer(DUE, VERIFIER, trouver({ actif: NIR }), ACCEPTEE)
    expect([statutAdmission(apres), faitInsiDe(apres)?.ins.oid, apres.suivi]).toEqual([
      'qualifiee',
      NIR.oid,
      { etatCivil: null, verification: { etat: 'aucune' }, anciens: [faitInsiDe(DUE)?.ins] },
    ])
    expect(vueDe(apres, AUJOURDHUI).population.anciensMatricules).toEqual([faitInsiDe(DUE)?.ins])
  })

  it('un autre matricule ne s’associe jamais, avec ou sans motif, ni à cette venue ni à la suivante', () => {
    const autre = { actif: { ...CONNUE.actif, numero: '2840563220009' } }
    const retiree = jouer(DUE, VERIFIER, trouver(autre))
    const suivante = jouer(
      { ...NEUVE, id: 'venue-2' },
      { type: 'patient-repris', connue: { ...retiree, close: true } },
    )
    expect(verification(suivante).phrase).toBeNull()
    const rappelee = jouer(suivante, DEMANDE, { ...trouver(autre), appelId: 'appel-1' } as Evenement)
    for (const admission of [retiree, rappelee])
      for (const motif of [null, 'patient-confirme'] as const)
        expect(refusDe(admission, { type: 'insi-acceptee', motif })).toBe('insi/autre-matricule')
    expect([attenteDe(rappelee), decisionDe(rappelee).suites]).toEqual([
      null,
      ['transferer-referent', 'poursuivre-sans-ins'],
    ])
    const retrouve = jouer(suivante, DEMANDE, { ...trouver({}), appelId: 'appel-1' } as Evenement, ACCEPTEE)
    expect([statutAdmission(retrouve), retrouve.suivi.anciens]).toEqual(['qualifiee', []])
  })

  it('introuvable : les prénoms suivants se proposent, sans redemander le nom, qui vient d’INSi', () => {
    const deux = { ...CONNUE, traits: { ...CONNUE.traits, prenomsNaissance: 'ANNE MARIE' } }
    const saisie = jouer(NEUVE, ...SAISIE, {
      type: 'trait-saisi',
      trait: 'prenomsNaissance',
      brut: 'Anne Marie',
    })
    const acceptee = jouer(
      saisie,
      DEMANDE,
      { ...repondre({ codeCR: '00', identite: deux }), appelId: 'appel-1' } as Evenement,
      ACCEPTEE,
    )
    const perdue = jouer(depuis('2020-01-01', acceptee), VERIFIER, repondre({ codeCR: '01' }))
    expect([statutAdmission(perdue), decisionDe(perdue).noeud, decisionDe(perdue).relance?.libelle]).toEqual([
      'provisoire',
      'a-relancer',
      'Essai 2/3 : prénom MARIE',
    ])
  })

  it('plusieurs : l’INS est gardée, l’appel suivant ajoute le lieu, puis il n’y en a plus', () => {
    const plusieurs = jouer(DUE, VERIFIER, repondre({ codeCR: '02' }))
    expect([verification(plusieurs).relance, verification(plusieurs).due]).toEqual([
      'Essai 2/2 : avec le lieu de naissance 63220',
      'delai',
    ])
    const encore = jouer(plusieurs, VERIFIER, repondre({ codeCR: '02' }))
    expect([refusDe(encore, VERIFIER), verification(encore).relance, statutAdmission(encore)]).toEqual([
      'insi/relances-epuisees',
      null,
      'qualifiee',
    ])
    expect(statutAdmission(jouer(plusieurs, VERIFIER, trouver({})))).toBe('qualifiee')
    expect(jouer(plusieurs, VERIFIER, RATER, VERIFIER).decision.essais.at(-1)?.variante).toBe('lieu')
  })
})

describe('Une vérification qui ne conclut pas ne change rien', () => {
  const enCours = jouer(DUE, VERIFIER)

  it('sans réponse : le fait tient, la vérification reste due', () => {
    const ratee = jouer(enCours, RATER)
    expect([statutAdmission(ratee), faitInsiDe(ratee), verification(ratee)]).toEqual([
      'qualifiee',
      faitInsiDe(DUE),
      {
        due: 'delai',
        piece: 'piece/a-reverifier',
        etat: 'en-echec',
        refus: 'insi/delai',
        phrase: 'Identité non vérifiée auprès d’INSi depuis 5 ans : un appel la confirme.',
        relance: null,
      },
    ])
  })

  it('une réponse tardive, ou pour un autre patient, n’est jamais appliquée', () => {
    for (const [admission, appelId] of [
      [enCours, 'patient-precedent'],
      [DUE, 'v'],
      [SAISIE_FAITE, 'v'],
      [jouer(enCours, { type: 'insi-annulee' }), 'v'],
    ] as const) {
      const issue = appliquer(admission, repondre({ codeCR: '01' }, appelId), AUJOURDHUI)
      expect(issue.ok && issue.value).toEqual({
        admission,
        effets: [{ type: 'journaliser', acte: { acte: 'insi-reponse-ignoree', appelId } }],
      })
    }
  })

  it('annulée, close ou reprise par un autre : l’appel s’arrête, l’INS reste', () => {
    const annulee = appliquer(enCours, { type: 'insi-annulee' }, AUJOURDHUI)
    expect(annulee.ok && annulee.value.effets).toEqual([
      { type: 'journaliser', acte: { acte: 'insi-annulee', appelId: 'v' } },
      { type: 'annuler-insi', appelId: 'v' },
    ])
    const close = jouer(enCours, { type: 'close' })
    const reprise = jouer(NEUVE, { type: 'patient-repris', connue: enCours })
    expect([close, reprise].map(({ suivi }) => suivi.verification)).toEqual([
      { etat: 'en-echec', refus: 'insi/annule' },
      { etat: 'aucune' },
    ])
    expect([close, reprise].map(statutAdmission)).toEqual(['qualifiee', 'qualifiee'])
  })

  it('un doute posé pendant l’appel l’arrête et emporte tout', () => {
    const doute: Evenement = { type: 'attribut-bascule', attribut: 'douteux', actif: true }
    const issue = appliquer(enCours, doute, AUJOURDHUI)
    expect(issue.ok && issue.value.effets).toContainEqual({ type: 'annuler-insi', appelId: 'v' })
    expect(statutAdmission(jouer(enCours, doute))).toBe('provisoire')
  })

  it('INSi n’est jamais rappelée en masse : la réponse ne lance aucun autre appel', () => {
    for (const reponse of [trouver({}), repondre({ codeCR: '01' }), repondre({ codeCR: '02' }), RATER]) {
      const issue = appliquer(enCours, reponse, AUJOURDHUI)
      expect(issue.ok && issue.value.effets.every(({ type }) => type === 'journaliser')).toBe(true)
    }
  })
})
