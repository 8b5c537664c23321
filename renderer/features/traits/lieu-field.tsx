import { useId } from 'react'
import { LIBELLES_TRAITS } from '#domain/identite/traits.ts'
import type { LieuNomme } from '#domain/lieux/nommer-lieu.ts'
import { phraseRaison } from '#domain/lieux/raison-lieu.ts'
import { useDeskState } from '../../store/use-desk.ts'
import { usePlaceName } from '../../store/use-place-name.ts'
import { PlaceList, optionId } from './place-list.tsx'
import { Provenance } from './provenance.tsx'
import { refusalId, useTraitRefusal } from './trait-refusal.tsx'
import { useLieu } from './use-lieu.ts'
import type { Places } from './use-places.ts'

interface LieuFieldProps {
  readonly admission: string
  readonly verrouille: boolean
}

/**
 * The birth place: a name, a postal code, a country or « ? » is looked up as it is typed, Entrée takes the first answer or the
 * one the arrows chose, and what is kept is its COG code. A code typed by hand is kept as it is. Source: RNIV 1, EXI ID 15.
 */
export function LieuField({ admission, verrouille }: LieuFieldProps) {
  const id = useId()
  const { texte, places, choisir, saisir, touche, quitter } = useLieu(admission, verrouille)
  const refus = useTraitRefusal('lieuNaissance')
  const provenance = useDeskState((state) => state.admission?.saisie.lieuNaissance?.provenance ?? null)
  const nomme = usePlaceName(texte)

  return (
    <div
      className="champ champ-lieu"
      data-champ={refus !== null ? 'refuse' : texte === '' ? 'vide' : 'plein'}
    >
      <div className="champ-tete">
        <label className="libelle" htmlFor={id}>
          {LIBELLES_TRAITS.lieuNaissance}
        </label>
        <Provenance provenance={provenance} id={`${id}-origine`} />
      </div>
      <input
        id={id}
        type="text"
        role="combobox"
        value={texte}
        readOnly={verrouille}
        aria-required
        aria-invalid={refus !== null}
        aria-autocomplete="list"
        aria-expanded={places.ouverte}
        aria-controls={`${id}-lieux`}
        aria-activedescendant={places.ouverte ? optionId(`${id}-lieux`, places.actif) : undefined}
        aria-describedby={`${id}-origine ${id}-aide${refus === null ? '' : ` ${refusalId('lieuNaissance')}`}`}
        maxLength={100}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        onChange={saisir}
        onKeyDown={touche}
        onBlur={quitter}
      />
      <NomDuLieu id={`${id}-aide`} nomme={nomme} aide={aideDe(texte, places)} />
      <PlaceList id={`${id}-lieux`} places={places} onChoose={choisir} />
    </div>
  )
}

function aideDe(texte: string, { sansReponse }: Places): string {
  if (texte === '') return 'Nom ou code\u00a0; «\u00a0?\u00a0»\u00a0: inconnu'
  return sansReponse ? 'Aucun lieu trouvé' : ''
}

interface NomDuLieuProps {
  readonly id: string
  readonly nomme: LieuNomme | null
  readonly aide: string
}

/** What the code names on the day of birth, so that a wrong one is seen; otherwise what may be typed. */
function NomDuLieu({ id, nomme, aide }: NomDuLieuProps) {
  const raison = nomme?.raison ? phraseRaison(nomme.raison) : null
  const texte = nomme ? [nomme.nom, raison].filter((partie) => partie !== null).join(', ') : null
  return (
    <p
      id={id}
      className={nomme?.nom === null ? 'apercu a-verifier' : 'apercu lieu'}
      title={texte ?? undefined}
    >
      {texte ?? aide}
    </p>
  )
}
