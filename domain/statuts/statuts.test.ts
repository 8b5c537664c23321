import { describe, expect, it } from 'vitest'
import type { Admission } from '../admission/admission.ts'
import { appliquer } from '../admission/appliquer.ts'
import type { Evenement } from '../admission/evenement.ts'
import { faitInsiDe, identiteDe, statutAdmission } from '../admission/lectures.ts'
import { vueDe } from '../admission/vue.ts'
import { appliquerSelonDroits } from '../droits/appliquer-selon-droits.ts'
import type { Cadre } from '../droits/cadre.ts'
import type { Droit } from '../droits/droit.ts'
import {
  ACCEPTEE,
  AUJOURDHUI,
  CN,
  DEMANDE,
  NEUVE,
  PERMIS,
  QUALIFIEE,
  RECUPEREE,
  REPONSE,
  SAISIE,
  SAISIE_FAITE,
  VALIDEE,
  avec,
  jouer,
} from '../droits/gestes-exemples.ts'
import { ecrireFichierIdentite, lireFichierIdentite } from '../identite/fichier-identite.ts'
import { anciensMatricules } from '../identite/historique-matricules.ts'
import { identiteDiffusable, statutIdentite, type Identite } from '../identite/identite.ts'
import { TYPES_PIECE } from '../identite/piece.ts'
import type { IdentiteInsi, NumeroInsi, ReponseInsi } from '../insi/reponse.ts'
import { refuser } from '../refus/refus.ts'
import { echec, succes } from '../result.ts'
import { INTERDITS_STATUT } from './interdits.ts'
import { LIGNES, type EffetMatricule, type LigneTransition } from './lignes.ts'

const IL_Y_A_SIX_ANS = '2020-11-22'

/** The same facts, recorded long enough ago that a verification is due. */
function vieillir(admission: Admission): Admission {
  const { interrogation, piece } = admission
  if (interrogation.etat !== 'acceptee') throw new Error('The example was accepted.')
  return {
    ...admission,
    piece: piece && { ...piece, date: IL_Y_A_SIX_ANS },
    interrogation: { ...interrogation, fait: { ...interrogation.fait, date: IL_Y_A_SIX_ANS } },
  }
}

const RECUPEREE_ANCIENNE = vieillir(RECUPEREE)
const QUALIFIEE_ANCIENNE = vieillir(QUALIFIEE)

const insiDe = ({ interrogation }: Admission): IdentiteInsi => {
  if (interrogation.etat !== 'acceptee') throw new Error('The example was accepted.')
  return interrogation.identite
}
const CONNUE = insiDe(QUALIFIEE)
const NOUVEAU: NumeroInsi = { ...CONNUE.actif, numero: '2840563220002', cle: '96' }

const verifier = (reponse: ReponseInsi): readonly Evenement[] => [
  { type: 'verification-demandee', appelId: 'verif' },
  { type: 'insi-repondue', appelId: 'verif', resultat: succes({ messageId: 'uuid:v', reponse }) },
]
const trouver = (identite: Partial<IdentiteInsi>): readonly Evenement[] =>
  verifier({ codeCR: '00', identite: { ...CONNUE, ...identite } })

const DOUTEUX: Evenement = { type: 'attribut-bascule', attribut: 'douteux', actif: true }
const FICTIF: Evenement = { type: 'attribut-bascule', attribut: 'fictif', actif: true }
const SANS_DOUTE: Evenement = { type: 'attribut-bascule', attribut: 'douteux', actif: false }
const AUTRE_NOM: Evenement = { type: 'trait-saisi', trait: 'nomNaissance', brut: 'Durant' }
const DATAMATRIX: Evenement = {
  type: 'datamatrix-lu',
  message:
    'IS010000000000000000000000S1279035121518989S21.2.250.1.213.1.4.10S3DOMINIQUE MARIE-LOUISE\u001dS4PAT-TROIS\u001dS5FS628-03-1979S763220',
}
const APPLI: Evenement = { type: 'appli-vitale-lue', identite: CONNUE }

interface Jeu {
  readonly depart: Admission
  readonly gestes: readonly Evenement[]
  /** Rights this way through the row asks for besides those of the row. */
  readonly aussi?: readonly Droit[]
}

