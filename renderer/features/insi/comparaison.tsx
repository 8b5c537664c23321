import type { Ecart } from '#domain/ecarts/ecart.ts'
import { ecrireJour } from '#domain/identite/date-naissance.ts'
import { LIBELLES_TRAITS } from '#domain/identite/traits.ts'
import { letterDifferences, type Run } from './letter-differences.ts'
import { Verdict } from './verdict.tsx'

/** The form and INSi side by side, one trait a row, the letters that differ marked. */
export function Comparaison({ ecarts }: { readonly ecarts: readonly Ecart[] }) {
  return (
    <div className="comparaison" tabIndex={-1} data-entree role="region" aria-label="Comparaison avec INSi">
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
          {ecarts.map((ecart) => (
            <Ligne key={ecart.trait} ecart={ecart} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Ligne({ ecart }: { readonly ecart: Ecart }) {
  const lire = ecart.trait === 'dateNaissance' ? ecrireJour : (texte: string): string => texte
  const differences = letterDifferences(lire(ecart.local), lire(ecart.insi))
  return (
    <>
      <tr className={`ligne ligne-${ecart.gravite}`}>
        <th scope="row">{LIBELLES_TRAITS[ecart.trait]}</th>
        <td>
          <Lettres runs={differences.local} />
        </td>
        <td>
          {ecart.insi === '' ? (
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
          <td colSpan={4}>{ecart.raison}</td>
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
