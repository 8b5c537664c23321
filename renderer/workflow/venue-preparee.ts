import type { VueAdmission } from '#domain/admission/vue.ts'
import type { DescriptionEtape } from './etapes.ts'
import type { Etape } from './etape.ts'

/** What is left to do before the patient comes: typing his traits, and one call for him. */
const AVANT_LA_VENUE: ReadonlySet<Etape> = new Set([
  'beneficiaire-a-choisir',
  'traits-vides',
  'traits-incomplets',
  'traits-refuses',
  'insi-a-appeler',
  'insi-en-cours',
  'insi-concordante',
  'insi-ecart-mineur',
  'insi-ecart-majeur',
])

const PREPAREE: Omit<DescriptionEtape, 'vers'> = {
  phrase: 'Venue préparée\u00a0: la pièce sera contrôlée quand le patient sera là.',
  geste: 'patient-suivant',
  libelle: 'Clore',
}

/** What to do about a visit that is prepared as far as it may be; null when the usual steps hold. Source: ID-15. */
export const venuePreparee = (vue: VueAdmission | null | undefined, etape: Etape): typeof PREPAREE | null =>
  vue?.preparation && (!AVANT_LA_VENUE.has(etape) || vue.actions.accepterInsi === 'preadmission/presence')
    ? PREPAREE
    : null