/** At least one way through every row the product realises; row 14 is about what is read, not about an act. */
const JEUX: Readonly<Record<number, readonly Jeu[]>> = {
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
    { depart: RECUPEREE_ANCIENNE, gestes: verifier({ codeCR: '01' }) },
    {
      depart: RECUPEREE_ANCIENNE,
      gestes: trouver({ traits: { ...CONNUE.traits, nomNaissance: 'DURANT' } }),
    },
    { depart: RECUPEREE_ANCIENNE, gestes: trouver({ actif: NOUVEAU }) },
  ],
  9: [
    { depart: QUALIFIEE_ANCIENNE, gestes: verifier({ codeCR: '01' }) },
    {
      depart: QUALIFIEE_ANCIENNE,
      gestes: trouver({ traits: { ...CONNUE.traits, lieuNaissance: '63113' } }),
    },
    { depart: QUALIFIEE_ANCIENNE, gestes: trouver({ actif: NOUVEAU }) },
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
    { depart: RECUPEREE_ANCIENNE, gestes: trouver({}) },
    { depart: QUALIFIEE_ANCIENNE, gestes: trouver({}) },
  ],
  16: [
    {
      depart: RECUPEREE_ANCIENNE,
      gestes: [...trouver({ actif: NOUVEAU, historique: [CONNUE.actif] }), ACCEPTEE],
    },
    {
      depart: QUALIFIEE_ANCIENNE,
      gestes: [...trouver({ actif: NOUVEAU, historique: [CONNUE.actif] }), ACCEPTEE],
      aussi: ['qualifier'],
    },
  ],
}

/** Where the acts lead under these rights; null when one of them is refused. */
function mener({ depart, gestes }: Jeu, droits: readonly Droit[]): Admission | null {
  const cadre = avec(droits)
  const ouvert: Cadre = { ...cadre, reglages: { ...cadre.reglages, appliVitale: true } }
  return gestes.reduce<Admission | null>((admission, evenement) => {
    const issue = admission && appliquerSelonDroits(admission, evenement, AUJOURDHUI, ouvert)
    return issue?.ok ? issue.value.admission : null
  }, depart)
}

const sort = (admission: Admission): boolean => {
  const identite = identiteDe(admission)
  return identite !== null && identiteDiffusable(identite).ok
}

const numeroDe = (admission: Admission): string | null => faitInsiDe(admission)?.ins.matricule ?? null

/** Whether the acts did to the number what the row says. */
const EFFETS: Readonly<Record<EffetMatricule, (avant: Admission, apres: Admission) => boolean>> = {
  aucun: (avant, apres) => numeroDe(avant) === null && numeroDe(apres) === null,
  'conserve-local': (_avant, apres) => numeroDe(apres) !== null && !sort(apres),
  diffusable: (_avant, apres) => numeroDe(apres) !== null && sort(apres),
  retire: (_avant, apres) => numeroDe(apres) === null && !sort(apres),
  inchange: (avant, apres) => numeroDe(apres) === numeroDe(avant) && sort(apres) === sort(avant),
  remplace: (avant, apres) =>
    numeroDe(apres) !== numeroDe(avant) &&
    anciensMatricules(insiDe(apres), apres.suivi.anciens)[0]?.matricule === numeroDe(avant),
}

const origineDe = (admission: Admission): string =>
  Object.values(admission.saisie).every((champ) => champ === null) ? 'nouvelle' : statutAdmission(admission)

const arrive = (ligne: LigneTransition, depart: Admission, apres: Admission | null): boolean =>
  apres !== null &&
  statutAdmission(apres) === (ligne.vers === 'inchange' ? statutAdmission(depart) : ligne.vers)

const JOUEES = LIGNES.filter(({ numero, realisee }) => realisee && numero !== 14)

