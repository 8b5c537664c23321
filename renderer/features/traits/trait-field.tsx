import { useId, type ChangeEvent } from 'react'
import { LIBELLES_TRAITS, estTraitStrict, type Trait } from '#domain/identite/traits.ts'
import { useDeskState } from '../../store/use-desk.ts'
import { Apercu } from './apercu.tsx'
import { maskDate } from './mask-date.ts'
import { Provenance } from './provenance.tsx'
import { refusalId, useTraitRefusal } from './trait-refusal.tsx'
import { useDraft } from './use-draft.ts'
import { useFirstNames } from './use-first-names.ts'

interface TraitFieldProps {
  readonly trait: Exclude<Trait, 'sexe' | 'lieuNaissance'>
  readonly admission: string
  readonly verrouille: boolean
}

const AIDES: Partial<Record<Trait, string>> = {
  dateNaissance: 'jj/mm/aaaa, 00 si inconnu',
  nomUtilise: 'Si différent du nom de naissance',
  prenomUtilise: 'Si différent du premier prénom',
}

/** One trait typed as text. Its state is its own: a keystroke renders this field and nothing else. */
export function TraitField({ trait, admission, verrouille }: TraitFieldProps) {
  const id = useId()
  const draft = useDraft(admission, trait)
  const refus = useTraitRefusal(trait)
  const provenance = useDeskState((state) => state.admission?.saisie[trait]?.provenance ?? null)
  const readOnly = verrouille && estTraitStrict(trait)
  const montre = refus !== null

  const change = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    const enFin = target.selectionStart === target.value.length
    draft.type(trait === 'dateNaissance' && enFin ? maskDate(target.value) : target.value)
  }

  const { suivant, onKeyDown } = useFirstNames(trait, draft, readOnly)

  return (
    <div
      className="champ"
      data-champ={montre ? 'refuse' : draft.texte === '' && estTraitStrict(trait) ? 'vide' : 'plein'}
    >
      <div className="champ-tete">
        <label className="libelle" htmlFor={id}>
          {LIBELLES_TRAITS[trait]}
        </label>
        <Provenance provenance={provenance} id={`${id}-origine`} />
      </div>
      <input
        id={id}
        type="text"
        value={draft.texte}
        readOnly={readOnly}
        aria-required={estTraitStrict(trait)}
        aria-invalid={montre}
        aria-describedby={`${id}-origine ${id}-aide${montre ? ` ${refusalId(trait)}` : ''}`}
        inputMode={trait === 'dateNaissance' ? 'numeric' : 'text'}
        maxLength={trait === 'dateNaissance' ? 12 : 200}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        onChange={change}
        onKeyDown={onKeyDown}
        onBlur={draft.leave}
      />
      <Apercu
        id={`${id}-aide`}
        trait={trait}
        texte={draft.texte}
        aide={aideDe(trait, draft.texte, suivant)}
      />
    </div>
  )
}

function aideDe(trait: Trait, texte: string, suivant: string | null): string | undefined {
  if (suivant !== null) return `↓ ${suivant}`
  return texte === '' ? AIDES[trait] : undefined
}
