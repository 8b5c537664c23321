import { useId, useRef, useState, type FormEvent } from 'react'
import { flushSync } from 'react-dom'
import { ecrireJour } from '#domain/identite/date-naissance.ts'
import type { DeskState } from '../../store/desk-state.ts'
import type { PagePatients, Recherche } from '../../store/recherche-acts.ts'
import { useDesk, useDeskState } from '../../store/use-desk.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { PatientList } from './patient-list.tsx'

const CHAMPS = [
  ['nom', 'Nom (naissance ou utilisé)', ''],
  ['prenom', 'Prénom', ''],
  ['dateNaissance', 'Date de naissance', 'jj/mm/aaaa'],
] as const satisfies readonly (readonly [keyof Recherche, string, string])[]

/** Search before creation: distinct fields, never one bar; the number only whole, with its key. Source: EXI ID 17, EXI SI 02. */
export function SearchPanel() {
  const { acts, store } = useDesk()
  const [saisie, setSaisie] = useState<Recherche>(() => rechercheDuFormulaire(store.read()))
  const [page, setPage] = useState<PagePatients | null>(null)
  const refus = useDeskState((state) => state.refus.recherche)
  const resultats = useRef<HTMLDivElement>(null)
  const derniere = useRef(0)

  const chercher = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const rang = (derniere.current += 1)
    const trouvee = await acts.chercherPatients(saisie)
    // A search struck after this one is the one to show.
    if (rang !== derniere.current) return
    flushSync(() => setPage(trouvee))
    resultats.current?.querySelector<HTMLElement>('[role=option]')?.focus()
  }
  const change = (champ: keyof Recherche, texte: string): void => setSaisie({ ...saisie, [champ]: texte })

  return (
    <Panel titre="Rechercher un patient" zone="recherche" className="panneau-recherche">
      <form className="rangees" onSubmit={(event) => void chercher(event)}>
        <div className="rangee rangee-3">
          {CHAMPS.map(([champ, libelle, aide]) => (
            <SearchField
              key={champ}
              libelle={libelle}
              aide={aide}
              valeur={saisie[champ]}
              onChange={(texte) => change(champ, texte)}
            />
          ))}
        </div>
        <div className="rangee rangee-2">
          <SearchField
            libelle="Matricule INS complet, avec sa clé"
            aide="15 caractères&nbsp;; seul, il suffit"
            valeur={saisie.matricule}
            onChange={(texte) => change('matricule', texte)}
          />
          <div className="boutons">
            <button type="submit" className="bouton principal">
              Chercher<kbd>Entrée</kbd>
            </button>
            <ActionButton touche="Échap" onPress={() => fermer()}>
              Fermer
            </ActionButton>
          </div>
        </div>
      </form>
      <Refusal code={refus} />
      <div ref={resultats}>{page && !refus && <Resultats page={page} />}</div>
    </Panel>
  )

  function fermer(): void {
    store.update((state) => ({ ...state, rechercheOuverte: false }))
  }
}

function Resultats({ page: { patients, reste } }: { readonly page: PagePatients }) {
  if (patients.length === 0)
    return <p className="note">Aucun patient trouvé avec ces traits : l’identité peut être créée.</p>
  return (
    <>
      <PatientList libelle="Patients trouvés" patients={patients.map((patient) => ({ patient }))} />
      {reste && <p className="note">D’autres patients correspondent&nbsp;: précisez la recherche.</p>}
    </>
  )
}

interface SearchFieldProps {
  readonly libelle: string
  readonly aide: string
  readonly valeur: string
  readonly onChange: (texte: string) => void
}

function SearchField({ libelle, aide, valeur, onChange }: SearchFieldProps) {
  const id = useId()
  return (
    <div className="champ">
      <div className="champ-tete">
        <label className="libelle" htmlFor={id}>
          {libelle}
        </label>
      </div>
      <input
        id={id}
        type="text"
        value={valeur}
        aria-describedby={`${id}-aide`}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={200}
        onChange={({ target }) => onChange(target.value)}
      />
      <p className="apercu" id={`${id}-aide`}>
        {aide}
      </p>
    </div>
  )
}

/** The search begins with what the form already says. */
function rechercheDuFormulaire({ admission }: DeskState): Recherche {
  const { saisie } = admission ?? {}
  return {
    nom: saisie?.nomNaissance?.valeur ?? '',
    prenom: saisie?.premierPrenom?.valeur ?? '',
    dateNaissance: ecrireJour(saisie?.dateNaissance?.valeur ?? ''),
    matricule: '',
  }
}
