import type { VueAdmission } from '#domain/admission/vue.ts'
import { useDesk } from '../../store/use-desk.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { ecrireHeure } from '../../ui/meteo.tsx'

/** The key that puts off a call left without an answer, or gives it up. */
export function BoutonDifferer({ vue }: { readonly vue: VueAdmission }) {
  const { acts } = useDesk()
  const { differerInsi, annulerDiffere } = vue.actions
  if (annulerDiffere === null)
    return (
      <ActionButton touche="Maj+F8" onPress={acts.annulerDiffere}>
        Ne plus différer
      </ActionButton>
    )
  return differerInsi === null ? (
    <ActionButton touche="Maj+F8" onPress={acts.differerInsi}>
      Différer l’appel
    </ActionButton>
  ) : null
}

/** What becomes of a call put off; nothing while there is none. */
export function NoteDiffere({ vue: { differe } }: { readonly vue: VueAdmission }) {
  if (differe === null) return null
  const depuis = `différé à ${ecrireHeure(differe.le)} par ${differe.par}`
  return (
    <p className="note">
      {differe.etat === 'a-revoir'
        ? `Suite de l’appel ${depuis}\u00a0: à vous de décider.`
        : `Appel ${depuis}\u00a0: il partira une fois, quand INSi répondra, et sa réponse attendra votre décision.`}
    </p>
  )
}
