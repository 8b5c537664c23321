import { useDesk, useDeskState } from '../../store/use-desk.ts'
import type { Lot } from '../../store/desk-state.ts'
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
      <Envoi nom="Étiquettes" lot={impressions.planche} />
      <Envoi nom="Fiche d’admission" lot={impressions.fiche} />
      <Refusal code={refus ?? panne} />
    </Panel>
  )
}

function Envoi({ nom, lot }: { readonly nom: string; readonly lot: Lot | null }) {
  if (lot === null) return null
  return (
    <p className="envoi">
      <Shape name={lot.complet ? 'pret' : 'attention'} />
      <span>
        {nom} : lot {lot.lot}, {lot.pages} page{lot.pages > 1 ? 's' : ''}
        {lot.complet ? '' : ' ; un trait trop long est coupé et marqué'}
      </span>
    </p>
  )
}
