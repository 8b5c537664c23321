import { useId, type ChangeEvent } from 'react'
import { lireTrait } from '#domain/identite/lire-trait.ts'
import { ecrireJour } from '#domain/identite/date-naissance.ts'
import { LIBELLES_TRAITS, estTraitStrict, type Trait } from '#domain/identite/traits.ts'
import { localDay } from '../../store/today.ts'
import { useDesk, useDeskState } from '../../store/use-desk.ts'
import { maskDate } from './mask-date.ts'
import { Provenance } from './provenance.tsx'
import { refusalId, useTraitRefusal } from './trait-refusal.tsx'
import { useDraft } from './use-draft.ts'

interface TraitFieldProps {
  readonly trait: Exclude<Trait, 'sexe' | 'lieuNaissance'>
  readonly admission: string
  readonly verrouille: boolean
}

const AIDES: Partial<Record<Trait, string>> = {
  dateNaissance: 'jj/mm/aaaa',
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

  return (
    <div
      className="champ"
      data-champ={montre ? 'refuse' : draft.texte === '' && estTraitStrict(trait) ? 'vide' : 'plein'}
    >
      <div className="champ-tete">
        <label className="libelle" htmlFor={id}>
          {LIBELLES_TRAITS[trait]}
        </label>
        <Provenance provenance={provenance} />
      </div>
      <input
        id={id}
        type="text"
        value={draft.texte}
        readOnly={readOnly}
        aria-required={estTraitStrict(trait)}
        aria-invalid={montre}
        aria-describedby={`${id}-aide${montre ? ` ${refusalId(trait)}` : ''}`}
        inputMode={trait === 'dateNaissance' ? 'numeric' : 'text'}
        maxLength={trait === 'dateNaissance' ? 10 : 200}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        onChange={change}
        onBlur={draft.leave}
      />
      <Apercu id={`${id}-aide`} trait={trait} texte={draft.texte} />
    </div>
  )
}

/** What RNIV makes of the text, when it is not what was typed; otherwise what is expected. */
function Apercu({
  id,
  trait,
  texte,
}: {
  readonly id: string
  readonly trait: Trait
  readonly texte: string
}) {
  const { now } = useDesk()
  const lu = texte === '' ? null : lireTrait(trait, texte, localDay(now()))
  const retenu = lu?.ok ? (trait === 'dateNaissance' ? ecrireJour(lu.value) : lu.value) : null
  const normalise = retenu !== null && retenu !== texte
  return (
    <p id={id} className={normalise ? 'apercu normalise' : 'apercu'}>
      {normalise ? (
        <>
          <span className="hors-vue">Enregistré : </span>
          <span aria-hidden="true">→ </span>
          {retenu}
        </>
      ) : (
        texte === '' && AIDES[trait]
      )}
    </p>
  )
}
