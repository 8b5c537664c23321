import { aUnChoix } from '#domain/admission/venue.ts'
import { useDeskState } from '../../store/use-desk.ts'
import { ActionButton } from '../../ui/action-button.tsx'

/** Leads to what the visit may be; absent where the establishment leaves no choice. */
export function VenueButton({ onVenue }: { readonly onVenue: () => unknown }) {
  const choix = useDeskState(
    ({ admission }) => admission !== null && admission !== undefined && aUnChoix(admission.venue),
  )
  if (!choix) return null
  return (
    <ActionButton touche="Maj+F5" onPress={onVenue}>
      Venue
    </ActionButton>
  )
}
