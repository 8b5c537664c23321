import { ListBox, ListBoxItem } from 'react-aria-components'
import { ecrireJour } from '#domain/identite/date-naissance.ts'
import { TYPES_PIECE, prouveIdentite, typePiece, type PieceVue } from '#domain/identite/piece.ts'
import { phraseDe } from '#domain/refus/refus.ts'
import { useDesk, useDeskState } from '../../store/use-desk.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { Shape } from '../../ui/shape.tsx'

interface PiecePanelProps {
  readonly onPiece: () => unknown
}

/** The document seen in person: a list with nothing preselected, folded once it served. Source: EXI SI 23, EXI PP 09. */
export function PiecePanel({ onPiece }: PiecePanelProps) {
  const { acts } = useDesk()
  const piece = useDeskState((state) => state.admission?.piece ?? null)
  const decision = useDeskState((state) => state.admission?.insi.etat === 'trouvee')
  const depliee = useDeskState((state) => state.pieceDepliee)
  const refus = useDeskState((state) => state.refus.piece)
  const ouverte = depliee || (piece === null && !decision)
  return (
    <Panel
      titre="Pièce d’identité"
      zone="piece"
      className="panneau-piece"
      cote={
        <>
          <PieceVueEnPersonne piece={piece} />
          {piece && depliee ? (
            <ActionButton touche="Maj+F7" onPress={acts.retirerPiece}>
              Retirer
            </ActionButton>
          ) : (
            <ActionButton touche="F7" onPress={onPiece}>
              {piece ? 'Changer' : 'Choisir'}
            </ActionButton>
          )}
        </>
      }
    >
      {ouverte && <ListePieces />}
      {piece && !prouveIdentite(piece) && (
        <p className="note">{phraseDe({ code: 'piece/confiance-insuffisante' })}</p>
      )}
      <Refusal code={refus} />
    </Panel>
  )
}

function PieceVueEnPersonne({ piece }: { readonly piece: PieceVue | null }) {
  if (piece === null) return <p className="etat-piece">Aucune pièce contrôlée</p>
  const type = typePiece(piece.type)
  return (
    <p className={type?.hauteConfiance ? 'etat-piece vue' : 'etat-piece faible'}>
      <Shape name={type?.hauteConfiance ? 'pret' : 'attention'} />
      <span>
        {type?.libelle ?? piece.type}, vue le {ecrireJour(piece.date)}
        {type?.hauteConfiance ? '' : ' : ne valide pas'}
      </span>
    </p>
  )
}

function ListePieces() {
  const { acts } = useDesk()
  return (
    <ListBox
      aria-label="Type de pièce contrôlée en présence du patient"
      className="liste liste-pieces"
      layout="grid"
      onAction={(type) => void acts.enregistrerPiece(String(type))}
    >
      {TYPES_PIECE.map((type) => (
        <ListBoxItem
          key={type.code}
          id={type.code}
          textValue={type.libelle}
          className={type.hauteConfiance ? 'option' : 'option option-faible'}
        >
          <span className="option-nom">{type.libelle}</span>
          {!type.hauteConfiance && <span className="option-detail">ne valide pas</span>}
        </ListBoxItem>
      ))}
    </ListBox>
  )
}
