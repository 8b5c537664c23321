import type { Fiche } from '#simulators/insi/foule/foule.ts'
import { createTirage, type Tirage } from '#simulators/insi/foule/tirage.ts'

/** Why what a document says is not, letter for letter, what the national base holds. */
export type Ecart =
  'aucun' | 'trait-union-prenom' | 'trait-union-nom' | 'prenom-inconnu' | 'sans-trait-union' | 'nom-utilise'

/** What an agent reads on a document and types. */
export interface Papiers {
  readonly nomNaissance: string
  /** Name used by a married woman, typed for her birth name when `ecart` is `nom-utilise`. */
  readonly nomUtilise: string | null
  /** Given names as documents print them: separated by commas. */
  readonly prenoms: string
  readonly sexe: 'F' | 'M'
  /** As typed: `jj/mm/aaaa`, `mm/aaaa` or `aaaa`. */
  readonly dateNaissance: string
  readonly lieuNaissance: string
  readonly ecart: Ecart
}

/**
 * Draws the document of one person. Shares are of the order of what was observed: 98.2 % of men, whose used name is their birth name,
 * are found at the first call; the rest are given names and hyphens that the base and the documents write differently, and namesakes.
 * Source: insi §4.2, field study of 3 577 calls; RNIV, frequent causes of differences.
 */
export function tirerPapiers(fiche: Fiche, rang: number): Papiers {
  const tirage = createTirage(rang * 7_919 + 1)
  const { nom, sexe, date, lieu } = fiche
  const prenoms = fiche.prenoms.split(' ')
  const mariee = sexe === 'F' && date < '2001' && tirage.chance(0.6)
  const justes = {
    nomNaissance: nom,
    nomUtilise: mariee ? 'MONTEBRASSAC' : null,
    prenoms: prenoms.join(', '),
    sexe,
    dateNaissance: date
      .split('-')
      .filter((partie) => partie !== '00')
      .toReversed()
      .join('/'),
    lieuNaissance: lieu,
    ecart: 'aucun',
  } as const
  return { ...justes, ...tirerEcart(fiche, prenoms, tirage) }
}

/** The same document, from which the used name is copied into the wrong field; null without a used name. */
export const confondreNoms = (papiers: Papiers): Papiers | null =>
  papiers.nomUtilise === null ? null : { ...papiers, ecart: 'nom-utilise' }

function tirerEcart(
  { nom }: Fiche,
  prenoms: readonly string[],
  tirage: Tirage,
): Partial<Pick<Papiers, 'nomNaissance' | 'prenoms' | 'ecart'>> {
  const [premier = '', ...suite] = prenoms
  const liste = (...noms: readonly string[]): string => noms.join(', ')
  if (tirage.chance(0.006)) return { prenoms: liste(inconnuDe(prenoms), ...prenoms), ecart: 'prenom-inconnu' }
  if (premier.includes('-') && tirage.chance(0.03))
    return { prenoms: liste(premier.replaceAll('-', ' '), ...suite), ecart: 'sans-trait-union' }
  // The base lost the hyphen of these: what it holds as two given names is one on the document.
  const [second, ...autres] = suite
  if (second !== undefined && COMPOSES.has(`${premier}-${second}`) && tirage.chance(0.5))
    return { prenoms: liste(`${premier}-${second}`, ...autres), ecart: 'trait-union-prenom' }
  if (/ (?!$)/.test(nom) && !/^(?:DE|LE) /.test(nom) && tirage.chance(0.1))
    return { nomNaissance: nom.replace(' ', '-'), ecart: 'trait-union-nom' }
  return {}
}

const COMPOSES = new Set(
  'JEAN-PIERRE JEAN-PAUL JEAN-LOUIS JEAN-MARIE PIERRE-LOUIS MARIE-JEANNE MARIE-MADELEINE ANNE-MARIE JEAN-JACQUES PIERRE-HENRI MARIE-ANNE'.split(
    ' ',
  ),
)

/** A given name that documents carry and the base does not. */
const inconnuDe = (prenoms: readonly string[]): string =>
  ['CALIXTE', 'PRUDENCE'].find((prenom) => !prenoms.includes(prenom)) ?? 'CALIXTE'
