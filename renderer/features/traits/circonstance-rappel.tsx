import { CIRCONSTANCES } from '#domain/admission/circonstance.ts'
import { typographier } from '#domain/refus/typographie.ts'
import { useDeskState } from '../../store/use-desk.ts'
import { Shape } from '../../ui/shape.tsx'
import { MereField } from './mere-field.tsx'

/** What the circumstance changes, while it is not the ordinary one. */
export function CirconstanceRappel({ admission }: { readonly admission: string }) {
  const circonstance = useDeskState((state) => state.admission?.population.circonstance ?? 'ordinaire')
  if (circonstance === 'ordinaire') return null
  return (
    <>
      <p className="note circonstance-rappel">
        <Shape name="attention" />
        <span>
          <strong>{CIRCONSTANCES[circonstance].libelle}.</strong>{' '}
          {typographier(CIRCONSTANCES[circonstance].consigne)}
        </span>
      </p>
      {circonstance === 'nouveau-ne' && <MereField key={admission} />}
    </>
  )
}
