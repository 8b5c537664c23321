import type { EtatPoste } from '#contracts/poste.ts'
import { roleEnPhrase } from '#domain/droits/role.ts'
import { useDeskState } from '../../store/use-desk.ts'
import { MeteoInsi } from '../../ui/meteo.tsx'
import { Shape } from '../../ui/shape.tsx'
import type { Geste, Touche } from '../../workflow/geste.ts'

const COMPOSANTS: Readonly<Record<EtatPoste['composants'][number]['nom'], string>> = {
  cartes: 'Cartes',
  insi: 'INSi',
  imprimante: 'Imprimante',
  coffre: 'Coffre',
  journal: 'Journal',
}

interface DeskStripProps {
  readonly onGeste: (geste: Geste) => unknown
}

/** The desk itself: environment mark, signed-in agent, keys of the whole screen, parts of the workstation not ready. */
export function DeskStrip({ onGeste }: DeskStripProps) {
  const poste = useDeskState((state) => state.poste)
  const agent = useDeskState((state) => state.agent)
  return (
    <div className="poste">
      <p className="poste-ligne">
        {poste && poste.environnement !== 'production' && (
          <strong className="simulation">{poste.environnement.toUpperCase()}</strong>
        )}
        {agent && (
          <span>
            {agent.nom}, <span className="role">{roleEnPhrase(agent.role)}</span>
          </span>
        )}
        <KeyLink touche="Maj+F12" onPress={() => onGeste('fermer-session')}>
          Quitter
        </KeyLink>
      </p>
      <p className="poste-ligne">
        <KeyLink touche="F3" onPress={() => onGeste('rechercher')}>
          Rechercher
        </KeyLink>
        <KeyLink touche="Ctrl+F1" onPress={() => onGeste('theme')}>
          Thème
        </KeyLink>
        <KeyLink touche="F6" onPress={() => onGeste('zone-suivante')}>
          Zone
        </KeyLink>
        {poste && <Sante composants={poste.composants} />}
        <Continuite />
      </p>
    </div>
  )
}

interface KeyLinkProps {
  readonly touche: Touche
  readonly onPress: () => unknown
  readonly children: string
}

const KeyLink = ({ touche, onPress, children }: KeyLinkProps) => (
  <button type="button" className="lien" onClick={() => void onPress()}>
    {children} <kbd>{touche}</kbd>
  </button>
)

/** How INSi answers, once it was called, and what was put off until it does. */
function Continuite() {
  const continuite = useDeskState((state) => state.continuite)
  if (!continuite) return null
  const { meteo, exerciceJusqua, differes } = continuite
  const nombres = [
    differes?.enAttente ? `${differes.enAttente} en attente` : null,
    differes?.aRevoir ? `${differes.aRevoir} à revoir` : null,
  ].filter((nombre) => nombre !== null)
  return (
    <>
      {(meteo.temps !== 'inconnu' || exerciceJusqua !== null) && <MeteoInsi {...continuite} />}
      {nombres.length > 0 && <span className="sante">Appels différés&nbsp;: {nombres.join(', ')}</span>}
    </>
  )
}

function Sante({ composants }: Pick<EtatPoste, 'composants'>) {
  const arretes = composants.filter((composant) => composant.refus !== null)
  if (arretes.length === 0)
    return (
      <span className="sante">
        <Shape name="pret" />
        Poste prêt
      </span>
    )
  return (
    <span className="sante degradee">
      <Shape name="attention" />
      <span className="hors-vue">Indisponible&nbsp;: </span>
      {arretes.map((composant) => COMPOSANTS[composant.nom]).join(', ')}
    </span>
  )
}
