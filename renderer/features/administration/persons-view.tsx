import { useEffect, useRef, useState } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components'
import type { Personne } from '#domain/administration/personne.ts'
import type { Droit } from '#domain/droits/droit.ts'
import { LIBELLES_ROLE } from '#domain/droits/role.ts'
import type { ClientPoste } from '../../poste.ts'
import { useDeskState } from '../../store/use-desk.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { DetachForm, PhoneForm } from './access-forms.tsx'
import { CloseForm, CreateForm, PasswordForm, RoleForm } from './person-forms.tsx'
import { etatCompte, PersonDetail, type Acte } from './person-detail.tsx'
import { TrainingsForm } from './trainings-form.tsx'
import { useKeys } from '../../keyboard/use-keys.ts'
import { useReading } from './use-reading.ts'

const lire = async (administration: ClientPoste['administration']) => ({
  personnes: await administration.personnes(),
  exigees: (await administration.organisation()).organisation.formationsExigees,
})

/** Everybody who may sign in, and the one the arrows chose. */
export function PersonsView() {
  const [lue, relire] = useReading(lire)
  const moi = useDeskState((state) => state.agent?.identifiant)
  const [choisie, setChoisie] = useState<string | null>(null)
  const [acte, setActe] = useState<Acte | null>(null)
  const personne = lue?.personnes.find(({ identifiant }) => identifiant === choisie) ?? lue?.personnes[0]
  const surAutrui = (suivant: Acte) => () => personne?.identifiant !== moi && setActe(suivant)
  useKeys({
    F7: () => setActe('creer'),
    F8: surAutrui('role'),
    F10: surAutrui('mot-de-passe'),
    'Maj+F9': surAutrui('fermer'),
    ...(personne?.carte ? { 'Maj+F10': surAutrui('carte') } : {}),
    ...(personne?.telephone ? { 'Maj+F4': surAutrui('telephone') } : {}),
    F12: () => setActe('formations'),
  })
  if (!lue || !personne) return <Panel titre="Personnes" />

  const revenir = (): void => {
    setActe(null)
    focusListe(personne.identifiant)
  }
  const fait = (identifiant = personne.identifiant): void => {
    setChoisie(identifiant)
    setActe(null)
    void relire().then(() => focusListe(identifiant))
  }
  return (
    <div className="deux-colonnes">
      <Panel
        titre={`Personnes (${lue.personnes.length})`}
        cote={
          <ActionButton touche="F7" onPress={() => setActe('creer')}>
            Nouvelle personne
          </ActionButton>
        }
      >
        <Liste
          personnes={lue.personnes}
          choisie={personne.identifiant}
          onChoix={(identifiant) => {
            setChoisie(identifiant)
            setActe(null)
          }}
        />
      </Panel>
      <Volet
        key={`${acte} ${personne.identifiant}`}
        {...{ acte, personne, fait, revenir, relire }}
        exigees={lue.exigees}
        moi={personne.identifiant === moi}
        onActe={setActe}
      />
    </div>
  )
}

interface ListeProps {
  readonly personnes: readonly Personne[]
  readonly choisie: string
  readonly onChoix: (identifiant: string) => void
}

/** The arrows choose; whoever opens the view begins on the first person. */
function Liste({ personnes, choisie, onChoix }: ListeProps) {
  const premiere = useRef(choisie)
  useEffect(() => focusListe(premiere.current), [])
  return (
    <ListBox
      aria-label="Personnes"
      className="liste liste-personnes"
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      selectedKeys={[choisie]}
      onSelectionChange={(cles) => {
        const [cle] = cles === 'all' ? [] : [...cles]
        if (cle !== undefined) onChoix(String(cle))
      }}
    >
      {personnes.map((une) => (
        <Ligne key={une.identifiant} personne={une} />
      ))}
    </ListBox>
  )
}

function Ligne({ personne }: { readonly personne: Personne }) {
  const { identifiant, nom, role, ferme } = personne
  return (
    <ListBoxItem id={identifiant} textValue={nom} className={ferme ? 'option option-faible' : 'option'}>
      <span className="option-nom">
        <strong>{nom}</strong> {identifiant}
      </span>
      <span className="option-detail">
        {LIBELLES_ROLE[role]}, {etatCompte(personne)}
      </span>
    </ListBoxItem>
  )
}

interface VoletProps {
  readonly acte: Acte | null
  readonly personne: Personne
  readonly exigees: readonly Droit[]
  readonly moi: boolean
  readonly fait: (identifiant?: string) => void
  readonly revenir: () => void
  readonly relire: () => Promise<void>
  readonly onActe: (acte: Acte) => void
}

/** The person chosen, or the act begun about him. */
function Volet({ acte, personne, exigees, moi, fait, revenir, relire, onActe }: VoletProps) {
  const issues = { personne, fait: () => fait(), abandonner: revenir }
  if (acte === 'creer') return <CreateForm fait={fait} abandonner={revenir} />
  if (acte === 'role') return <RoleForm {...issues} />
  if (acte === 'mot-de-passe') return <PasswordForm {...issues} />
  if (acte === 'fermer') return <CloseForm {...issues} />
  if (acte === 'carte') return <DetachForm {...issues} />
  if (acte === 'telephone') return <PhoneForm {...issues} />
  if (acte === 'formations')
    return <TrainingsForm personne={personne} exigees={exigees} change={relire} fermer={revenir} />
  return <PersonDetail personne={personne} exigees={exigees} moi={moi} onActe={onActe} />
}

/** Back to the list once an act is over: the arrows go on from the person concerned. */
function focusListe(identifiant: string): void {
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>(`.liste-personnes [data-key="${CSS.escape(identifiant)}"]`)?.focus(),
  )
}
