import type { Droit } from '../droits/droit.ts'
import type { Organisation } from '../droits/organisation.ts'
import type { Role } from '../droits/role.ts'
import type { Jour } from '../identite/date-naissance.ts'
import type { CodeRefus } from '../refus/refus.ts'

/** A training recorded: its day, and the identifier of who recorded it, null when that was not kept. */
export interface FormationTenue {
  readonly date: Jour
  readonly par: string | null
}

/** A person who may sign in, as whoever administers sees him: never a key nor a password. */
export interface Personne {
  readonly identifiant: string
  readonly nom: string
  readonly role: Role
  readonly ferme: boolean
  /** His password was given by somebody else and opens nothing until he changes it. */
  readonly motDePasseAChanger: boolean
  /** A professional card opens it. */
  readonly carte: boolean
  /** The code of a telephone is asked with the password. */
  readonly telephone: boolean
  /** Null for an account made before trainings were recorded: it keeps what it could do. */
  readonly formations: Readonly<Partial<Record<Droit, FormationTenue>>> | null
  /** False when his rights were altered outside the product: he cannot sign in. */
  readonly intact: boolean
}

/** Tells whether somebody could still administer once things are so; the refusal otherwise. */
export const refusSansAdministrateur = (
  personnes: readonly Personne[],
  { droits }: Pick<Organisation, 'droits'>,
): CodeRefus | null =>
  personnes.some(({ role, ferme, intact }) => intact && !ferme && droits[role].includes('administrer'))
    ? null
    : 'comptes/dernier-administrateur'

/** Nobody closes his own account nor changes his own role: a second person does. */
export const refusSurSoi = (auteur: string, visee: string): CodeRefus | null =>
  auteur === visee ? 'administration/soi-meme' : null
