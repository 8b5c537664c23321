import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components'
import type { Personne } from '#domain/administration/personne.ts'
import { DROITS, LIBELLES_DROIT, type Droit } from '#domain/droits/droit.ts'
import { ecrireJour } from '#domain/identite/date-naissance.ts'
import { localDay } from '../../store/today.ts'
import { useDesk, useDeskState } from '../../store/use-desk.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { useKeys } from '../../keyboard/use-keys.ts'

interface TrainingsFormProps {
  readonly personne: Personne
  /** The rights that this establishment opens only after a training. */
  readonly exigees: readonly Droit[]
  readonly change: () => Promise<void>
  readonly fermer: () => void
}

/** The training of a person for each right that asks for one: its day, and who recorded it. Source: OR-05. */
export function TrainingsForm({ personne, exigees, change, fermer }: TrainingsFormProps) {
  const { acts, now } = useDesk()
  const refus = useDeskState((state) => state.refus.administration)
  const [date, setDate] = useState(ecrireJour(localDay(now())))
  const { identifiant, nom, formations } = personne
  const droits = DROITS.filter((droit) => exigees.includes(droit) || formations?.[droit])

  const enregistrer = async (droit: Droit): Promise<void> => {
    const demande = { identifiant, droit, date }
    await acts.administrer((administration) => administration.enregistrerFormation(demande))
    await change()
  }
  const retirer = async (droit: Droit): Promise<void> => {
    await acts.administrer((administration) => administration.retirerFormation({ identifiant, droit }))
    await change()
  }
  useKeys({ Échap: fermer })

  return (
    <Panel titre={`Formations de ${nom}`}>
      <label className="champ champ-date">
        <span className="libelle">Date de la formation</span>
        <input
          value={date}
          onChange={({ target }) => setDate(target.value)}
          inputMode="numeric"
          maxLength={10}
          autoComplete="off"
        />
      </label>
      {formations === null && (
        <p className="note">
          Ce compte date d’avant la tenue des formations et garde tous les droits de son rôle&nbsp;: en
          enregistrer une ferme les autres tant que la leur n’est pas enregistrée.
        </p>
      )}
      <TrainingList personne={personne} droits={droits} enregistrer={enregistrer} retirer={retirer} />
      <p className="apercu-acte">
        Le droit s’ouvre, ou se ferme, dès le prochain acte de {nom}&nbsp;; votre identifiant reste inscrit
        avec la formation.
      </p>
      <Refusal code={refus} />
      <div className="boutons">
        <span className="note">
          <kbd>Entrée</kbd> enregistre la formation à cette date, <kbd>Suppr</kbd> la retire.
        </span>
        <ActionButton touche="Échap" onPress={fermer}>
          Fermer
        </ActionButton>
      </div>
    </Panel>
  )
}

interface TrainingListProps {
  readonly personne: Personne
  readonly droits: readonly Droit[]
  readonly enregistrer: (droit: Droit) => Promise<void>
  readonly retirer: (droit: Droit) => Promise<void>
}

function TrainingList({ personne, droits, enregistrer, retirer }: TrainingListProps) {
  const liste = useRef<HTMLDivElement>(null)
  // Opened by a key: the arrows go on from here, once the list has laid out its options.
  useEffect(() => {
    const tour = requestAnimationFrame(() =>
      liste.current?.querySelector<HTMLElement>('[role=option]')?.focus(),
    )
    return () => cancelAnimationFrame(tour)
  }, [])
  const onKeyDown = ({ key, target }: KeyboardEvent): void => {
    const visee = target instanceof HTMLElement ? target.dataset['key'] : undefined
    const droit = DROITS.find((un) => un === visee)
    if (key === 'Delete' && droit) void retirer(droit)
  }
  return (
    <div role="presentation" ref={liste} onKeyDown={onKeyDown}>
      <ListBox
        aria-label="Droits qui demandent une formation"
        className="liste"
        onAction={(cle) => {
          const droit = DROITS.find((un) => un === cle)
          if (droit) void enregistrer(droit)
        }}
      >
        {droits.map((droit) => (
          <ListBoxItem key={droit} id={droit} textValue={LIBELLES_DROIT[droit]} className="option">
            <span className="option-nom">{LIBELLES_DROIT[droit]}</span>
            <span className="option-detail">{etatDe(personne, droit)}</span>
          </ListBoxItem>
        ))}
      </ListBox>
    </div>
  )
}

function etatDe({ formations }: Personne, droit: Droit): string {
  if (formations === null) return 'ouvert, compte antérieur'
  const tenue = formations[droit]
  if (!tenue) return 'à enregistrer\u00a0: droit fermé'
  return `formé le ${ecrireJour(tenue.date)}${tenue.par === null ? '' : `, enregistré par ${tenue.par}`}`
}
