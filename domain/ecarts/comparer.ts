import { motsDe } from '../identite/premier-prenom.ts'
import type { TraitsStricts, TraitsUtilises } from '../identite/traits.ts'
import type { TraitsInsi } from '../insi/reponse.ts'
import type { Ecart, Gravite } from './ecart.ts'

type Verdict = Pick<Ecart, 'regle' | 'gravite' | 'raison'>

const verdict = (regle: string, gravite: Gravite, raison: string): Verdict => ({ regle, gravite, raison })

const IDENTIQUE = verdict('identique', 'egal', 'Les deux valeurs sont identiques.')

/** Compares the local traits with those of INSi, one verdict a trait, in document order. Source: RNIV, écarts. */
export function comparerAInsi(local: TraitsStricts & TraitsUtilises, insi: TraitsInsi): readonly Ecart[] {
  const ligne = (trait: Ecart['trait'], valeurInsi: string, jugement: Verdict): Ecart => ({
    trait,
    ...(local[trait] === valeurInsi ? IDENTIQUE : jugement),
    local: local[trait],
    insi: valeurInsi,
  })
  return [
    ligne('nomNaissance', insi.nomNaissance, comparerNoms(local, insi.nomNaissance)),
    ligne(
      'prenomsNaissance',
      insi.prenomsNaissance,
      comparerPrenoms(local.prenomsNaissance, insi.prenomsNaissance),
    ),
    ligne('sexe', insi.sexe, comparerSexes(local.sexe, insi.sexe)),
    ligne('dateNaissance', insi.dateNaissance, DATE_DIFFERENTE),
    ligne('lieuNaissance', insi.lieuNaissance, comparerLieux(local.lieuNaissance, insi.lieuNaissance)),
  ]
}

/** The worst verdict of a comparison. */
export function graviteDe(ecarts: readonly Ecart[]): Gravite {
  if (ecarts.some((ecart) => ecart.gravite === 'majeur')) return 'majeur'
  return ecarts.some((ecart) => ecart.gravite === 'mineur') ? 'mineur' : 'egal'
}

function comparerNoms(local: TraitsStricts & TraitsUtilises, nomInsi: string): Verdict {
  if (memesMots(motsDe(local.nomNaissance), motsDe(nomInsi)))
    return verdict('nom/separateurs', 'mineur', "Seuls les traits d'union, apostrophes ou espaces diffèrent.")
  if (local.nomUtilise === nomInsi)
    return verdict(
      'nom/utilise',
      'majeur',
      'Le nom utilisé semble avoir été saisi à la place du nom de naissance.',
    )
  return verdict('nom/different', 'majeur', 'Le nom de naissance diffère.')
}

function comparerPrenoms(local: string, insi: string): Verdict {
  const [motsLocaux, motsInsi] = [motsDe(local), motsDe(insi)]
  if (memesMots(motsLocaux, motsInsi))
    return verdict(
      'prenoms/separateurs',
      'mineur',
      "Seuls les traits d'union, apostrophes ou espaces diffèrent.",
    )
  if (estDebut(motsLocaux, motsInsi))
    return verdict(
      'prenoms/liste-courte',
      'mineur',
      'La pièce montre moins de prénoms que le téléservice, dans le même ordre.',
    )
  if (estDebut(motsInsi, motsLocaux))
    return verdict(
      'prenoms/liste-longue',
      'mineur',
      'La pièce montre plus de prénoms que le téléservice, dans le même ordre.',
    )
  if (memesMots([...motsLocaux].sort(), [...motsInsi].sort()))
    return verdict('prenoms/ordre', 'majeur', 'Les mêmes prénoms sont dans un autre ordre.')
  return verdict('prenoms/differents', 'majeur', 'Les prénoms diffèrent.')
}

function comparerSexes(local: string, insi: string): Verdict {
  return local === 'I' && (insi === 'F' || insi === 'M')
    ? verdict('sexe/indetermine', 'mineur', 'Le sexe local est indéterminé.')
    : verdict('sexe/different', 'majeur', 'Le sexe diffère.')
}

const DATE_DIFFERENTE = verdict('date/differente', 'majeur', 'La date de naissance diffère.')

/** Cities that have both a code and arrondissement codes. Source: COG. */
const ARRONDISSEMENTS: readonly (readonly [ville: string, arrondissement: RegExp])[] = [
  ['75056', /^751(?:0[1-9]|1\d|20)$/],
  ['13055', /^132(?:0[1-9]|1[0-6])$/],
  ['69123', /^6938[1-9]$/],
]

function comparerLieux(local: string, insi: string): Verdict {
  if (local === '99999' || insi === '99999' || insi === '')
    return verdict('lieu/inconnu', 'mineur', "Le lieu de naissance n'est connu que d'un côté.")
  const memeVille = ARRONDISSEMENTS.some(
    ([ville, arrondissement]) =>
      (local === ville && arrondissement.test(insi)) || (insi === ville && arrondissement.test(local)),
  )
  return memeVille
    ? verdict('lieu/arrondissement', 'mineur', "L'un des codes est un arrondissement de l'autre commune.")
    : verdict(
        'lieu/different',
        'majeur',
        'Le lieu de naissance diffère ; vérifiez que le code saisi est un code INSEE.',
      )
}

const memesMots = (a: readonly string[], b: readonly string[]): boolean => a.join(' ') === b.join(' ')

const estDebut = (court: readonly string[], long: readonly string[]): boolean =>
  court.length > 0 && court.length < long.length && court.every((mot, rang) => mot === long[rang])
