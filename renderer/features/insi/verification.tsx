import type { VueAdmission } from '#domain/admission/vue.ts'
import { typographier } from '#domain/refus/typographie.ts'
import { useDesk } from '../../store/use-desk.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { Shape } from '../../ui/shape.tsx'

/** The key that asks INSi again about an accepted INS, once it is due; otherwise the one that makes it due. */
export function BoutonVerification({
  vue,
  onInsi,
}: {
  readonly vue: VueAdmission
  readonly onInsi: () => unknown
}) {
  const { acts } = useDesk()
  const { verification, actions } = vue
  if (verification.due !== null)
    return (
      <ActionButton touche="F4" onPress={onInsi} disabled={actions.verifierInsi !== null}>
        {verification.relance ?? 'Vérifier'}
      </ActionButton>
    )
  return actions.declarerEtatCivil === null ? (
    <ActionButton touche="Ctrl+F5" onPress={acts.declarerEtatCivil}>
      État civil changé
    </ActionButton>
  ) : null
}

/** What is to be known of the verification, and what stops the key. */
export function NoteVerification({ vue }: { readonly vue: VueAdmission }) {
  const { verification, actions } = vue
  const empeche = verification.due !== null && verification.etat !== 'en-cours' ? actions.verifierInsi : null
  if (verification.phrase === null) return null
  return (
    <>
      <p className={verification.etat === 'conforme' ? 'note' : 'note note-signe'}>
        {verification.etat !== 'conforme' && <Shape name="attention" />}
        <span>{typographier(verification.phrase)}</span>
      </p>
      <Refusal code={verification.refus ?? empeche} />
    </>
  )
}
