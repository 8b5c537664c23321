import { refuser } from '../refus/refus.ts'
import { echec } from '../result.ts'
import type { Admission } from './admission.ts'
import { journaliser, passer, type Issue } from './transition.ts'
import type { ChampVenue, ChoixVenue } from './venue.ts'

/** Says what this visit is, among what the establishment configured. Refusal `venue/valeur`. */
export function changerVenue(
  admission: Admission,
  champ: ChampVenue,
  code: string,
  choix: ChoixVenue,
): Issue {
  if (!choix[champ].some((valeur) => valeur.code === code)) return echec(refuser('venue/valeur'))
  if (admission.venue[champ] === code) return passer(admission)
  return passer(
    { ...admission, venue: { ...admission.venue, [champ]: code } },
    journaliser({ acte: 'venue-modifiee', champ, code }),
  )
}
