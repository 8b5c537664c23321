import { describe, expect, it } from 'vitest'
import { ouvrirAdmission, type Admission } from '#domain/admission/admission.ts'
import type { Evenement } from '#domain/admission/evenement.ts'
import { vueDe } from '#domain/admission/vue.ts'
import { appliquerSelonDroits } from '#domain/droits/appliquer-selon-droits.ts'
import { CADRE_PAR_DEFAUT, type Cadre } from '#domain/droits/cadre.ts'
import { organisationDuModele } from '#domain/droits/organisation.ts'
import type { Trait } from '#domain/identite/traits.ts'
import type { EchangeInsi, TraitsInsi } from '#domain/insi/reponse.ts'
import type { Refus } from '#domain/refus/refus.ts'
import type { Result } from '#domain/result.ts'
import { etapeDe, type Alentours, type Etape } from './etape.ts'
import { ETAPES } from './etapes.ts'
import type { Geste } from './geste.ts'
import { printsTheSame } from './printed-identity.ts'

const AUJOURDHUI = '2026-11-22'

/** A place in the gesture: the real admission, the rights of the agent, and what surrounds them. */
interface Lieu {
  readonly cadre: Cadre
  readonly admission: Admission
  readonly alentours: Alentours
}

const DEPART: Lieu = {
  cadre: CADRE_PAR_DEFAUT,
  admission: ouvrirAdmission({
    id: '00000000-0000-4000-8000-000000000000',
    ouverteLe: '2026-11-22T08:00:00.000Z',
    agent: 'camille',
    ipp: '80040001',
    nda: '26110001',
  }),
  alentours: { carteLue: false, planche: false, fiche: false },
}

/** The second model: an agent who calls INSi and may not qualify. */
const DEPART_MODELE_2: Lieu = {
  ...DEPART,
  cadre: {
    ...CADRE_PAR_DEFAUT,
    habilitation: { ...CADRE_PAR_DEFAUT.habilitation, organisation: organisationDuModele(2) },
  },
}

const TRAITS: TraitsInsi = {
  nomNaissance: 'KERVADOC',
  prenomsNaissance: 'SOLENE LOUISE',
  sexe: 'F',
  dateNaissance: '1981-02-27',
  lieuNaissance: '35238',
}

const trouvee = (traits: TraitsInsi, numero = '2810235238903'): Result<EchangeInsi, Refus> => ({
  ok: true,
  value: {
    messageId: 'm',
    reponse: {
      codeCR: '00',
      identite: {
        actif: {
          numero,
          cle: '03',
          oid: '1.2.250.1.213.1.4.11',
          dateDebut: null,
          dateFin: null,
        },
        historique: [],
        traits,
        avertissements: [],
      },
    },
  },
})

const REPONSES: readonly Result<EchangeInsi, Refus>[] = [
  trouvee(TRAITS),
  trouvee({ ...TRAITS, prenomsNaissance: 'SOLENE' }),
  trouvee({ ...TRAITS, nomNaissance: 'KERVADEC' }),
  { ok: true, value: { messageId: 'm', reponse: { codeCR: '01' } } },
  { ok: true, value: { messageId: 'm', reponse: { codeCR: '02' } } },
  { ok: false, error: { code: 'insi/injoignable' } },
  { ok: false, error: { code: 'insi/droits-insuffisants' } },
]

const saisir = (trait: Trait, brut: string): Evenement => ({ type: 'trait-saisi', trait, brut })

const FORMULAIRE: readonly Evenement[] = [
  saisir('nomUtilise', ''),
  saisir('nomNaissance', 'Kervadoc'),
  saisir('prenomsNaissance', 'Solène Louise'),
  saisir('premierPrenom', 'Solène'),
  saisir('sexe', 'F'),
  saisir('dateNaissance', '27/02/1981'),
  saisir('lieuNaissance', '35238'),
]

function evenement(lieu: Lieu, ...evenements: readonly Evenement[]): Lieu {
  const admission = evenements.reduce((avant, suivant) => {
    const issue = appliquerSelonDroits(avant, suivant, AUJOURDHUI, lieu.cadre)
    return issue.ok ? issue.value.admission : avant
  }, lieu.admission)
  const { alentours, cadre } = lieu
  const vrai = printsTheSame(vue(lieu), vueDe(admission, AUJOURDHUI, cadre))
  return { admission, cadre, alentours: vrai ? alentours : { ...alentours, planche: false, fiche: false } }
}

