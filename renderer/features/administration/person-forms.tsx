import { useState } from 'react'
import { refusMotDePasse, refusRepetition } from '#domain/administration/mot-de-passe.ts'
import type { Personne } from '#domain/administration/personne.ts'
import { roleEnPhrase, type Role } from '#domain/droits/role.ts'
import type { CodeRefus } from '#domain/refus/refus.ts'
import { ActForm, Field } from './act-form.tsx'
import { RoleChoice } from './role-choice.tsx'

interface Issues {
  readonly fait: () => void
  readonly abandonner: () => void
}

interface PersonFormProps extends Issues {
  readonly personne: Personne
}

const REMISE =
  'Ce mot de passe n’ouvre rien d’autre que son propre changement\u00a0: remettez-le de vive voix à son titulaire.'

/** A password given to somebody, typed twice, under the administrator's own. */
const Secrets = () => (
  <>
    <div className="rangee rangee-egale">
      <Field nom="motDePasse" libelle="Mot de passe remis (12 caractères au moins)" type="password" />
      <Field nom="encore" libelle="Le même, une seconde fois" type="password" />
    </div>
    <Field nom="monMotDePasse" libelle="Votre propre mot de passe, pour sceller l’accès" type="password" />
  </>
)

function refusSecrets(champ: (nom: string) => string, identifiant: string): CodeRefus | null {
  const nouveau = champ('motDePasse')
  return refusMotDePasse({ identifiant, nouveau, actuel: null }) ?? refusRepetition(nouveau, champ('encore'))
}

export function CreateForm({ fait, abandonner }: Issues & { readonly fait: (identifiant: string) => void }) {
  const [role, setRole] = useState<Role>('agent')
  const [identifiant, setIdentifiant] = useState('')
  return (
    <ActForm
      titre="Nouvelle personne"
      apercu={`Un compte ${roleEnPhrase(role)} est créé, sans formation enregistrée. ${REMISE}`}
      confirmer="Créer le compte"
      fait={() => fait(identifiant.trim().toLowerCase())}
      abandonner={abandonner}
      demande={(champ) =>
        refusSecrets(champ, champ('identifiant')) ??
        ((administration) =>
          administration.creerCompte({
            identifiant: champ('identifiant'),
            nom: champ('nom'),
            role,
            motDePasse: champ('motDePasse'),
            monMotDePasse: champ('monMotDePasse'),
          }))
      }
    >
      <div className="rangee rangee-egale">
        <label className="champ">
          <span className="libelle">Identifiant (lettres sans accent, chiffres, points, tirets)</span>
          <input
            name="identifiant"
            value={identifiant}
            onChange={({ target }) => setIdentifiant(target.value)}
            maxLength={64}
            autoComplete="off"
            spellCheck={false}
          />
        </label>
        <Field nom="nom" libelle="Nom affiché" maxLength={100} />
      </div>
      <RoleChoice role={role} onChange={setRole} />
      <Secrets />
    </ActForm>
  )
}

export function RoleForm({ personne, ...issues }: PersonFormProps) {
  const [role, setRole] = useState(personne.role)
  const { identifiant, nom } = personne
  return (
    <ActForm
      titre={`Rôle de ${nom}`}
      apercu={
        role === personne.role
          ? `${nom} reste ${roleEnPhrase(role)}.`
          : `${nom}, aujourd’hui ${roleEnPhrase(personne.role)}, devient ${roleEnPhrase(role)} dès son prochain acte.`
      }
      confirmer="Changer le rôle"
      {...issues}
      demande={() => (administration) => administration.changerRole({ identifiant, role })}
    >
      <RoleChoice role={role} onChange={setRole} />
    </ActForm>
  )
}

export function PasswordForm({ personne: { identifiant, nom }, ...issues }: PersonFormProps) {
  return (
    <ActForm
      titre={`Mot de passe de ${nom}`}
      apercu={`Le mot de passe actuel de ${nom} n’ouvrira plus rien. ${REMISE}`}
      confirmer="Réinitialiser"
      {...issues}
      demande={(champ) =>
        refusSecrets(champ, identifiant) ??
        ((administration) =>
          administration.reinitialiserMotDePasse({
            identifiant,
            motDePasse: champ('motDePasse'),
            monMotDePasse: champ('monMotDePasse'),
          }))
      }
    >
      <Secrets />
    </ActForm>
  )
}

export function CloseForm({ personne: { identifiant, nom, ferme }, ...issues }: PersonFormProps) {
  return (
    <ActForm
      titre={ferme ? `Rouvrir le compte de ${nom}` : `Fermer le compte de ${nom}`}
      apercu={
        ferme
          ? `${nom} pourra de nouveau ouvrir une session, avec son mot de passe.`
          : `${nom} ne pourra plus ouvrir de session\u00a0; ses actes passés restent au journal sous l’identifiant ${identifiant}.`
      }
      confirmer={ferme ? 'Rouvrir le compte' : 'Fermer le compte'}
      {...issues}
      demande={() => (administration) => administration.fermerCompte({ identifiant, ferme: !ferme })}
    />
  )
}
