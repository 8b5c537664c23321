import { ListBox, ListBoxItem } from 'react-aria-components'
import { CIRCONSTANCES, type Circonstance } from '#domain/admission/circonstance.ts'
import { typographier } from '#domain/refus/typographie.ts'
import { useDesk } from '../../store/use-desk.ts'

/** Who may stand at the desk; chosen by one key, it changes what is required and what is forbidden. Source: RNIV 1 §3.3.3. */
export function CirconstanceList() {
  const { acts } = useDesk()
  return (
    <ListBox
      aria-label="Circonstance de l’admission"
      className="liste liste-circonstances"
      layout="grid"
      onAction={(circonstance) => void acts.choisirCirconstance(circonstance as Circonstance)}
    >
      {Object.entries(CIRCONSTANCES).map(([code, { libelle, consigne }]) => (
        <ListBoxItem key={code} id={code} textValue={libelle} className="option">
          <span className="option-nom">{libelle}</span>
          <span className="option-detail">{typographier(consigne)}</span>
        </ListBoxItem>
      ))}
    </ListBox>
  )
}
