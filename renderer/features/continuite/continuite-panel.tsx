import { Fragment } from 'react'
import type { VueContinuite } from '#contracts/continuite.ts'
import { useKeys } from '../../keyboard/use-keys.ts'
import { useDesk, useDeskState } from '../../store/use-desk.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { ecrireHeure, MeteoInsi } from '../../ui/meteo.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import '../../ui/materiel.css'

/** How INSi answers this workstation, the calls put off, and the exercise of IT; nothing here is about a patient. */
export function ContinuitePanel() {
  const { acts } = useDesk()
  const continuite = useDeskState((state) => state.continuite)
  const refus = useDeskState((state) => state.refus.administration)
  const enExercice = continuite !== undefined && continuite.exerciceJusqua !== null
  const basculer = (): unknown => (enExercice ? acts.arreterExercice() : acts.commencerExercice())
  useKeys({ F7: basculer })
  if (!continuite) return null
  return (
    <Panel titre="Continuité" className="panneau-continuite" cote={<MeteoInsi {...continuite} />}>
      <dl className="fiche fiche-materiel">
        {faitsDe(continuite).map(([nom, valeur]) => (
          <Fragment key={nom}>
            <dt>{nom}</dt>
            <dd>{valeur}</dd>
          </Fragment>
        ))}
      </dl>
      <p className="note">
        Exercice&nbsp;: pendant quinze minutes au plus, aucun appel ne part de ce poste, comme si INSi était
        en panne. Tous ses écrans le disent, le journal le garde, et les appels différés partent ensuite.
      </p>
      <div className="boutons">
        <ActionButton touche="F7" onPress={basculer}>
          {enExercice ? 'Arrêter l’exercice de panne' : 'Commencer l’exercice de panne'}
        </ActionButton>
      </div>
      <Refusal code={refus} />
    </Panel>
  )
}

type Fait = readonly [nom: string, valeur: string]

function faitsDe({ meteo, essaiA, exerciceJusqua, differes }: VueContinuite): readonly Fait[] {
  const { appels, reponses, latenceMs } = meteo
  const faits: readonly (Fait | null)[] = [
    [
      'Derniers appels',
      appels === 0 ? 'aucun depuis une heure' : `${reponses} sur ${appels} ont reçu une réponse`,
    ],
    latenceMs === null ? null : ['Temps médian', enSecondes(latenceMs)],
    essaiA === null ? null : ['Appels retenus', `prochain essai à ${ecrireHeure(essaiA)}`],
    exerciceJusqua === null ? null : ['Exercice en cours', `jusqu’à ${ecrireHeure(exerciceJusqua)} au plus`],
    differes && [
      'Appels différés',
      `${differes.enAttente} en attente, ${differes.aRevoir} à revoir par une personne`,
    ],
  ]
  return faits.filter((fait) => fait !== null)
}

const enSecondes = (ms: number): string =>
  `${(ms / 1000).toLocaleString('fr-FR', { maximumFractionDigits: 1 })}\u00a0s`
