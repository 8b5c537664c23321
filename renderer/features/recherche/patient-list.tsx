import { ListBox, ListBoxItem } from 'react-aria-components'
import type { PatientMontre } from '#domain/doublons/vue-antecedents.ts'
import { ecrireJour } from '#domain/identite/date-naissance.ts'
import { localDay } from '../../store/today.ts'
import { useDesk } from '../../store/use-desk.ts'
import { LIBELLES_STATUT } from '../../ui/libelles-statut.ts'
import { Shape } from '../../ui/shape.tsx'

interface PatientListProps {
  readonly libelle: string
  readonly patients: readonly LignePatient[]
}

/** A known patient, and what an advisory says of him. */
export interface LignePatient {
  readonly patient: PatientMontre
  readonly mention?: string
  readonly detail?: string
}

/** Known patients; arrows and Entrée take one for the admission. */
export function PatientList({ libelle, patients }: PatientListProps) {
  const { acts } = useDesk()
  return (
    <ListBox
      aria-label={libelle}
      className="liste liste-patients"
      onAction={(ipp) => void acts.reprendrePatient(String(ipp))}
    >
      {patients.map(({ patient, mention, detail }) => (
        <ListBoxItem
          key={patient.ipp}
          id={patient.ipp}
          textValue={nomDe(patient)}
          className="option option-patient"
        >
          <span className="patient-statut" data-statut={patient.statut}>
            <Shape name={patient.statut} />
            {LIBELLES_STATUT[patient.statut].replace('Identité ', '')}
          </span>
          <span className="option-nom">
            {mention !== undefined && <strong className="mention">{mention}&nbsp;: </strong>}
            {nomDe(patient)}
          </span>
          <span className="option-detail">{detailsDe(patient)}</span>
          {detail !== undefined && <span className="option-detail">{detail}</span>}
        </ListBoxItem>
      ))}
    </ListBox>
  )
}

const nomDe = ({ traits }: PatientMontre): string =>
  [traits.nomNaissance, traits.prenomsNaissance, traits.nomUtilise && `(utilisé ${traits.nomUtilise})`]
    .filter((part) => part !== null && part !== '')
    .join(' ')

const detailsDe = ({ traits, ipp, derniereVenue, attributs }: PatientMontre): string =>
  [
    traits.dateNaissance === null ? 'date inconnue' : ecrireJour(traits.dateNaissance),
    traits.sexe,
    `IPP\u00a0${ipp}`,
    `venue le ${ecrireJour(localDay(new Date(derniereVenue)))}`,
    ...attributs,
  ]
    .filter((part) => part !== null)
    .join(' · ')
