import type { Ecart } from '#domain/ecarts/ecart.ts'
import { ecrireJour } from '#domain/identite/date-naissance.ts'
import { typographier } from '#domain/refus/typographie.ts'
import { letterDifferences, type Run } from './letter-differences.ts'
import { Verdict } from './verdict.tsx'

/** Shorter than the labels of the form: the two values need the room. */
const LIBELLES: Readonly<Record<Ecart['trait'], string>> = {
  nomNaissance: 'Nom de naissance',
  prenomsNaissance: 'Prénoms',
  sexe: 'Sexe',
  dateNaissance: 'Naissance',
  lieuNaissance: 'Lieu (INSEE)',
}

interface ComparaisonProps {
  readonly ecarts: readonly Ecart[]
  /** Equal traits take one line together, to leave room for the reasons. */
  readonly resserree: boolean
}

/** The form and INSi side by side, one trait a row, the letters that differ marked. */
export function Comparaison({ ecarts, resserree }: ComparaisonProps) {
  const visibles = resserree ? ecarts.filter(({ gravite }) => gravite !== 'egal') : ecarts
  const identiques = ecarts.filter((ecart) => !visibles.includes(ecart)).map(({ trait }) => LIBELLES[trait])
  return (
    <section
      className="comparaison"
      aria-label="Comparaison avec INSi"
      tabIndex={-1}
      {...(resserree ? {} : { 'data-entree': '' })}
    >
      <table>
        <caption className="hors-vue">Traits saisis et traits retournés par INSi</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="hors-vue">Trait</span>
            </th>
            <th scope="col">Saisie</th>
            <th scope="col">INSi</th>
            <th scope="col">
              <span className="hors-vue">Écart</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {visibles.map((ecart) => (
            <Ligne key={ecart.trait} ecart={ecart} />
          ))}
        </tbody>
      </table>
      {identiques.length > 0 && <p className="note">Identiques&nbsp;: {identiques.join(', ')}.</p>}
    </section>
  )
}

function Ligne({ ecart }: { readonly ecart: Ecart }) {
  const lire = ecart.trait === 'dateNaissance' ? ecrireJour : (texte: string): string => texte
  const differences = letterDifferences(lire(ecart.premier.valeur), lire(ecart.second.valeur))
  return (
    <>
      <tr className={`ligne ligne-${ecart.gravite}`}>
        <th scope="row">{LIBELLES[ecart.trait]}</th>
        <td>
          <Lettres runs={differences.local} />
        </td>
        <td>
          {ecart.second.valeur === '' ? (
            <span className="attenue">non retourné</span>
          ) : (
            <Lettres runs={differences.insi} />
          )}
        </td>
        <td className="colonne-verdict">
          <Verdict gravite={ecart.gravite} />
        </td>
      </tr>
      {ecart.gravite !== 'egal' && (
        <tr className="raison">
          <td colSpan={4}>
            {typographier(ecart.cause)} <span className="clause">({typographier(ecart.clause)})</span>
          </td>
        </tr>
      )}
    </>
  )
}

function Lettres({ runs }: { readonly runs: readonly Run[] }) {
  return runs.map((run, rang) =>
    // The runs of a text have no identity but their place.
    run.differe ? <mark key={rang}>{run.texte}</mark> : <span key={rang}>{run.texte}</span>,
  )
}
