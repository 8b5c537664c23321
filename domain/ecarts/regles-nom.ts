import { normaliserTrait } from '../identite/normaliser.ts'
import { motsDe } from '../identite/premier-prenom.ts'
import { coteDe, type Cote, type Paire } from './paire.ts'
import {
  distance,
  estContenuDans,
  memesMots,
  memesMotsSansOrdre,
  motsEnPlus,
  squelette,
} from './proximite.ts'
import {
  AUCUNE,
  CLAUSE_MAJEUR,
  CLAUSE_SAISIE,
  CLAUSE_UTILISE,
  dansUnSensOuLAutre,
  SUITES_AUTRE_PERSONNE,
  SUITES_BASES,
  SUITES_MINEURES,
  SUITES_SAISIE,
  type ReglesDuTrait,
} from './regle.ts'

const MARQUES_SANS_NOM = ['', 'SANSNOM', 'X', 'XX', 'INCONNU', 'NOMINCONNU']

/** Words that begin or join a name without being it, in the languages met at a French desk. */
const PARTICULES = new Set(
  (
    'DE DU DES LA LE LES D L DI DA DOS DAS DO DEL DELLA VAN VON DER DEN TEN ZU Y E MC MAC O ' +
    'EL AL BEN BENT BINT IBN OULD ABU ABOU AIT N'
  ).split(' '),
)

/** What a document prints between a birth name and a married one. */
const MENTIONS_MARIAGE = new Set(['EPOUSE', 'EP', 'EPSE', 'NEE', 'VEUVE', 'VVE', 'DIVORCEE'])

const FINALES_SLAVES = [
  ['OV', 'OVA'],
  ['EV', 'EVA'],
  ['IN', 'INA'],
  ['SKI', 'SKA'],
  ['SKY', 'SKAYA'],
] as const

const aLigature = (brut: string): boolean => /[ŒÆœæßẞ]/.test(brut)

/** The used name of a side, in words. */
const nomUtilise = ({ partie }: Cote): readonly string[] | null =>
  partie.nomUtilise ? motsDe(normaliserTrait(partie.nomUtilise)) : null

function estNomUtilise({ a, b }: Paire): boolean {
  const utilise = nomUtilise(b)
  return utilise !== null && memesMots(a.mots, utilise)
}

/** What the longer name has more than the other is the used name of either side. */
function accoleLeNomUtilise({ a, b }: Paire): boolean {
  const utilise = nomUtilise(b) ?? nomUtilise(a)
  return (
    utilise !== null &&
    a.mots.length < b.mots.length &&
    memesMotsSansOrdre(motsEnPlus(b.mots, a.mots), utilise)
  )
}

/** The name of one side is a given name of the other, and the reverse. */
function champsInverses({ a, b }: Paire): boolean {
  const [prenomsA, prenomsB] = [coteDe('prenomsNaissance', a.partie), coteDe('prenomsNaissance', b.partie)]
  return (
    a.mots.every((mot) => prenomsB?.mots.includes(mot)) && b.mots.every((mot) => prenomsA?.mots.includes(mot))
  )
}

const sansParticules = (mots: readonly string[]): readonly string[] =>
  mots.filter((mot) => !PARTICULES.has(mot))

/** German vowels as documents and machine-readable zones transcribe them. Source: ICAO 9303, transliterations. */
const sansTrema = (lettres: string): string => lettres.replace(/([AOU])E/g, '$1')

const coupeeParLaMrz = ({ a, b, contexte }: Paire): boolean =>
  a.partie.source === 'mrz' &&
  b.lettres.startsWith(a.lettres) &&
  a.brut.length + 2 + (a.partie.prenomsNaissance?.length ?? 0) >= contexte.reglages.longueurMrz

