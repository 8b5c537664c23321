import { alerteLieu } from '#domain/lieux/alerte-lieu.ts'
import { useDeskState } from '../../store/use-desk.ts'
import { usePlaceName } from '../../store/use-place-name.ts'
import { Shape } from '../../ui/shape.tsx'

/** What is odd in the birth place that was entered, across the whole row; nothing while it is being typed. */
export function PlaceWarning() {
  const code = useDeskState(({ admission, traitEnFrappe }) =>
    traitEnFrappe === 'lieuNaissance' ? '' : (admission?.saisie.lieuNaissance?.valeur ?? ''),
  )
  const nomme = usePlaceName(code)
  const alerte = nomme && alerteLieu(nomme)
  if (!alerte) return null
  return (
    <p className="refus refus-trait alerte-lieu">
      <Shape name="attention" />
      <span>{alerte}</span>
    </p>
  )
}
