import type { EtatPoste } from '#contracts/poste.ts'
import { useDesk, useDeskState } from '../../store/use-desk.ts'
import { Shape } from '../../ui/shape.tsx'

const COMPOSANTS: Readonly<Record<EtatPoste['composants'][number]['nom'], string>> = {
  cartes: 'Cartes',
  insi: 'INSi',
  imprimante: 'Imprimante',
  coffre: 'Coffre',
  journal: 'Journal',
}

/** The desk itself: environment mark, signed-in agent, parts of the workstation that are not ready. */
export function DeskStrip() {
  const { acts } = useDesk()
  const poste = useDeskState((state) => state.poste)
  const agent = useDeskState((state) => state.agent)
  return (
    <div className="poste">
      <p className="poste-ligne">
        {poste && poste.environnement !== 'production' && (
          <strong className="simulation">{poste.environnement.toUpperCase()}</strong>
        )}
        <span>{agent?.nom}</span>
        <button type="button" className="lien" onClick={() => void acts.fermerSession()}>
          Quitter <kbd>Maj+F12</kbd>
        </button>
      </p>
      {poste && <Sante composants={poste.composants} />}
    </div>
  )
}

function Sante({ composants }: Pick<EtatPoste, 'composants'>) {
  const arretes = composants.filter((composant) => composant.refus !== null)
  if (arretes.length === 0)
    return (
      <p className="poste-ligne sante">
        <Shape name="pret" />
        Poste prêt
      </p>
    )
  return (
    <p className="poste-ligne sante degradee">
      <Shape name="attention" />
      <span className="hors-vue">Indisponible : </span>
      {arretes.map((composant) => COMPOSANTS[composant.nom]).join(', ')}
    </p>
  )
}
