import type { ReactNode } from 'react'
import { ListBoxItem } from 'react-aria-components'
import type { Attente, Preparee } from '#contracts/travail.ts'
import { ecrireJour } from '#domain/identite/date-naissance.ts'
import { LIBELLES_STATUT } from '../../ui/libelles-statut.ts'
import { Shape } from '../../ui/shape.tsx'

interface LigneListeProps {
  readonly ligne: Attente | Preparee
  readonly mention: string
  readonly children: ReactNode
}

/** An admission of a work list: who, how far the identity is, why it is there. */
export const LigneListe = ({ ligne, mention, children }: LigneListeProps) => (
  <ListBoxItem id={ligne.admission} textValue={nomDe(ligne)} className="option option-patient">
    <span className="patient-statut" data-statut={ligne.statut}>
      <Shape name={ligne.statut} />
      {LIBELLES_STATUT[ligne.statut].replace('Identité ', '')}
    </span>
    <span className="option-nom">
      {nomDe(ligne)} <strong className="mention">{mention}</strong>
    </span>
    <span className="option-detail">{children}</span>
    {ligne.tenuePar !== null && (
      <strong className="option-detail tenue">
        <Shape name="verrou" /> ouverte par {ligne.tenuePar}
      </strong>
    )}
  </ListBoxItem>
)

const nomDe = ({ nomNaissance, prenomsNaissance }: Attente | Preparee): string =>
  [nomNaissance, prenomsNaissance].filter((part) => part !== null).join(' ') || 'Sans nom'

/** The parts of a line that are known, in one text. */
export const enLigne = (...parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== '').join(' · ')

export const naissanceDe = ({ dateNaissance }: Attente | Preparee): string | null =>
  dateNaissance && ecrireJour(dateNaissance)
