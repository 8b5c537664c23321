import { useId, useState } from 'react'
import { useDesk, useDeskState } from '../../store/use-desk.ts'

/** The permanent identifier of the mother of a newborn, saved on leaving; what was refused stays in the field. */
export function MereField() {
  const { acts } = useDesk()
  const id = useId()
  const enregistre = useDeskState((state) => state.admission?.population.mereIpp ?? '')
  const [brouillon, setBrouillon] = useState<string | null>(null)
  const save = async (): Promise<void> => {
    if (brouillon !== null && (await acts.lierMere(brouillon))) setBrouillon(null)
  }
  const texte = brouillon ?? enregistre
  return (
    <div className="champ champ-mere" data-champ={texte === '' ? 'vide' : 'plein'}>
      <label className="libelle" htmlFor={id}>
        IPP de la mère
      </label>
      <input
        id={id}
        type="text"
        value={texte}
        maxLength={40}
        autoComplete="off"
        onChange={({ target }) => setBrouillon(target.value)}
        onBlur={() => void save()}
      />
    </div>
  )
}
