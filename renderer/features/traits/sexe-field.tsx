import { useId, type KeyboardEvent } from 'react'
import { Radio, RadioGroup } from 'react-aria-components'
import { useDesk, useDeskState } from '../../store/use-desk.ts'
import { Provenance } from './provenance.tsx'
import { refusalId, useTraitRefusal } from './trait-refusal.tsx'

interface SexeFieldProps {
  readonly admission: string
  readonly verrouille: boolean
}

const SEXES = [
  ['F', 'Féminin'],
  ['M', 'Masculin'],
  ['I', 'Indéterminé'],
] as const

/** The sex, by one key F, M or I; saved as soon as chosen, never preselected. */
export function SexeField({ admission, verrouille }: SexeFieldProps) {
  const { acts } = useDesk()
  const id = useId()
  const champ = useDeskState((state) => state.admission?.saisie.sexe ?? null)
  const refus = useTraitRefusal('sexe')
  const choisir = (sexe: string): void => void acts.saisirTrait({ admission, trait: 'sexe', brut: sexe })

  const onKeyDown = (event: KeyboardEvent): void => {
    const sexe = event.key.toUpperCase()
    if (verrouille || event.ctrlKey || event.altKey || !SEXES.some(([code]) => code === sexe)) return
    event.preventDefault()
    choisir(sexe)
  }

  return (
    <div
      className="champ champ-sexe"
      role="presentation"
      onKeyDown={onKeyDown}
      data-champ={refus ? 'refuse' : champ ? 'plein' : 'vide'}
    >
      <div className="champ-tete">
        <span className="libelle" id={id}>
          Sexe
        </span>
        <Provenance provenance={champ?.provenance ?? null} id={`${id}-origine`} />
      </div>
      <RadioGroup
        aria-labelledby={id}
        aria-describedby={`${id}-origine ${refus ? refusalId('sexe') : `${id}-aide`}`}
        orientation="horizontal"
        className="segments"
        value={champ?.valeur ?? null}
        isReadOnly={verrouille}
        isRequired
        isInvalid={refus !== null}
        onChange={choisir}
      >
        {SEXES.map(([code, libelle]) => (
          <Radio key={code} value={code} aria-label={`${libelle}, touche ${code}`} className="segment">
            {code}
          </Radio>
        ))}
      </RadioGroup>
      <p className="apercu" id={`${id}-aide`}>
        {SEXES.find(([code]) => code === champ?.valeur)?.[1] ?? 'Touche F, M ou I'}
      </p>
    </div>
  )
}
