import { useId, useRef, useState } from 'react'
import { DayInput } from '../../ui/day-input.tsx'
import { Panel } from '../../ui/panel.tsx'
import { GENRES, type Genre, type LigneOuverture, type LignesOuvertures } from './openings.ts'

interface OpeningsPanelProps {
  readonly lignes: LignesOuvertures
  readonly onChange: (lignes: LignesOuvertures) => void
}

/** Where INSi may be called; open where nothing is said. Source: OR-04, OR-07, OR-09. */
export function OpeningsPanel({ lignes, onChange }: OpeningsPanelProps) {
  const nouveau = useRef<HTMLInputElement>(null)
  const [genre, setGenre] = useState<Genre>('typesAdmission')
  const ajouter = (): void => {
    const code = nouveau.current?.value.trim() ?? ''
    if (!nouveau.current || code === '' || lignes[genre].some((ligne) => ligne.code === code)) return
    nouveau.current.value = ''
    onChange({ ...lignes, [genre]: [...lignes[genre], { code, etat: 'non', date: '' }] })
  }
  return (
    <Panel titre="Appels INSi" className="panneau-ouvertures" cote={<p>Ouverts là où rien n’est dit.</p>}>
      {CHOIX.map((un) => (
        <Openings
          key={un}
          genre={GENRES[un]}
          lignes={lignes[un]}
          onChange={(suivantes) => onChange({ ...lignes, [un]: suivantes })}
        />
      ))}
      <form
        className="ajout-ouverture"
        onSubmit={(event) => {
          event.preventDefault()
          ajouter()
        }}
      >
        <label className="champ">
          <span className="libelle">Régler aussi</span>
          <select value={genre} onChange={({ target }) => setGenre(target.value as Genre)}>
            {CHOIX.map((un) => (
              <option key={un} value={un}>
                {GENRES[un]}
              </option>
            ))}
          </select>
        </label>
        <label className="champ">
          <span className="libelle">Son code, puis Entrée</span>
          <input ref={nouveau} maxLength={81} autoComplete="off" spellCheck={false} />
        </label>
      </form>
    </Panel>
  )
}

const CHOIX = ['typesAdmission', 'sites', 'secteurs'] as const satisfies readonly Genre[]

interface OpeningsProps {
  readonly genre: string
  readonly lignes: readonly LigneOuverture[]
  readonly onChange: (lignes: readonly LigneOuverture[]) => void
}

function Openings({ genre, lignes, onChange }: OpeningsProps) {
  const changer = (code: string, change: Partial<LigneOuverture>): void =>
    onChange(lignes.map((ligne) => (ligne.code === code ? { ...ligne, ...change } : ligne)))
  return lignes.map((ligne) => (
    <Opening
      key={ligne.code}
      genre={genre}
      ligne={ligne}
      onChange={(change) => changer(ligne.code, change)}
    />
  ))
}

const ETATS = [
  ['oui', 'ouverts'],
  ['non', 'fermés'],
  ['date', 'à partir du'],
] as const

interface OpeningProps {
  readonly genre: string
  readonly ligne: LigneOuverture
  readonly onChange: (change: Partial<LigneOuverture>) => void
}

function Opening({ genre, ligne: { code, etat, date }, onChange }: OpeningProps) {
  const nom = useId()
  return (
    <fieldset className="choix ouverture">
      <legend>
        {genre} <strong>{code}</strong>
      </legend>
      {ETATS.map(([valeur, libelle]) => (
        <label key={valeur}>
          <input
            type="radio"
            name={nom}
            checked={etat === valeur}
            onChange={() => onChange({ etat: valeur })}
          />
          {libelle}
        </label>
      ))}
      {etat === 'date' && (
        <DayInput
          className="date-ouverture"
          aria-label={`${genre} ${code}, ouvert à partir du`}
          value={date}
          onChange={(date) => onChange({ date })}
        />
      )}
    </fieldset>
  )
}