describe('Table de transition du RNIV : chaque ligne jouée sur le code (rniv.md §2.2)', () => {
  it('compte seize lignes dans l’ordre, chacune jouée, ou non réalisée avec sa raison', () => {
    expect(LIGNES.map(({ numero }) => numero)).toEqual(Array.from({ length: 16 }, (_, rang) => rang + 1))
    expect(Object.keys(JEUX).map(Number)).toEqual(JOUEES.map(({ numero }) => numero))
    const absentes = LIGNES.filter(({ realisee }) => !realisee)
    expect(
      absentes.map(({ numero, precision }) => [numero, precision?.startsWith('Non réalisée : ')]),
    ).toEqual([[13, true]])
  })

  it.each(JOUEES.map((ligne) => [ligne.numero, ligne.evenement, ligne] as const))(
    'ligne %i, %s',
    (numero, _evenement, ligne) => {
      const jeux = JEUX[numero] ?? []
      expect(new Set(jeux.map(({ depart }) => origineDe(depart)))).toEqual(new Set(ligne.de))
      for (const jeu of jeux) {
        const apres = mener(jeu, [...ligne.droits, ...(jeu.aussi ?? [])])
        expect(apres && statutAdmission(apres)).toBe(
          ligne.vers === 'inchange' ? statutAdmission(jeu.depart) : ligne.vers,
        )
        expect(apres && EFFETS[ligne.matricule](jeu.depart, apres)).toBe(true)
      }
    },
  )

  it.each(JOUEES.flatMap((ligne) => ligne.droits.map((droit) => [ligne.numero, droit, ligne] as const)))(
    'ligne %i : sans le droit « %s », elle ne s’achève pas',
    (numero, droit, ligne) => {
      const autres = ligne.droits.filter((autre) => autre !== droit)
      const acheves = (JEUX[numero] ?? []).map((jeu) => {
        const apres = mener(jeu, [...autres, ...(jeu.aussi ?? [])])
        return arrive(ligne, jeu.depart, apres) && apres !== jeu.depart
      })
      // Row 10 is an act of two rights, each asked for by some of its ways.
      expect(acheves.every(Boolean)).toBe(false)
    },
  )

  it('ligne 6 : fermée tant que l’établissement ne l’ouvre pas, jamais avec un écart majeur ni un doute', () => {
    expect(appliquer(NEUVE, APPLI, AUJOURDHUI)).toEqual(echec(refuser('appli-vitale/fermee')))
    const ouverts = { ...avec([]).reglages, appliVitale: true }
    const sansAppli = { ...ouverts, pieces: ouverts.pieces.filter(({ code }) => code !== 'AV') }
    const lire = (depart: Admission, identite = CONNUE, reglages = ouverts) =>
      appliquer(depart, { type: 'appli-vitale-lue', identite }, AUJOURDHUI, reglages)
    const retiree = jouer(QUALIFIEE_ANCIENNE, ...trouver({ actif: NOUVEAU }))
    expect([
      lire(NEUVE, CONNUE, sansAppli),
      lire(jouer(SAISIE_FAITE, AUTRE_NOM)),
      lire(jouer(SAISIE_FAITE, DOUTEUX)),
      lire(QUALIFIEE),
      lire(NEUVE, { ...CONNUE, actif: { ...CONNUE.actif, oid: '1.2.3' } }),
      lire(NEUVE, { ...CONNUE, traits: { ...CONNUE.traits, lieuNaissance: '' } }),
      lire(retiree, { ...CONNUE, actif: NOUVEAU }),
    ]).toEqual(
      (
        [
          'appli-vitale/fermee',
          'admission/ecart-majeur',
          'insi/interdit-attribut',
          'admission/etape',
          'matricule/oid',
          'admission/traits-incomplets',
          'insi/autre-matricule',
        ] as const
      ).map((code) => echec(refuser(code))),
    )
    const lue = lire(jouer(SAISIE_FAITE, DEMANDE))
    expect(lue.ok && [lue.value.admission.piece, lue.value.effets]).toEqual([
      { type: 'AV', date: AUJOURDHUI },
      [
        { type: 'annuler-insi', appelId: 'appel-1' },
        { type: 'journaliser', acte: { acte: 'appli-vitale-lue' } },
        { type: 'journaliser', acte: { acte: 'statut-change', de: 'provisoire', vers: 'qualifiee' } },
      ],
    ])
  })

  it('ligne 12 : le doute levé, INSi redevient possible', () =>
    expect(appliquer(jouer(QUALIFIEE, DOUTEUX, SANS_DOUTE), DEMANDE, AUJOURDHUI).ok).toBe(true))

  it('ligne 14, EXI ES 02 : sans dispositif probant enregistré, une identité dite validée se relit provisoire', () => {
    const identite = identiteDe(VALIDEE) as Identite
    const fichier = ecrireFichierIdentite(identite)
    expect(lireFichierIdentite({ ...fichier, statut: 'validee' }, AUJOURDHUI).ok).toBe(false)
    const relus = [
      null,
      { type: 'PC', date: AUJOURDHUI, probante: true },
      { ...identite.piece, aValider: true },
    ]
      .map((piece) => lireFichierIdentite({ ...fichier, piece }, AUJOURDHUI))
      .map((lu) => lu.ok && statutIdentite(lu.value))
    expect(relus).toEqual(['provisoire', 'provisoire', 'provisoire'])
    const gardees = [null, { type: 'inconnue', date: AUJOURDHUI }].map((piece) => ({ ...VALIDEE, piece }))
    expect(gardees.map(statutAdmission)).toEqual(['provisoire', 'provisoire'])
  })

  it('ligne 15 : seule la date est renouvelée', () => {
    const apres = jouer(QUALIFIEE_ANCIENNE, ...trouver({}))
    expect(faitInsiDe(apres)).toEqual({ ...faitInsiDe(QUALIFIEE_ANCIENNE), date: AUJOURDHUI })
    expect(apres.piece).toEqual(QUALIFIEE_ANCIENNE.piece)
  })

  it('ligne 16 : entre la réponse et l’acceptation, l’ancien matricule ne sort plus', () =>
    expect(sort(jouer(QUALIFIEE_ANCIENNE, ...trouver({ actif: NOUVEAU, historique: [CONNUE.actif] })))).toBe(
      false,
    ))
})

