import fc from 'fast-check'

/** The long form is played by `sh bin/campagne fuzz`, the short one among the tests. */
const LONGUE = process.env['GUICHET_FUZZ'] === '1'
const PASSAGES_LONGUE = 20_000
const PASSAGES_COURTE = 500

let proprietes = 0

/** Runs the long form makes of the properties played so far. */
export const passagesDeCampagne = (): number => proprietes * PASSAGES_LONGUE

/** Plays a property on many inputs; throws the smallest one for which the property throws. */
export function eprouver<T>(entree: fc.Arbitrary<T>, propriete: (entree: T) => unknown): void {
  proprietes += 1
  const sansReponse = (valeur: T): void => void propriete(valeur)
  fc.assert(fc.property(entree, sansReponse), { numRuns: LONGUE ? PASSAGES_LONGUE : PASSAGES_COURTE })
}
