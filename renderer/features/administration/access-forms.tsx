import type { Personne } from '#domain/administration/personne.ts'
import { ActForm } from './act-form.tsx'

interface AccessFormProps {
  readonly personne: Personne
  readonly fait: () => void
  readonly abandonner: () => void
}

/** A card lost or given back opens nothing any more. */
export const DetachForm = ({ personne: { identifiant, nom }, ...issues }: AccessFormProps) => (
  <ActForm
    titre={`Carte de ${nom}`}
    apercu={`La carte de ${nom} n’ouvrira plus sa session. Une carte se rattache de nouveau par son titulaire, avec son mot de passe.`}
    confirmer="Détacher la carte"
    {...issues}
    demande={() => (administration) => administration.detacherCarte({ identifiant })}
  />
)

/** A telephone lost or changed is no longer asked. */
export const PhoneForm = ({ personne: { identifiant, nom }, ...issues }: AccessFormProps) => (
  <ActForm
    titre={`Téléphone de ${nom}`}
    apercu={`Le code du téléphone ne sera plus demandé à ${nom}. Où l’établissement l’exige, ${nom} en enregistrera un autre à sa prochaine connexion.`}
    confirmer="Retirer le téléphone"
    {...issues}
    demande={() => (administration) => administration.retirerTelephone({ identifiant })}
  />
)
