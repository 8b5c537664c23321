import type { Admission } from '../admission/admission.ts'
import type { Evenement } from '../admission/evenement.ts'
import type { Droit } from '../droits/droit.ts'
import {
  ACCEPTEE,
  CN,
  DEMANDE,
  NEUVE,
  QUALIFIEE,
  RECUPEREE,
  REPONSE,
  SAISIE,
  SAISIE_FAITE,
  VALIDEE,
  jouer,
} from '../droits/gestes-exemples.ts'
import type { NumeroInsi } from '../insi/reponse.ts'
import { CONNUE, VERIFIER, depuis, repondre, trouver } from './verifications-exemples.ts'

const IL_Y_A_SIX_ANS = '2020-11-22'
const RECUPEREE_ANCIENNE = depuis(IL_Y_A_SIX_ANS, RECUPEREE)
export const QUALIFIEE_ANCIENNE = depuis(IL_Y_A_SIX_ANS, QUALIFIEE)

/** Another number than the one of the examples. */
export const NOUVEAU: NumeroInsi = { ...CONNUE.actif, numero: '2840563220002', cle: '96' }

export const DOUTEUX: Evenement = { type: 'attribut-bascule', attribut: 'douteux', actif: true }
const FICTIF: Evenement = { type: 'attribut-bascule', attribut: 'fictif', actif: true }
export const SANS_DOUTE: Evenement = { type: 'attribut-bascule', attribut: 'douteux', actif: false }
export const AUTRE_NOM: Evenement = { type: 'trait-saisi', trait: 'nomNaissance', brut: 'Durant' }
export const DATAMATRIX: Evenement = {
  type: 'datamatrix-lu',
  message:
    'IS010000000000000000000000S1279035121518989S21.2.250.1.213.1.4.10S3DOMINIQUE MARIE-LOUISE\u001dS4PAT-TROIS\u001dS5FS628-03-1979S763220',
}
export const APPLI: Evenement = { type: 'appli-vitale-lue', identite: CONNUE }

/** A way through a row: where it starts, and the acts of it. */
export interface Jeu {
  readonly depart: Admission
  readonly gestes: readonly Evenement[]
  /** Rights this way through the row asks for besides those of the row. */
  readonly aussi?: readonly Droit[]
}

/** At least one way through every row the product realises; row 14 is about what is read, not about an act. */
export const JEUX: Readonly<Record<number, readonly Jeu[]>> = {
  1: [{ depart: NEUVE, gestes: SAISIE }],
  2: [{ depart: SAISIE_FAITE, gestes: [DEMANDE, REPONSE, ACCEPTEE] }],
  3: [{ depart: SAISIE_FAITE, gestes: [CN] }],
  4: [{ depart: RECUPEREE, gestes: [CN] }],
  5: [{ depart: VALIDEE, gestes: [DEMANDE, REPONSE, ACCEPTEE] }],
  6: [
    { depart: NEUVE, gestes: [APPLI] },
    { depart: SAISIE_FAITE, gestes: [APPLI] },
  ],
  7: [
    { depart: NEUVE, gestes: [DATAMATRIX] },
    { depart: SAISIE_FAITE, gestes: [DATAMATRIX] },
  ],
  8: [
    { depart: RECUPEREE_ANCIENNE, gestes: [VERIFIER, repondre({ codeCR: '01' })] },
    {
      depart: RECUPEREE_ANCIENNE,
      gestes: [VERIFIER, trouver({ traits: { ...CONNUE.traits, nomNaissance: 'DURANT' } })],
    },
    { depart: RECUPEREE_ANCIENNE, gestes: [VERIFIER, trouver({ actif: NOUVEAU })] },
  ],
  9: [
    { depart: QUALIFIEE_ANCIENNE, gestes: [VERIFIER, repondre({ codeCR: '01' })] },
    {
      depart: QUALIFIEE_ANCIENNE,
      gestes: [VERIFIER, trouver({ traits: { ...CONNUE.traits, lieuNaissance: '63113' } })],
    },
    { depart: QUALIFIEE_ANCIENNE, gestes: [VERIFIER, trouver({ actif: NOUVEAU })] },
  ],
  10: [
    { depart: VALIDEE, gestes: [AUTRE_NOM] },
    { depart: RECUPEREE, gestes: [{ type: 'traits-deverrouilles' }, AUTRE_NOM] },
    { depart: QUALIFIEE, gestes: [{ type: 'traits-deverrouilles' }, AUTRE_NOM] },
  ],
  11: [SAISIE_FAITE, VALIDEE, RECUPEREE, QUALIFIEE].flatMap((depart) => [
    { depart, gestes: [DOUTEUX] },
    { depart, gestes: [FICTIF] },
  ]),
  12: [SAISIE_FAITE, VALIDEE, QUALIFIEE].map((depart) => ({
    depart: jouer(depart, DOUTEUX),
    gestes: [SANS_DOUTE],
  })),
  15: [
    { depart: RECUPEREE_ANCIENNE, gestes: [VERIFIER, trouver({})] },
    { depart: QUALIFIEE_ANCIENNE, gestes: [VERIFIER, trouver({})] },
  ],
  16: [
    {
      depart: RECUPEREE_ANCIENNE,
      gestes: [VERIFIER, trouver({ actif: NOUVEAU, historique: [CONNUE.actif] }), ACCEPTEE],
    },
    {
      depart: QUALIFIEE_ANCIENNE,
      gestes: [VERIFIER, trouver({ actif: NOUVEAU, historique: [CONNUE.actif] }), ACCEPTEE],
      aussi: ['qualifier'],
    },
  ],
}
