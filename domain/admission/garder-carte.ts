import { TRAITS } from '../identite/traits.ts'
import { refuser, type CodeRefus } from '../refus/refus.ts'
import { echec } from '../result.ts'
import type { Admission, Saisie } from './admission.ts'
import { journaliser, passer, type Issue } from './transition.ts'

/** The reading of a Carte Vitale that traits of the form still come from, null when none does. */
export const carteAttendue = ({ carteLue, saisie }: Pick<Admission, 'carteLue' | 'saisie'>): string | null =>
  TRAITS.some((trait) => saisie[trait]?.provenance === 'CV') ? carteLue : null

/**
 * Why INSi may not be asked with this card in the reader: another one, or none, means that the person at the desk may have changed
 * since the form was filled. Source: CNDA, INSi tests 1.02 and 1.03; sesam-vitale, the card is read again at the call.
 */
export function refusDeCarte(admission: Admission, vue: string | null): CodeRefus | null {
  const attendue = carteAttendue(admission)
  if (attendue === null || attendue === vue) return null
  return vue === null ? 'insi/carte-vitale-absente' : 'insi/carte-vitale-changee'
}

/**
 * The agent answers for the traits himself, the card having been taken back: they are from now on what he typed. Their values stand,
 * and with them what was checked against them.
 */
export function oublierCarte(admission: Admission): Issue {
  if (carteAttendue(admission) === null) return echec(refuser('admission/etape'))
  const { saisie } = admission
  const repris = TRAITS.flatMap((trait) => {
    const champ = saisie[trait]
    return champ?.provenance === 'CV' ? [[trait, { ...champ, provenance: 'SM' as const }] as const] : []
  })
  const attestee: Saisie = { ...saisie, ...Object.fromEntries(repris) }
  return passer({ ...admission, carteLue: null, saisie: attestee }, journaliser({ acte: 'carte-oubliee' }))
}
