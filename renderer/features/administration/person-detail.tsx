import type { Personne } from '#domain/administration/personne.ts'
import { LIBELLES_DROIT, type Droit } from '#domain/droits/droit.ts'
import { LIBELLES_ROLE } from '#domain/droits/role.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Refusal } from '../../ui/refusal.tsx'

/** What is being done about the person chosen. */
export type Acte = 'creer' | 'role' | 'mot-de-passe' | 'fermer' | 'formations' | 'carte' | 'telephone'

interface PersonDetailProps {
  readonly personne: Personne
  readonly exigees: readonly Droit[]
  readonly moi: boolean
  readonly onActe: (acte: Acte) => void
}

/** One person: what is known of his account, and what may be done about it. */
export function PersonDetail({ personne, exigees, moi, onActe }: PersonDetailProps) {
  const { nom, identifiant, role, ferme, intact, carte, telephone } = personne
  return (
    <Panel titre={nom}>
      <dl className="fiche">
        <dt>Identifiant</dt>
        <dd>{identifiant}</dd>
        <dt>Rôle</dt>
        <dd>{LIBELLES_ROLE[role]}</dd>
        <dt>Compte</dt>
        <dd>{etatCompte(personne)}</dd>
        <dt>Accès</dt>
        <dd>{resumeAcces(personne)}</dd>
        <dt>Formations</dt>
        <dd>{resumeFormations(personne, exigees)}</dd>
      </dl>
      {!intact && <Refusal code="administration/registre-altere" />}
      {moi && (
        <p className="note">
          C’est votre compte&nbsp;: votre rôle, sa fermeture et sa réinitialisation se demandent à une autre
          personne qui administre&nbsp;; votre mot de passe se change par <kbd>Ctrl+F9</kbd>.
        </p>
      )}
      <div className="boutons">
        <ActionButton touche="F12" onPress={() => onActe('formations')}>
          Formations
        </ActionButton>
        {!moi && (
          <>
            <ActionButton touche="F8" onPress={() => onActe('role')}>
              Rôle
            </ActionButton>
            <ActionButton touche="F10" onPress={() => onActe('mot-de-passe')}>
              Mot de passe
            </ActionButton>
            <ActionButton touche="Maj+F9" onPress={() => onActe('fermer')}>
              {ferme ? 'Rouvrir' : 'Fermer'}
            </ActionButton>
            {carte && (
              <ActionButton touche="Maj+F10" onPress={() => onActe('carte')}>
                Détacher la carte
              </ActionButton>
            )}
            {telephone && (
              <ActionButton touche="Maj+F4" onPress={() => onActe('telephone')}>
                Retirer le téléphone
              </ActionButton>
            )}
          </>
        )}
      </div>
    </Panel>
  )
}

export function etatCompte({ ferme, intact, motDePasseAChanger }: Personne): string {
  if (!intact) return 'modifié hors du logiciel'
  if (ferme) return 'fermé'
  return motDePasseAChanger ? 'ouvert, mot de passe à changer' : 'ouvert'
}

const resumeAcces = ({ carte, telephone }: Personne): string =>
  ['Mot de passe', ...(telephone ? ['téléphone'] : []), ...(carte ? ['carte professionnelle'] : [])].join(
    ', ',
  )

function resumeFormations({ formations }: Personne, exigees: readonly Droit[]): string {
  if (formations === null) return 'Antérieures à leur tenue\u00a0: tous les droits du rôle'
  const manquantes = exigees.filter((droit) => !formations[droit])
  if (manquantes.length === 0) return 'Toutes celles exigées'
  return `À enregistrer\u00a0: ${manquantes.map((droit) => LIBELLES_DROIT[droit]).join(' ; ')}`
}
