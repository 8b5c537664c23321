import { phraseRaison } from '#domain/lieux/raison-lieu.ts'
import type { Places } from './use-places.ts'

/** Identifier of one line of the list, for the field that points at it. */
export const optionId = (liste: string, rang: number): string => `${liste}-${rang}`

interface PlaceListProps {
  readonly id: string
  readonly places: Places
  readonly onChoose: (code: string) => void
}

/** The places proposed under the field; the focus stays in the field, which says which one is active. */
export function PlaceList({ id, places, onChoose }: PlaceListProps) {
  return (
    <div id={id} className="lieux" role="listbox" aria-label="Lieux de naissance" hidden={!places.ouverte}>
      {places.propositions.map(({ code, nom, raison }, rang) => (
        <div
          key={code}
          id={optionId(id, rang)}
          className="lieu-propose"
          role="option"
          aria-selected={rang === places.actif}
          onPointerDown={(event) => {
            event.preventDefault()
            onChoose(code)
          }}
        >
          <span className="lieu-code">{code}</span>
          <span className="lieu-nom">{nom}</span>
          {raison && <span className="lieu-raison">{phraseRaison(raison)}</span>}
        </div>
      ))}
    </div>
  )
}