const vue = ({ admission, cadre }: Lieu) => vueDe(admission, AUJOURDHUI, cadre)
const etape = (lieu: Lieu): Etape => etapeDe(vue(lieu), lieu.alentours)

/** Every outcome of an act, the hoped-for one first. */
const JEU: Readonly<Partial<Record<Geste, (lieu: Lieu) => readonly Lieu[]>>> = {
  saisir: (lieu) => [
    evenement(lieu, ...FORMULAIRE),
    evenement(lieu, ...FORMULAIRE.slice(0, 3)),
    evenement(lieu, ...FORMULAIRE, saisir('dateNaissance', '31/02/1981')),
  ],
  piece: (lieu) =>
    ['CN', 'PC'].map((type) =>
      evenement(lieu, { type: 'piece-enregistree', piece: { type, date: AUJOURDHUI } }),
    ),
  'retirer-piece': (lieu) => [evenement(lieu, { type: 'piece-retiree' })],
  insi: (lieu) => [
    evenement(
      lieu,
      vue(lieu).insi.etat === 'acceptee'
        ? { type: 'verification-demandee', appelId: 'a' }
        : { type: 'insi-demandee', appelId: 'a' },
    ),
  ],
  annuler: (lieu) => [
    evenement(lieu, { type: 'insi-annulee' }),
    ...REPONSES.map((resultat) => evenement(lieu, { type: 'insi-repondue', appelId: 'a', resultat })),
  ],
  valider: (lieu) => [evenement(lieu, { type: 'insi-acceptee', motif: 'patient-confirme' })],
  ecarter: (lieu) => [evenement(lieu, { type: 'insi-ecartee' })],
  differer: (lieu) => [evenement(lieu, { type: 'appel-differe', le: '2026-11-22T08:30:00.000Z' })],
  deverrouiller: (lieu) => [evenement(lieu, { type: 'traits-deverrouilles' })],
  etiquettes: (lieu) =>
    vue(lieu).actions.imprimer === null
      ? [{ ...lieu, alentours: { ...lieu.alentours, planche: true } }]
      : [lieu],
  fiche: (lieu) =>
    vue(lieu).actions.imprimer === null
      ? [{ ...lieu, alentours: { ...lieu.alentours, fiche: true } }]
      : [lieu],
  'patient-suivant': ({ cadre, alentours: { carteLue } }) => [
    { ...DEPART, cadre, alentours: { ...DEPART.alentours, carteLue } },
  ],
  carte: (lieu) => [
    evenement(lieu, {
      type: 'beneficiaire-choisi',
      beneficiaire: {
        nomNaissance: 'KERVADOC',
        nomUsuel: null,
        prenoms: 'SOLENE',
        dateNaissance: '1981-02-27',
        rang: 1,
        matricule: null,
        nirAssure: '',
        regime: null,
      },
    }),
  ],
}

const ATTRIBUTS = [true, false].map((actif) => (lieu: Lieu): readonly Lieu[] => [
  evenement(lieu, { type: 'attribut-bascule', attribut: 'douteux', actif }),
])

/** A card comes and goes by itself. */
const CARTE = ({ alentours, ...lieu }: Lieu): readonly Lieu[] => [
  { ...lieu, alentours: { ...alentours, carteLue: !alentours.carteLue } },
]

/** Two places are one when they recommend the same whatever was tried before; attempts would make them infinite. */
const cleDe = ({
  admission: { decision: _decision, interrogation, ...reste },
  alentours,
  cadre,
}: Lieu): string =>
  JSON.stringify([
    reste,
    'demande' in interrogation ? { ...interrogation, demande: null } : interrogation,
    alentours,
    cadre.habilitation.organisation.modele,
  ])

