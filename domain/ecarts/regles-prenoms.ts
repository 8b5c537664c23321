import { normaliserPrenoms } from '../identite/normaliser.ts'
import { motsDe } from '../identite/premier-prenom.ts'
import { coteDe, type Cote, type Paire } from './paire.ts'
import {
  distance,
  estContenuDans,
  estDebutDe,
  memesMots,
  memesMotsSansOrdre,
  squelette,
} from './proximite.ts'
import {
  AUCUNE,
  CLAUSE_MAJEUR,
  CLAUSE_PRENOMS,
  CLAUSE_SAISIE,
  CLAUSE_UTILISE,
  dansUnSensOuLAutre,
  SUITES_AUTRE_PERSONNE,
  SUITES_BASES,
  SUITES_MINEURES,
  SUITES_SAISIE,
  type ReglesDuTrait,
} from './regle.ts'

const MARQUES_SANS_PRENOM = ['SANSPRENOM', 'X', 'XX', 'INCONNU', 'PRENOMINCONNU']

const aLigature = (brut: string): boolean => /[ŒÆœæ]/.test(brut)

const estSansPrenom = ({ lettres }: Cote): boolean => MARQUES_SANS_PRENOM.includes(lettres)

/** The first given name of a side, in words, as its hyphens show it. */
const premierDe = ({ texte }: Cote): readonly string[] => motsDe(texte.replace(/ .*/, ''))

/** The shorter list stops inside a hyphenated first given name of the longer. */
const coupeLePremier = ({ a, b }: Paire): boolean =>
  estDebutDe(a.mots, b.mots) && a.mots.length < premierDe(b).length

function estPrenomUtilise({ a, b: { partie } }: Paire): boolean {
  if (!partie.prenomUtilise) return false
  const utilise = motsDe(normaliserPrenoms(partie.prenomUtilise))
  return memesMots(a.mots, utilise) || estDebutDe(utilise, a.mots)
}

function estNomDeLAutre({ a, b }: Paire): boolean {
  const [nomA, nomB] = [coteDe('nomNaissance', a.partie), coteDe('nomNaissance', b.partie)]
  const contient = (nom: Cote | null, prenoms: Cote): boolean =>
    nom !== null && nom.mots.length > 0 && nom.mots.every((mot) => prenoms.mots.includes(mot))
  return contient(nomA, b) && contient(nomB, a)
}

/** The words of the same rank that differ, as pairs; null when the two lists have not the same length. */
function motsChanges({ a, b }: Paire): readonly (readonly [string, string])[] | null {
  if (a.mots.length !== b.mots.length) return null
  return a.mots.flatMap((mot, rang) => {
    const autre = `${b.mots[rang]}`
    return mot === autre ? [] : [[mot, autre] as const]
  })
}

/** Every word that differs is the initial of the other. */
const sontInitiales = (paire: Paire): boolean =>
  motsChanges(paire)?.every(([un, autre]) => un.length === 1 && autre.startsWith(un)) === true

function uneFauteDeFrappe(paire: Paire): boolean {
  const { longueurMinFrappe, distanceFrappe } = paire.contexte.reglages
  const changes = motsChanges(paire)
  return (
    changes?.length === 1 &&
    changes.every(
      ([un, autre]) =>
        Math.min(un.length, autre.length) >= longueurMinFrappe && distance(un, autre) <= distanceFrappe,
    )
  )
}

const memeSquelette = (un: string, autre: string): boolean =>
  squelette(un).length >= 2 && squelette(un) === squelette(autre)

const coupesParLaMrz = ({ a, b }: Paire): boolean =>
  a.partie.source === 'mrz' && b.lettres.startsWith(a.lettres) && a.mots[0] === b.mots[0]

