import { basename } from 'node:path'

/** What may be told of a bug without telling of whom the desk was speaking: the class of the error, and where. */
export interface EmpreinteErreur {
  readonly erreur: string
  /** Places in the program, innermost first, as `file.ts:line`. */
  readonly ou: readonly string[]
}

const NOM = /^[A-Za-z][A-Za-z0-9_]{0,39}$/
const LIEU = /([A-Za-z0-9_.-]{1,60}):(\d{1,6}):\d{1,6}\)?$/
const LIEUX_AU_PLUS = 12

/**
 * Reads the class and the places of an error. Never its message: that of a library may quote a trait, a query or a line of
 * a file. Lines of the message that imitate a place are left out with it.
 */
export function empreinteErreur(cause: unknown): EmpreinteErreur {
  if (!(cause instanceof Error)) return { erreur: 'Inconnue', ou: [] }
  const nom = cause.constructor.name
  return { erreur: NOM.test(nom) ? nom : 'Error', ou: lieuxDe(cause) }
}

function lieuxDe({ stack, message }: Error): readonly string[] {
  if (typeof stack !== 'string') return []
  const debut = stack.indexOf(message)
  // A message changed since is somewhere in the stack, no one knows where.
  if (debut === -1) return []
  return stack
    .slice(debut + message.length)
    .split('\n')
    .filter((ligne) => ligne.startsWith('    at '))
    .flatMap((ligne) => {
      const [, chemin, numero] = LIEU.exec(basename(ligne.trim())) ?? []
      return chemin === undefined ? [] : [`${chemin}:${numero}`]
    })
    .slice(0, LIEUX_AU_PLUS)
}
