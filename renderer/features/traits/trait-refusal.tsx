import { LIBELLES_TRAITS, type Trait } from '#domain/identite/traits.ts'
import { phraseDe, type CodeRefus } from '#domain/refus/refus.ts'
import { useDeskState } from '../../store/use-desk.ts'
import { Shape } from '../../ui/shape.tsx'

export const refusalId = (trait: Trait): string => `refus-${trait}`

/** The rule this trait breaks, as the workstation judges it; none while the trait is being typed. */
export const useTraitRefusal = (trait: Trait): CodeRefus | null =>
  useDeskState(({ admission, traitEnFrappe }) =>
    traitEnFrappe === trait ? null : (admission?.refus.find(({ champ }) => champ === trait)?.code ?? null),
  )

interface TraitRefusalProps {
  readonly trait: Trait
  /** The row holds several fields: the sentence says which one. */
  readonly nomme: boolean
}

/** The sentence of a refused trait, across the whole row. */
export function TraitRefusal({ trait, nomme }: TraitRefusalProps) {
  const refus = useTraitRefusal(trait)
  if (refus === null) return null
  return (
    <p className="refus refus-trait" id={refusalId(trait)} data-trait={trait}>
      <Shape name="attention" />
      <span>
        {nomme && <strong>{LIBELLES_TRAITS[trait]}. </strong>}
        {phraseDe({ code: refus })}
      </span>
    </p>
  )
}