/** A patient qualified six years ago comes back. */
const DEPART_CONNU = ((): Lieu => {
  const qualifie = [
    ...FORMULAIRE,
    { type: 'piece-enregistree', piece: { type: 'CN', date: '2020-11-22' } },
    { type: 'insi-demandee', appelId: 'a' },
    { type: 'insi-repondue', appelId: 'a', resultat: trouvee(TRAITS) },
    { type: 'insi-acceptee', motif: null },
    { type: 'close' },
  ] satisfies readonly Evenement[]
  const connue = qualifie.reduce((avant, suivant) => {
    const issue = appliquerSelonDroits(avant, suivant, '2020-11-22', CADRE_PAR_DEFAUT)
    return issue.ok ? issue.value.admission : avant
  }, DEPART.admission)
  return evenement(DEPART, { type: 'patient-repris', connue: { ...connue, id: 'venue-1' } })
})()

/** Every place an agent can reach from some, whatever the order of his acts. */
function explorer(
  departs: readonly Lieu[],
  jeux: readonly ((lieu: Lieu) => readonly Lieu[])[],
): readonly Lieu[] {
  const connus = new Map(departs.map((lieu) => [cleDe(lieu), lieu]))
  for (const lieu of connus.values())
    for (const jouer of jeux)
      for (const suivant of jouer(lieu)) {
        const cle = cleDe(suivant)
        if (!connus.has(cle)) connus.set(cle, suivant)
      }
  return [...connus.values()]
}

/** What is done about a patient who is known already; another one starts from a new form. */
const GESTES_CONNU = ['piece', 'insi', 'annuler', 'valider', 'ecarter', 'etiquettes', 'fiche'] as const

/** INSi gives the number of somebody else. */
const AUTRE_MATRICULE = (lieu: Lieu): readonly Lieu[] => [
  evenement(lieu, { type: 'insi-repondue', appelId: 'a', resultat: trouvee(TRAITS, '2810235238904') }),
]

const LIEUX = [
  ...explorer([DEPART, DEPART_MODELE_2], [...Object.values(JEU), ...ATTRIBUTS, CARTE]),
  ...explorer([DEPART_CONNU], [...GESTES_CONNU.flatMap((geste) => JEU[geste] ?? []), AUTRE_MATRICULE]),
]

/** Without a patient, opening one leads where the card says. */
const SANS_PATIENT = [DEPART, ...CARTE(DEPART)].map(etape)

const recommande = (lieu: Lieu): readonly Lieu[] => JEU[ETAPES[etape(lieu)].geste]?.(lieu) ?? []

describe('Que faire maintenant ? : les étapes du geste, jouées sur les règles réelles', () => {
  it('chaque étape est atteinte', () => {
    const atteintes = new Set<Etape>([etapeDe(null, DEPART.alentours), ...LIEUX.map(etape)])
    expect([...atteintes].sort()).toEqual(Object.keys(ETAPES).sort())
  })

  it('le geste recommandé mène exactement aux étapes annoncées', () => {
    const observees: Record<string, Set<Etape>> = { 'aucun-patient': new Set(SANS_PATIENT) }
    for (const lieu of LIEUX)
      for (const suivant of recommande(lieu)) (observees[etape(lieu)] ??= new Set()).add(etape(suivant))
    const annoncees = Object.entries(ETAPES).map(([nom, { vers }]) => [nom, [...vers].sort()])
    expect(
      Object.fromEntries(Object.entries(observees).map(([nom, vers]) => [nom, [...vers].sort()])),
    ).toEqual(Object.fromEntries(annoncees))
  })

  it('aucune impasse : suivre les recommandations mène au patient suivant en douze gestes au plus', () => {
    const longueurs = LIEUX.map((lieu) => longueur(lieu, 0))
    expect(Math.max(...longueurs)).toBeLessThanOrEqual(12)
  })

  it('à tout moment l’admission peut être close', () => {
    expect(LIEUX.filter((lieu) => vue(lieu).actions.clore !== null)).toEqual([])
  })

  it('explore assez de chemins pour que ces preuves valent quelque chose', () => {
    expect(LIEUX.length).toBeGreaterThan(300)
  })
})

/** Longest way to the next patient when the agent does what is recommended and types right. */
function longueur(lieu: Lieu, pas: number): number {
  const ici = etape(lieu)
  if (ici === 'patient-suivant') return pas
  if (pas > 12) return Number.POSITIVE_INFINITY
  const issues = ici === 'insi-en-cours' ? recommande(lieu) : recommande(lieu).slice(0, 1)
  return Math.max(...issues.map((suivant) => longueur(suivant, pas + 1)))
}
