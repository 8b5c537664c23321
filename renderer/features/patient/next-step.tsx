import { LIBELLES_TRAITS, TRAITS_STRICTS } from '#domain/identite/traits.ts'
import type { DeskState } from '../../store/desk-state.ts'
import { useDeskState } from '../../store/use-desk.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { etapeDe, type Etape } from '../../workflow/etape.ts'
import { ETAPES } from '../../workflow/etapes.ts'
import { toucheDe, type Geste } from '../../workflow/geste.ts'
import { venuePreparee } from '../../workflow/venue-preparee.ts'

interface NextStepProps {
  readonly onGeste: (geste: Geste) => unknown
}

/** « Que faire maintenant ? » : the one act recommended now, and its key. */
export function NextStep({ onGeste }: NextStepProps) {
  const etape = useDeskState(etapeCourante)
  const enFrappe = useDeskState((state) => state.traitEnFrappe !== null)
  const manquants = useDeskState(traitsManquants)
  const refus = useDeskState((state) => state.refus.patient)
  const preparee = useDeskState(({ admission }) => venuePreparee(admission, etape))
  const reprise = useDeskState((state) => state.reprise !== null)
  const { phrase, geste, libelle } = preparee ?? ETAPES[etape]
  const quitter = reprise ? 'Clore, retour à la liste' : 'Patient suivant'
  const touche = toucheDe(geste)
  return (
    <section
      className="suite"
      tabIndex={-1}
      aria-label="Que faire maintenant&nbsp;?"
      data-etape={preparee ? 'venue-preparee' : etape}
      data-geste={geste}
    >
      <p className="suite-phrase">
        <span className="suite-question">Que faire maintenant&nbsp;?</span>{' '}
        <strong>
          {etape === 'traits-incomplets' || (enFrappe && etape === 'traits-refuses') ? manquants : phrase}
        </strong>
      </p>
      {etape !== 'insi-en-cours' && (
        <ActionButton principal {...(touche ? { touche } : {})} onPress={() => onGeste(geste)}>
          {geste === 'patient-suivant' && reprise ? quitter : libelle}
        </ActionButton>
      )}
      {geste !== 'patient-suivant' && (
        <ActionButton touche="F12" onPress={() => onGeste('patient-suivant')}>
          {quitter}
        </ActionButton>
      )}
      <Refusal code={refus} />
    </section>
  )
}

function etapeCourante({ admission, impressions, cartes }: DeskState): Etape {
  return etapeDe(admission ?? null, {
    carteLue: cartes?.lecture.etat === 'lue' && cartes.lecture.beneficiaires.length > 0,
    planche: impressions.planche?.perime === false,
    fiche: impressions.fiche?.perime === false,
  })
}

/** Names what is missing, as long as it holds in one line. */
function traitsManquants({ admission }: DeskState): string {
  const manquants = TRAITS_STRICTS.filter((trait) => !admission?.saisie[trait])
  if (manquants.length === 0) return 'Poursuivez la saisie.'
  if (manquants.length > 3) return `Complétez les traits\u00a0: encore ${manquants.length}.`
  return `Complétez\u00a0: ${manquants.map((trait) => LIBELLES_TRAITS[trait].toLowerCase()).join(', ')}.`
}
