import type { Provenance as Origine } from '#domain/admission/admission.ts'

/** Every origin. What INSi gives comes from the civil status, never from the card (ID-11). */
const ORIGINES: Readonly<Record<Origine, readonly [court: string, long: string]>> = {
  SM: ['SM', 'Saisi à la main'],
  CV: ['CV', 'Repris de la carte Vitale'],
  INSI: ['INSi', 'Retourné par INSi, d’après l’état civil et non la carte'],
  CB: ['CB', 'Lu dans un DataMatrix INS'],
  AV: ['AV', 'Repris de l’Appli carte Vitale'],
}

interface ProvenanceProps {
  readonly provenance: Origine | null
  /** Named by the field it describes, so that a reader hears it with the label. */
  readonly id?: string
}

/** Where a trait comes from. Source: PAM ZFD-5, FR Core method collection. */
export function Provenance({ provenance, id }: ProvenanceProps) {
  if (provenance === null) return null
  const [court, long] = ORIGINES[provenance]
  return (
    <span className="provenance" data-origine={provenance} title={long} id={id}>
      <span aria-hidden="true">{court}</span>
      <span className="hors-vue">{long}</span>
    </span>
  )
}

/** The origins a badge may show here: no reader gives the Appli carte Vitale to a desk yet. */
const LEGENDE = ['SM', 'CV', 'INSI', 'CB'] as const satisfies readonly Origine[]

/** What each badge of the form means. */
export const LegendeProvenance = () => (
  <dl className="legende">
    {LEGENDE.map((origine) => {
      const [court, long] = ORIGINES[origine]
      return (
        <div key={origine}>
          <dt className="provenance" data-origine={origine}>
            {court}
          </dt>
          <dd>{long}</dd>
        </div>
      )
    })}
  </dl>
)