/** Birth names, from the same spelling to another person. */
export const REGLES_NOM: ReglesDuTrait = {
  regles: [
    {
      id: 'nom/ligature',
      gravite: 'mineur',
      cause: 'Une ligature (Œ, Æ, ß) est écrite en deux lettres d’un côté.',
      clause: CLAUSE_SAISIE,
      suites: SUITES_MINEURES,
      reconnait: ({ a, b }) => a.texte === b.texte && aLigature(a.brut) !== aLigature(b.brut),
    },
    {
      id: 'nom/ecriture',
      gravite: 'egal',
      cause: 'Seuls les accents, la casse ou les espaces superflus diffèrent.',
      clause: CLAUSE_SAISIE,
      suites: AUCUNE,
      reconnait: ({ a, b }) => a.texte === b.texte,
    },
    {
      id: 'nom/absent',
      gravite: 'majeur',
      cause: 'Une source n’a pas de nom de naissance (absent ou « SANS NOM »).',
      clause: CLAUSE_MAJEUR,
      suites: SUITES_BASES,
      reconnait: ({ a, b }) => MARQUES_SANS_NOM.includes(a.lettres) || MARQUES_SANS_NOM.includes(b.lettres),
    },
    {
      id: 'nom/double-trait-union',
      gravite: 'mineur',
      cause: 'Le double trait d’union du nom est écrit autrement d’un côté.',
      clause: CLAUSE_SAISIE,
      suites: SUITES_MINEURES,
      reconnait: ({ a, b }) => memesMots(a.mots, b.mots) && a.texte.includes('--') !== b.texte.includes('--'),
    },
    {
      id: 'nom/separateurs',
      gravite: 'mineur',
      cause: 'Seuls les traits d’union, apostrophes ou espaces diffèrent.',
      clause: CLAUSE_SAISIE,
      suites: SUITES_MINEURES,
      reconnait: ({ a, b }) => memesMots(a.mots, b.mots),
    },
    {
      id: 'nom/soudure',
      gravite: 'mineur',
      cause: 'Les mêmes lettres sont écrites en un mot d’un côté, en plusieurs de l’autre.',
      clause: CLAUSE_SAISIE,
      suites: SUITES_MINEURES,
      reconnait: ({ a, b }) => a.lettres === b.lettres,
    },
    {
      id: 'nom/prenom-inverse',
      gravite: 'majeur',
      cause: 'Le nom et le prénom semblent inversés.',
      clause: CLAUSE_SAISIE,
      suites: SUITES_SAISIE,
      reconnait: champsInverses,
    },
    {
      id: 'nom/utilise',
      gravite: 'majeur',
      cause: 'Le nom utilisé (nom d’usage, marital) est à la place du nom de naissance d’un côté.',
      clause: CLAUSE_UTILISE,
      suites: SUITES_SAISIE,
      reconnait: dansUnSensOuLAutre(estNomUtilise),
    },
    {
      id: 'nom/accole',
      gravite: 'majeur',
      cause: 'Le nom utilisé est accolé au nom de naissance d’un côté.',
      clause: CLAUSE_UTILISE,
      suites: SUITES_SAISIE,
      reconnait: dansUnSensOuLAutre(accoleLeNomUtilise),
    },
    {
      id: 'nom/mention-mariage',
      gravite: 'majeur',
      cause: 'Une mention de mariage (épouse, née, veuve) de la pièce a été recopiée dans le nom.',
      clause: CLAUSE_UTILISE,
      suites: SUITES_SAISIE,
      reconnait: ({ a, b }) =>
        a.mots.some((mot) => MENTIONS_MARIAGE.has(mot)) !== b.mots.some((mot) => MENTIONS_MARIAGE.has(mot)),
    },
    {
      id: 'nom/particule',
      gravite: 'majeur',
      cause: 'Une particule (DE, LE, VAN, EL, BEN…) ne figure que d’un côté.',
      clause: CLAUSE_SAISIE,
      suites: SUITES_SAISIE,
      reconnait: ({ a, b }) =>
        sansParticules(a.mots).length > 0 && memesMots(sansParticules(a.mots), sansParticules(b.mots)),
    },
    {
      id: 'nom/ordre',
      gravite: 'majeur',
      cause: 'Les mêmes noms sont dans un autre ordre.',
      clause: CLAUSE_SAISIE,
      suites: SUITES_SAISIE,
      reconnait: ({ a, b }) => memesMotsSansOrdre(a.mots, b.mots),
    },
    {
      id: 'nom/mrz-coupee',
      gravite: 'majeur',
      cause: 'La zone de lecture automatique de la pièce coupe les noms longs : lisez la zone visuelle.',
      clause: CLAUSE_SAISIE,
      suites: SUITES_SAISIE,
      reconnait: dansUnSensOuLAutre(coupeeParLaMrz),
    },
    {
      id: 'nom/partiel',
      gravite: 'majeur',
      cause: 'Un côté ne porte qu’une partie du nom (double nom, deux noms hispaniques ou lusophones).',
      clause: CLAUSE_SAISIE,
      suites: SUITES_BASES,
      reconnait: dansUnSensOuLAutre(({ a, b }) => estContenuDans(a.mots, b.mots)),
    },
    {
      id: 'nom/feminin-slave',
      gravite: 'majeur',
      cause: 'Le nom est au féminin d’un côté (-OVA, -SKA), au masculin de l’autre.',
      clause: CLAUSE_MAJEUR,
      suites: SUITES_BASES,
      reconnait: dansUnSensOuLAutre(({ a, b }) =>
        FINALES_SLAVES.some(
          ([masculin, feminin]) =>
            a.lettres.endsWith(masculin) && b.lettres === a.lettres.slice(0, -masculin.length) + feminin,
        ),
      ),
    },
    {
      id: 'nom/transcription-allemande',
      gravite: 'majeur',
      cause: 'Une voyelle à tréma est transcrite en deux lettres d’un côté (UE pour Ü).',
      clause: CLAUSE_MAJEUR,
      suites: SUITES_BASES,
      reconnait: ({ a, b }) => sansTrema(a.lettres) === sansTrema(b.lettres),
    },
    {
      id: 'nom/orthographe',
      gravite: 'majeur',
      cause: 'Une seule lettre diffère : faute d’orthographe ou de frappe probable.',
      clause: CLAUSE_MAJEUR,
      suites: SUITES_BASES,
      reconnait: ({ a, b, contexte: { reglages } }) =>
        Math.min(a.lettres.length, b.lettres.length) >= reglages.longueurMinFrappe &&
        distance(a.lettres, b.lettres) <= reglages.distanceFrappe,
    },
    {
      id: 'nom/translitteration',
      gravite: 'majeur',
      cause: 'Les consonnes sont les mêmes : autre translittération probable d’un nom étranger.',
      clause: CLAUSE_MAJEUR,
      suites: SUITES_BASES,
      reconnait: ({ a, b }) =>
        squelette(a.lettres).length >= 3 && squelette(a.lettres) === squelette(b.lettres),
    },
  ],
  sinon: {
    id: 'nom/different',
    gravite: 'majeur',
    cause:
      'Le nom de naissance diffère : vérifiez qu’il s’agit bien du nom de naissance, sinon d’une autre personne.',
    clause: CLAUSE_MAJEUR,
    suites: SUITES_AUTRE_PERSONNE,
  },
}
