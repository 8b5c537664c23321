import type { Provenance as Origine } from '#domain/admission/admission.ts'

const ORIGINES: Readonly<Record<Origine, readonly [court: string, long: string]>> = {
  SM: ['SM', 'Saisi à la main'],
  CV: ['CV', 'Repris de la carte Vitale'],
  INSI: ['INSi', 'Retourné par INSi'],
  CB: ['CB', 'Lu dans un DataMatrix INS'],
  AV: ['AV', 'Repris de l’Appli carte Vitale'],
}

/** Where a trait comes from. Source: PAM ZFD-5, FR Core method collection. */
export function Provenance({ provenance }: { readonly provenance: Origine | null }) {
  if (provenance === null) return null
  const [court, long] = ORIGINES[provenance]
  return (
    <span className="provenance" data-origine={provenance}>
      <span aria-hidden="true">{court}</span>
      <span className="hors-vue">{long}</span>
    </span>
  )
}
