import type { Fiche } from '#simulators/insi/foule/foule.ts'
import type { Bilan } from './admettre.ts'
import type { Ecart, Papiers } from './papiers.ts'

/** One person admitted: who she is, what was typed, how the lookup went. */
export interface Admise {
  readonly fiche: Fiche
  readonly papiers: Papiers
  readonly bilan: Bilan
}

/** What the admissions of a population show. */
export interface Compte {
  /** Admitted under the birth names their documents carry. */
  readonly admises: number
  readonly trouveesDEmblee: number
  /** Admitted under a used name typed for the birth name. */
  readonly confondues: number
  /** First answered 01 though the document suffices to find them. */
  readonly recuperables: number
  readonly recupereesEnTrois: number
  /** Found as somebody else whom no major difference forbids to attach. */
  readonly autresAssociables: number
  readonly parEcart: ReadonlyMap<Ecart, { readonly zeroUn: number; readonly recuperees: number }>
  /** First answered 02, and how many of them the ladder then found. */
  readonly plusieurs: number
  readonly plusieursTrouvees: number
}

const PROPOSITIONS = 3

export function dresser(admissions: readonly Admise[]): Compte {
  const combien = (est: (admise: Admise) => boolean): number => admissions.filter(est).length
  const recuperables = admissions.filter(({ bilan }) => bilan.premier === '01')
  const ecarts = [...new Set(recuperables.map(({ papiers }) => papiers.ecart))]
  return {
    admises: combien((admise) => !estConfondue(admise)),
    trouveesDEmblee: combien(
      (admise) => !estConfondue(admise) && admise.bilan.premier === '00' && estElle(admise),
    ),
    confondues: combien(estConfondue),
    recuperables: recuperables.length,
    recupereesEnTrois: recuperables.filter(enTrois).length,
    autresAssociables: combien(
      (admise) => admise.bilan.numero !== null && !estElle(admise) && !admise.bilan.refusee,
    ),
    parEcart: new Map(
      ecarts.map((ecart) => {
        const tels = recuperables.filter(({ papiers }) => papiers.ecart === ecart)
        return [ecart, { zeroUn: tels.length, recuperees: tels.filter(enTrois).length }]
      }),
    ),
    plusieurs: combien(({ bilan }) => bilan.premier === '02'),
    plusieursTrouvees: combien((admise) => admise.bilan.premier === '02' && estElle(admise)),
  }
}

const estConfondue = ({ papiers }: Admise): boolean => papiers.ecart === 'nom-utilise'

const estElle = ({ fiche, bilan }: Admise): boolean => bilan.numero === fiche.numero

const enTrois = (admise: Admise): boolean => estElle(admise) && admise.bilan.propositions <= PROPOSITIONS

/** The figures, one a line, in French. */
export function raconter(compte: Compte): string {
  const part = (n: number, sur: number): string => `${n} sur ${sur}, ${((100 * n) / sur).toFixed(2)} %`
  return [
    `trouvées au premier appel, noms de naissance justes : ${part(compte.trouveesDEmblee, compte.admises)}`,
    `01 récupérables trouvées en ${PROPOSITIONS} propositions : ${part(compte.recupereesEnTrois, compte.recuperables)}`,
    ...[...compte.parEcart].map(
      ([ecart, { zeroUn, recuperees }]) => `  ${ecart} : ${part(recuperees, zeroUn)}`,
    ),
    `02 au premier appel, trouvées ensuite : ${part(compte.plusieursTrouvees, compte.plusieurs)}`,
    `trouvées à la place d’une autre sans écart majeur : ${compte.autresAssociables}`,
  ].join('\n')
}
