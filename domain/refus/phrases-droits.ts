import { DROITS, LIBELLES_DROIT, type Droit } from '../droits/droit.ts'
import { ROLES, type Role } from '../droits/role.ts'

type Qui = Role | 'personne'

const RESERVES: Readonly<Record<Qui, string>> = {
  agent: "est réservé à l'agent d'admission",
  referent: 'est réservé au référent INS',
  civ: "est réservé à la cellule d'identitovigilance",
  responsable: "est réservé au responsable de l'accueil",
  informatique: "est réservé à l'informatique",
  personne: "n'est ouvert à personne",
}

/** What to do instead; an admission always goes on. */
const SUITES: Readonly<Record<Droit, string>> = {
  'creer-modifier': 'demandez-lui de le faire',
  numeriser: 'demandez-lui de le faire',
  valider: "poursuivez l'admission, la pièce présentée reste en trace à valider",
  'appeler-insi': "poursuivez l'admission en l'état, l'appel sera fait ensuite",
  qualifier: "poursuivez l'admission, la réponse d'INSi est gardée à qualifier",
  'modifier-traits-stricts': "signalez-lui la correction et poursuivez l'admission",
  attributs: "signalez-lui le doute et poursuivez l'admission",
  transferer: 'faites-lui reprendre le dossier de vive voix',
  traiter: "poursuivez l'admission, elle attend dans sa liste",
  preparer: 'demandez-lui de le faire, ou attendez la venue du patient',
  'voir-pieces': 'adressez-lui votre demande',
  fusionner: 'signalez-lui le doublon',
  administrer: 'adressez-lui votre demande',
}

const SANS_RECOURS = "poursuivez l'admission en l'état et demandez à l'informatique de revoir les droits"

type CodeDroit = `droits/${Droit}/${Qui}` | `droits/formation/${Droit}`

const QUI: readonly Qui[] = [...ROLES, 'personne']

/** One sentence by right and by the one who holds it, so that a refusal always names who can. */
const parDroit = Object.fromEntries(
  DROITS.flatMap((droit) => [
    ...QUI.map((qui) => [
      `droits/${droit}/${qui}`,
      `${LIBELLES_DROIT[droit]} ${RESERVES[qui]} dans cet établissement : ${qui === 'personne' ? SANS_RECOURS : SUITES[droit]}.`,
    ]),
    [
      `droits/formation/${droit}`,
      `${LIBELLES_DROIT[droit]} demande une formation qui n'est pas enregistrée à votre nom : confiez l'acte à un collègue formé et faites enregistrer la vôtre par l'informatique.`,
    ],
  ]),
) as Readonly<Record<CodeDroit, string>>

/** Refusals of rights: what, who can, what to do. */
export const phrasesDroits = {
  ...parDroit,
  'droits/insi-type-admission':
    "Les appels à INSi ne sont pas ouverts pour ce type d'admission : poursuivez l'admission en l'état, le référent INS fera l'appel si besoin.",
  'droits/insi-site':
    "Les appels à INSi ne sont pas encore ouverts sur ce site : poursuivez l'admission en l'état, le référent INS fera l'appel si besoin.",
  'droits/insi-secteur':
    "Les appels à INSi ne sont pas encore ouverts dans ce secteur : poursuivez l'admission en l'état, le référent INS fera l'appel si besoin.",
} as const
