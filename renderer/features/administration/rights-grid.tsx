import { useState, type KeyboardEvent } from 'react'
import { DROITS, LIBELLES_DROIT, type Droit } from '#domain/droits/droit.ts'
import type { Organisation } from '#domain/droits/organisation.ts'
import { LIBELLES_ROLE, ROLES } from '#domain/droits/role.ts'
import { Panel } from '../../ui/panel.tsx'

interface RightsGridProps {
  readonly organisation: Organisation
  readonly onChange: (organisation: Organisation) => void
}

const COLONNES = [...ROLES, 'formation'] as const

type Colonne = (typeof COLONNES)[number]

const LIBELLES_COLONNE: Readonly<Record<Colonne, string>> = {
  ...LIBELLES_ROLE,
  formation: 'Formation exigée',
}

/** What holds above a column. */
const TITRES: Readonly<Record<Colonne, string>> = {
  agent: 'Agent',
  referent: 'Référent',
  civ: 'CIV',
  responsable: 'Responsable',
  informatique: 'Informatique',
  formation: 'Formation exigée',
}

const FLECHES: Readonly<Record<string, readonly [ligne: number, colonne: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** Rights by role, and those that a training opens: one stop for Tab, then the arrows. A model's own rights are only shown. */
export function RightsGrid({ organisation, onChange }: RightsGridProps) {
  const fige = organisation.modele !== 'personnalise'
  const [place, setPlace] = useState<readonly [number, number]>([0, 0])
  const ici: readonly [number, number] = fige ? [place[0], COLONNES.length - 1] : place

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const pas = FLECHES[event.key]
    if (!pas) return
    event.preventDefault()
    const ligne = borner(ici[0] + pas[0], DROITS.length)
    const colonne = fige ? COLONNES.length - 1 : borner(ici[1] + pas[1], COLONNES.length)
    setPlace([ligne, colonne])
    event.currentTarget.querySelector<HTMLElement>(`[data-case="${ligne} ${colonne}"]`)?.focus()
  }

  return (
    <Panel
      titre="Droits par rôle"
      className="panneau-droits"
      cote={
        <p>{fige ? 'Ceux du modèle\u00a0; seules les formations se règlent.' : 'Flèches, puis Espace.'}</p>
      }
    >
      <div role="presentation" onKeyDown={onKeyDown}>
        <table className="droits" aria-label="Droits par rôle">
          <thead>
            <tr>
              <th scope="col">Droit</th>
              {COLONNES.map((colonne) => (
                <th key={colonne} scope="col">
                  {TITRES[colonne]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {DROITS.map((droit, ligne) => (
              <tr key={droit}>
                <th scope="row">{LIBELLES_DROIT[droit]}</th>
                {COLONNES.map((colonne, rang) => (
                  <td key={colonne}>
                    <input
                      type="checkbox"
                      aria-label={`${LIBELLES_DROIT[droit]}, ${LIBELLES_COLONNE[colonne]}`}
                      data-case={`${ligne} ${rang}`}
                      tabIndex={ici[0] === ligne && ici[1] === rang ? 0 : -1}
                      disabled={fige && colonne !== 'formation'}
                      checked={droitsDe(organisation, colonne).includes(droit)}
                      onFocus={() => setPlace([ligne, rang])}
                      onChange={() => onChange(basculer(organisation, colonne, droit))}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}

const borner = (rang: number, nombre: number): number => Math.min(Math.max(rang, 0), nombre - 1)

const droitsDe = ({ droits, formationsExigees }: Organisation, colonne: Colonne): readonly Droit[] =>
  colonne === 'formation' ? formationsExigees : droits[colonne]

function basculer(organisation: Organisation, colonne: Colonne, droit: Droit): Organisation {
  const tenus = droitsDe(organisation, colonne)
  const suivants = DROITS.filter((un) => (un === droit ? !tenus.includes(un) : tenus.includes(un)))
  return colonne === 'formation'
    ? { ...organisation, formationsExigees: suivants }
    : { ...organisation, droits: { ...organisation.droits, [colonne]: suivants } }
}