/** What tries each forbidden thing; true when it did not happen. */
const TENTATIVES: Readonly<Record<string, () => boolean>> = {
  'validation-automatique': () =>
    statutAdmission(jouer(SAISIE_FAITE, PERMIS)) === 'provisoire' &&
    statutAdmission(jouer(SAISIE_FAITE, DATAMATRIX)) === 'provisoire',
  'appel-en-masse': () => {
    const appel = appliquer(SAISIE_FAITE, DEMANDE, AUJOURDHUI)
    const second = appel.ok && appliquer(appel.value.admission, DEMANDE, AUJOURDHUI)
    const [verification] = trouver({})
    const verif = verification && appliquer(QUALIFIEE_ANCIENNE, verification, AUJOURDHUI)
    const double = verification && verif?.ok && appliquer(verif.value.admission, verification, AUJOURDHUI)
    const appels = [appel, verif].map((issue) =>
      issue?.ok ? issue.value.effets.filter(({ type }) => type === 'appeler-insi').length : 0,
    )
    return appels.every((nombre) => nombre === 1) && !(second && second.ok) && !(double && double.ok)
  },
  'carte-vitale-seule': () => {
    const carte: Evenement = { type: 'piece-enregistree', piece: { type: 'VI', date: AUJOURDHUI } }
    return statutAdmission(jouer(RECUPEREE, carte)) === 'recuperee'
  },
  'piece-preselectionnee': () =>
    NEUVE.piece === null &&
    TYPES_PIECE.every((type) => !('defaut' in type)) &&
    vueDe(NEUVE, AUJOURDHUI).piece === null,
  'matricule-recupere': () => !sort(RECUPEREE) && vueDe(RECUPEREE, AUJOURDHUI).ins === null,
  'controle-en-presence': () => statutAdmission(RECUPEREE) === 'recuperee' && RECUPEREE.piece === null,
}

describe('Interdits du RNIV', () => {
  it('chacun est éprouvé', () =>
    expect(Object.keys(TENTATIVES)).toEqual(INTERDITS_STATUT.map(({ id }) => id)))

  it.each(INTERDITS_STATUT.map(({ id, interdit }) => [interdit, id] as const))('%s', (_interdit, id) =>
    expect(TENTATIVES[id]?.()).toBe(true),
  )
})
