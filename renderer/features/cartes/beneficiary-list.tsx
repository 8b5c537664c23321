import { ListBox, ListBoxItem } from 'react-aria-components'
import type { VueCartes } from '#contracts/cartes.ts'
import { ecrireJour } from '#domain/identite/date-naissance.ts'
import { useDesk } from '../../store/use-desk.ts'

type Beneficiaires = Extract<VueCartes['lecture'], { etat: 'lue' }>['beneficiaires']

/** The persons of the card, in the order of the card; arrows and Entrée choose one. */
export function BeneficiaryList({ beneficiaires }: { readonly beneficiaires: Beneficiaires }) {
  const { acts } = useDesk()
  return (
    <ListBox
      aria-label="Bénéficiaires de la carte"
      className="liste liste-beneficiaires"
      layout="grid"
      onAction={(index) => void acts.choisirBeneficiaire(Number(index))}
    >
      {beneficiaires.map((personne, index) => (
        <ListBoxItem
          key={personne.rang}
          id={index}
          textValue={`${personne.nomNaissance} ${personne.prenoms}`}
          className="option"
        >
          <span className="option-nom">
            {personne.nomNaissance} {personne.prenoms}
          </span>
          <span className="option-detail">
            {ecrireJour(personne.dateNaissance)}
            {personne.nomUsuel && ` · ${personne.nomUsuel}`}
          </span>
        </ListBoxItem>
      ))}
    </ListBox>
  )
}
