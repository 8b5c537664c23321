import { LIBELLES_ROLE, ROLES, type Role } from '#domain/droits/role.ts'

interface RoleChoiceProps {
  readonly role: Role
  readonly onChange: (role: Role) => void
}

/** The five roles; the arrows go from one to the next. */
export const RoleChoice = ({ role, onChange }: RoleChoiceProps) => (
  <fieldset className="choix">
    <legend className="libelle">Rôle</legend>
    {ROLES.map((un) => (
      <label key={un}>
        <input type="radio" name="role" value={un} checked={un === role} onChange={() => onChange(un)} />
        {LIBELLES_ROLE[un]}
      </label>
    ))}
  </fieldset>
)
