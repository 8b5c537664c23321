import { useDesk, useDeskState } from '../../store/use-desk.ts'
import type { Envoi } from '../../store/desk-state.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { Shape } from '../../ui/shape.tsx'
import { DEBUT_MAX, bornerDebut } from './debut-planche.ts'

interface PrintPanelProps {
  readonly onEtiquettes: () => unknown
  readonly onFiche: () => unknown
}

/** Labels and admission sheet; the batch is written on the page and here. */
export function PrintPanel({ onEtiquettes, onFiche }: PrintPanelProps) {
  const { store } = useDesk()
  const debut = useDeskState((state) => state.debutPlanche)
  const impressions = useDeskState((state) => state.impressions)
  const impossible = useDeskState((state) => state.admission?.actions.imprimer ?? null)
  const refus = useDeskState((state) => state.refus.impression)
  const panne = useDeskState(
    (state) => state.poste?.composants.find(({ nom }) => nom === 'imprimante')?.refus ?? null,
  )
  return (
    <Panel
      titre="Impression"
      zone="impression"
      className="panneau-impression"
      cote={
        <>
          <label className="debut">
            <span>1re étiquette</span>
            <input
              type="number"
              min={1}
              max={DEBUT_MAX}
              value={debut}
              onChange={({ target }) => {
                const debutPlanche = bornerDebut(target.valueAsNumber)
                store.update((state) => ({ ...state, debutPlanche }))
              }}
            />
          </label>
          <ActionButton touche="F8" onPress={onEtiquettes} disabled={impossible !== null}>
            Étiquettes
          </ActionButton>
          <ActionButton touche="F10" onPress={onFiche} disabled={impossible !== null}>
            Fiche
          </ActionButton>
        </>
      }
    >
      <Ligne nom="Étiquettes" envoi={impressions.planche} />
      <Ligne nom="Fiche d’admission" envoi={impressions.fiche} />
      <Ligne nom="Notice au patient" envoi={impressions.notice} />
      <Refusal code={refus ?? (impossible === null ? panne : null)} />
    </Panel>
  )
}

function Ligne({ nom, envoi }: { readonly nom: string; readonly envoi: Envoi | null }) {
  if (envoi === null) return null
  const { lot, pages, perime, complet } = envoi
  return (
    <p className={perime ? 'envoi perime' : 'envoi'}>
      <Shape name={perime || !complet ? 'attention' : 'pret'} />
      <span>
        {nom} : lot {lot}, {pages} page{pages > 1 ? 's' : ''}
        {complet ? '' : ' ; un trait trop long est coupé et marqué'}
        {perime ? ' ; l’identité a changé depuis, réimprimez' : ''}
      </span>
    </p>
  )
}
