import { useRef, useState, type FormEvent } from 'react'
import type { EtatPoste } from '#contracts/poste.ts'
import { useDesk, useDeskState } from '../../store/use-desk.ts'
import { Refusal } from '../../ui/refusal.tsx'

/** Opens the session of an agent, to whom every act will be attributed. */
export function SignIn() {
  const { acts } = useDesk()
  const refus = useDeskState((state) => state.refus.session)
  const poste = useDeskState((state) => state.poste)
  const [pending, setPending] = useState(false)

  const form = useRef<HTMLFormElement>(null)

  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const donnees = new FormData(event.currentTarget)
    setPending(true)
    const opened = await acts.ouvrirSession(texte(donnees.get('identifiant')), texte(donnees.get('secret')))
    setPending(false)
    if (!opened) form.current?.querySelector<HTMLInputElement>('[name=secret]')?.select()
  }

  return (
    <main className="ecran-seul">
      <form
        ref={form}
        className="carte-seule"
        onSubmit={(event) => void submit(event)}
        aria-labelledby="titre-session"
      >
        <p className="produit">Guichet INS</p>
        <h1 id="titre-session">Ouvrir une session</h1>
        <Champ nom="identifiant" libelle="Identifiant" type="text" autoComplete="username" premier />
        <Champ nom="secret" libelle="Mot de passe" type="password" autoComplete="current-password" />
        <Refusal code={refus} id="refus-session" />
        <button type="submit" className="bouton principal" disabled={pending}>
          Ouvrir la session <kbd>Entrée</kbd>
        </button>
        <p className="pied-carte">{poste && nommer(poste)}</p>
      </form>
    </main>
  )
}

const nommer = ({ poste, version, environnement }: EtatPoste): string =>
  `Poste ${poste}, version ${version}${environnement === 'production' ? '' : ' : identités fictives uniquement'}`

interface ChampProps {
  readonly nom: string
  readonly libelle: string
  readonly type: 'text' | 'password'
  readonly autoComplete: string
  /** Takes the focus: the only form of its screen, an agent types at once. */
  readonly premier?: boolean
}

function Champ({ nom, libelle, type, autoComplete, premier = false }: ChampProps) {
  return (
    <label className="champ">
      <span className="libelle">{libelle}</span>
      <input
        name={nom}
        type={type}
        autoComplete={autoComplete}
        autoCapitalize="none"
        spellCheck={false}
        autoFocus={premier}
        required
      />
    </label>
  )
}

const texte = (valeur: FormDataEntryValue | null): string => (typeof valeur === 'string' ? valeur : '')
