import { ToggleButton } from 'react-aria-components'
import type { Attribut } from '#domain/identite/attributs.ts'
import { phraseDe } from '#domain/refus/refus.ts'
import { useDesk, useDeskState } from '../../store/use-desk.ts'

const ATTRIBUTS: readonly (readonly [Attribut, string])[] = [
  ['homonyme', 'Homonyme'],
  ['douteux', 'Identité douteuse'],
  ['fictif', 'Identité fictive'],
]

/** The three attributes of an identity; douteux and fictif forbid INSi. Source: EXI SI 09, EXI SI 22. */
export function AttributsBar() {
  const { acts } = useDesk()
  const poses = useDeskState((state) => state.admission?.attributs)
  const interdit = useDeskState((state) => state.admission?.actions.basculerAttribut ?? null)
  return (
    <fieldset className="attributs" title={interdit ? phraseDe({ code: interdit }) : undefined}>
      <legend className="hors-vue">Attributs de l’identité</legend>
      <span className="libelle" aria-hidden="true">
        Attributs
      </span>
      {ATTRIBUTS.map(([attribut, libelle]) => (
        <ToggleButton
          key={attribut}
          className="bascule"
          isDisabled={interdit !== null}
          isSelected={poses?.includes(attribut) ?? false}
          onChange={(actif) => void acts.basculerAttribut(attribut, actif)}
        >
          {libelle}
        </ToggleButton>
      ))}
    </fieldset>
  )
}
