import type { DiagnosticCartes, EssaiCarte } from '#contracts/materiel.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { Shape } from '../../ui/shape.tsx'
import { LIBELLES_ROLE_LECTEUR, phraseEssai, phraseLecteur } from './libelles-materiel.ts'

interface ReadersPanelProps {
  readonly diagnostic: DiagnosticCartes | null
  readonly essai: EssaiCarte | 'en-cours' | null
  readonly onEssayer: () => unknown
  readonly onPermuter: () => unknown
}

/** Each reader, whose card is expected there, and what it holds. */
export function ReadersPanel({ diagnostic, essai, onEssayer, onPermuter }: ReadersPanelProps) {
  const lecteurs = diagnostic?.lecteurs ?? []
  return (
    <Panel
      titre="Lecteurs et cartes"
      cote={
        <ActionButton touche="F8" onPress={onPermuter} disabled={lecteurs.length === 0}>
          Permuter les rôles
        </ActionButton>
      }
    >
      <ul className="lecteurs">
        {lecteurs.map((lecteur) => (
          <li key={lecteur.nom} className="lecteur" data-occupe={lecteur.carte !== null || undefined}>
            <Shape name={lecteur.muette ? 'attention' : 'carte'} />
            <span className="lecteur-nom">{lecteur.nom}</span>
            <span className="lecteur-role">{LIBELLES_ROLE_LECTEUR[lecteur.role]}</span>
            <span className="lecteur-carte">{phraseLecteur(lecteur)}</span>
          </li>
        ))}
      </ul>
      <Refusal code={diagnostic?.refus} />
      <p className="note">
        Le rôle dit où chaque carte est attendue ; une carte se lit toujours là où elle est.
      </p>
      <div className="boutons essai">
        <ActionButton touche="F7" principal onPress={onEssayer}>
          Essayer la lecture
        </ActionButton>
        <Essai essai={essai} />
      </div>
    </Panel>
  )
}

function Essai({ essai }: Pick<ReadersPanelProps, 'essai'>) {
  if (essai === null)
    return <p className="note">La carte Vitale est lue ; rien de ce qu’elle porte ne s’affiche.</p>
  if (essai === 'en-cours') return <output>Lecture en cours…</output>
  const { lue, refus } = essai
  if (lue === null) return <Refusal code={refus} />
  return (
    <output className="essai-reussi">
      <Shape name="pret" />
      <span>{phraseEssai({ ...essai, lue })}</span>
    </output>
  )
}