/** Given names, from the same list to another person. */
export const REGLES_PRENOMS: ReglesDuTrait = {
  regles: [
    {
      id: 'prenoms/ligature',
      gravite: 'mineur',
      cause: 'Une ligature (Œ, Æ) est écrite en deux lettres d’un côté.',
      clause: CLAUSE_SAISIE,
      suites: SUITES_MINEURES,
      reconnait: ({ a, b }) => a.texte === b.texte && aLigature(a.brut) !== aLigature(b.brut),
    },
    {
      id: 'prenoms/virgules',
      gravite: 'egal',
      cause: 'La pièce sépare les prénoms par des virgules, INSi par des espaces.',
      clause: CLAUSE_PRENOMS,
      suites: AUCUNE,
      reconnait: ({ a, b }) => a.texte === b.texte && /[,;]/.test(a.brut) !== /[,;]/.test(b.brut),
    },
    {
      id: 'prenoms/ecriture',
      gravite: 'egal',
      cause: 'Seuls les accents, la casse ou les espaces superflus diffèrent.',
      clause: CLAUSE_SAISIE,
      suites: AUCUNE,
      reconnait: ({ a, b }) => a.texte === b.texte,
    },
    {
      id: 'prenoms/absents',
      gravite: 'majeur',
      cause: 'Une source n’a aucun prénom.',
      clause: CLAUSE_MAJEUR,
      suites: SUITES_BASES,
      reconnait: ({ a, b }) => a.lettres === '' || b.lettres === '',
    },
    {
      id: 'prenoms/sans-prenom',
      gravite: 'mineur',
      cause: 'L’absence de prénom à l’état civil est notée autrement d’un côté.',
      clause: CLAUSE_SAISIE,
      suites: SUITES_MINEURES,
      reconnait: ({ a, b }) => estSansPrenom(a) && estSansPrenom(b),
    },
    {
      id: 'prenoms/separateurs',
      gravite: 'egal',
      cause: 'Trait d’union ou apostrophe valent une espace dans une liste de prénoms.',
      clause: CLAUSE_PRENOMS,
      suites: AUCUNE,
      reconnait: ({ a, b }) => memesMots(a.mots, b.mots),
    },
    {
      id: 'prenoms/soudure',
      gravite: 'mineur',
      cause: 'Un prénom composé est écrit en un mot d’un côté.',
      clause: CLAUSE_SAISIE,
      suites: SUITES_MINEURES,
      reconnait: ({ a, b }) => a.lettres === b.lettres,
    },
    {
      id: 'prenoms/nom-inverse',
      gravite: 'majeur',
      cause: 'Le nom et le prénom semblent inversés.',
      clause: CLAUSE_SAISIE,
      suites: SUITES_SAISIE,
      reconnait: estNomDeLAutre,
    },
    {
      id: 'prenoms/compose-coupe',
      gravite: 'majeur',
      cause: 'Le premier prénom composé est coupé d’un côté.',
      clause: CLAUSE_PRENOMS,
      suites: SUITES_SAISIE,
      reconnait: dansUnSensOuLAutre(coupeLePremier),
    },
    {
      id: 'prenoms/liste-courte',
      gravite: 'mineur',
      cause: 'Des prénoms manquent dans la première colonne ; les autres sont dans le même ordre.',
      clause: CLAUSE_PRENOMS,
      suites: SUITES_MINEURES,
      reconnait: ({ a, b }) => estDebutDe(a.mots, b.mots),
    },
    {
      id: 'prenoms/liste-longue',
      gravite: 'mineur',
      cause: 'Des prénoms manquent dans la seconde colonne ; les autres sont dans le même ordre.',
      clause: CLAUSE_PRENOMS,
      suites: SUITES_MINEURES,
      reconnait: ({ a, b }) => estDebutDe(b.mots, a.mots),
    },
    {
      id: 'prenoms/mrz-coupee',
      gravite: 'mineur',
      cause: 'La zone de lecture automatique de la pièce coupe les derniers prénoms.',
      clause: CLAUSE_PRENOMS,
      suites: SUITES_MINEURES,
      reconnait: dansUnSensOuLAutre(coupesParLaMrz),
    },
    {
      id: 'prenoms/omis',
      gravite: 'mineur',
      cause: 'Un prénom manque au milieu de la liste ; le premier prénom et l’ordre sont les mêmes.',
      clause: CLAUSE_PRENOMS,
      suites: SUITES_MINEURES,
      reconnait: dansUnSensOuLAutre(
        ({ a, b }) => estContenuDans(a.mots, b.mots) && memesMots(premierDe(a), premierDe(b)),
      ),
    },
    {
      id: 'prenoms/ordre',
      gravite: 'majeur',
      cause: 'Les mêmes prénoms sont dans un autre ordre.',
      clause: CLAUSE_PRENOMS,
      suites: SUITES_BASES,
      reconnait: ({ a, b }) => memesMotsSansOrdre(a.mots, b.mots),
    },
    {
      id: 'prenoms/utilise',
      gravite: 'majeur',
      cause: 'Le prénom utilisé est à la place du premier prénom de naissance d’un côté.',
      clause: CLAUSE_UTILISE,
      suites: SUITES_SAISIE,
      reconnait: dansUnSensOuLAutre(estPrenomUtilise),
    },
    {
      id: 'prenoms/premier-decale',
      gravite: 'majeur',
      cause: 'Le premier prénom d’un côté n’est que le deuxième ou un suivant de l’autre.',
      clause: CLAUSE_PRENOMS,
      suites: SUITES_SAISIE,
      reconnait: dansUnSensOuLAutre(({ a, b }) => b.mots.findIndex((mot) => mot === a.mots[0]) > 0),
    },
    {
      id: 'prenoms/initiale',
      gravite: 'majeur',
      cause: 'Un prénom est abrégé par son initiale : aucune abréviation n’est permise.',
      clause: CLAUSE_SAISIE,
      suites: SUITES_SAISIE,
      reconnait: dansUnSensOuLAutre(sontInitiales),
    },
    {
      id: 'prenoms/orthographe',
      gravite: 'majeur',
      cause: 'Une seule lettre d’un prénom diffère : faute d’orthographe ou de frappe probable.',
      clause: CLAUSE_MAJEUR,
      suites: SUITES_BASES,
      reconnait: uneFauteDeFrappe,
    },
    {
      id: 'prenoms/translitteration',
      gravite: 'majeur',
      cause: 'Les consonnes sont les mêmes : autre translittération probable d’un prénom étranger.',
      clause: CLAUSE_MAJEUR,
      suites: SUITES_BASES,
      reconnait: (paire) => motsChanges(paire)?.every(([un, autre]) => memeSquelette(un, autre)) === true,
    },
    {
      id: 'prenoms/jumeau',
      gravite: 'majeur',
      cause: 'Même nom, même date et même lieu de naissance : un jumeau ou une jumelle est possible.',
      clause: 'EXI SI 22 (homonyme) ; RNIV, écarts majeurs',
      suites: SUITES_AUTRE_PERSONNE,
      reconnait: ({ memes }) => memes('nomNaissance') && memes('dateNaissance') && memes('lieuNaissance'),
    },
  ],
  sinon: {
    id: 'prenoms/differents',
    gravite: 'majeur',
    cause: 'Les prénoms diffèrent : une autre personne est possible.',
    clause: CLAUSE_MAJEUR,
    suites: SUITES_AUTRE_PERSONNE,
  },
}
