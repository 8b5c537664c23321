import { ecrireJour } from '#domain/identite/date-naissance.ts'
import { prouveIdentite, typePiece, type PieceVue } from '#domain/identite/piece.ts'
import { phraseDe } from '#domain/refus/refus.ts'
import { useDesk, useDeskState } from '../../store/use-desk.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { Shape } from '../../ui/shape.tsx'
import { interditDePiece } from '../../workflow/interdit-de-piece.ts'
import { CopyRow } from './copy-row.tsx'
import { PieceList } from './piece-list.tsx'

interface PiecePanelProps {
  readonly onPiece: () => unknown
  readonly onJoindre: () => unknown
  readonly onVoir: () => unknown
}

/** The document seen in person: a list with nothing preselected, folded once it served. Source: EXI SI 23, EXI PP 09. */
export function PiecePanel({ onPiece, onJoindre, onVoir }: PiecePanelProps) {
  const { acts } = useDesk()
  const piece = useDeskState((state) => state.admission?.piece ?? null)
  const decision = useDeskState((state) => state.admission?.insi.etat === 'trouvee')
  const depliee = useDeskState((state) => state.pieceDepliee)
  // The reasons of a difference need the room.
  const motif = useDeskState((state) => state.motifDemande)
  const refus = useDeskState((state) => state.refus.piece)
  const perimee = useDeskState((state) => state.admission?.population.piecePerimee ?? false)
  const aRevoir = useDeskState((state) => state.admission?.verification.piece ?? null)
  const interdite = useDeskState((state) => interditDePiece(state.admission))
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
      {interdite ? <p className="note">{phraseDe({ code: interdite })}</p> : ouverte && <PieceList />}
      {piece && !depliee && !motif && <CopyRow onJoindre={onJoindre} onVoir={onVoir} />}
      <NotePiece piece={piece} />
      {aRevoir && (
        <p className="note note-signe">
          <Shape name="attention" />
          <span>{phraseDe({ code: aRevoir })}</span>
        </p>
      )}
      {perimee && (
        <p className="note">
          Pièce périmée&nbsp;: acceptée par l’établissement, à renouveler par le patient.
        </p>
      )}
      <Refusal code={refus} />
    </Panel>
  )
}

/** Why the document recorded proves nothing yet. */
function NotePiece({ piece }: { readonly piece: PieceVue | null }) {
  const attente = useDeskState((state) => state.admission?.attente ?? null)
  if (piece === null || prouveIdentite(piece)) return null
  if (!piece.aValider) return <p className="note">{phraseDe({ code: 'piece/confiance-insuffisante' })}</p>
  return (
    <p className="note">
      {attente
        ? phraseDe({ code: attente.refus })
        : 'Pièce présentée à l’accueil\u00a0: contrôlez-la, puis enregistrez-la pour valider l’identité.'}
    </p>
  )
}

function PieceVueEnPersonne({ piece }: { readonly piece: PieceVue | null }) {
  if (piece === null) return <p className="etat-piece">Aucune pièce contrôlée</p>
  const prouve = prouveIdentite(piece)
  const fin = piece.expiration ? `, valable jusqu’au ${ecrireJour(piece.expiration)}` : ''
  return (
    <p className={prouve ? 'etat-piece vue' : 'etat-piece faible'}>
      <Shape name={prouve ? 'pret' : 'attention'} />
      <span>
        {typePiece(piece.type)?.libelle ?? piece.type}, {prouve ? 'contrôle du' : 'le'}{' '}
        {ecrireJour(piece.date)}
        {fin}
        {prouve ? '' : piece.aValider ? '\u00a0: à\u00a0valider' : '\u00a0: ne valide pas'}
      </span>
    </p>
  )
}
