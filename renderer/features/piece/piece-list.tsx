import { useId, useState } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components'
import { ecrireJour } from '#domain/identite/date-naissance.ts'
import { useDesk, useDeskState } from '../../store/use-desk.ts'
import { DayInput } from '../../ui/day-input.tsx'

/** The documents this patient may present, nothing preselected, and the last day of the one in hand. Source: EXI SI 23, ZFD-8. */
export function PieceList() {
  const { acts } = useDesk()
  const id = useId()
  const pieces = useDeskState((state) => state.admission?.population.pieces)
  const connue = useDeskState((state) => state.admission?.piece?.expiration ?? '')
  const [expiration, setExpiration] = useState(ecrireJour(connue))
  return (
    <>
      <ListBox
        aria-label="Type de pièce contrôlée en présence du patient"
        className="liste liste-pieces"
        layout="grid"
        onAction={(type) => void acts.enregistrerPiece(String(type), expiration)}
      >
        {(pieces ?? []).map((type) => (
          <ListBoxItem
            key={type.code}
            id={type.code}
            textValue={type.libelle}
            className={type.hauteConfiance ? 'option' : 'option option-faible'}
          >
            <span className="option-nom">{type.libelle}</span>
            {type.numerique && <span className="option-detail">numérique</span>}
            {!type.hauteConfiance && <span className="option-detail">ne valide pas</span>}
          </ListBoxItem>
        ))}
      </ListBox>
      <p className="champ piece-fin">
        <label className="libelle" htmlFor={id}>
          Valable jusqu’au (avant de choisir la pièce, facultatif)
        </label>
        <DayInput id={id} value={expiration} onChange={setExpiration} />
      </p>
    </>
  )
}
