interface SecretFieldProps {
  readonly nom: string
  readonly libelle: string
  readonly type?: 'text' | 'password'
  readonly autoComplete?: string
  /** Digits only: a PIN, the code of a telephone. */
  readonly chiffres?: boolean
  readonly max?: number
  /** Takes the focus: the first thing its screen asks for. */
  readonly premier?: boolean
  readonly decrit?: string
}

/** A field of a sign-in form; what is typed in it stays in it. */
export function SecretField({
  nom,
  libelle,
  type = 'password',
  autoComplete = 'off',
  chiffres = false,
  max = 256,
  premier = false,
  decrit,
}: SecretFieldProps) {
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
        maxLength={max}
        required
        {...(chiffres ? { inputMode: 'numeric', pattern: '[0-9 ]*' } : {})}
        {...(decrit === undefined ? {} : { 'aria-describedby': decrit })}
      />
    </label>
  )
}

/** What a form holds under a name. */
export function readField(form: HTMLFormElement, nom: string): string {
  const valeur = new FormData(form).get(nom)
  return typeof valeur === 'string' ? valeur : ''
}

/** Empties a field and goes to it: a wrong PIN is typed again whole, and stays nowhere. */
export function emptyField(form: HTMLFormElement | null, nom: string): void {
  const champ = form?.querySelector<HTMLInputElement>(`[name=${nom}]`)
  if (!champ) return
  champ.value = ''
  champ.focus()
}
