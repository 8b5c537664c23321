import { chmodSync, statSync } from 'node:fs'

/** Write for the group, everything for others. */
const DROITS_DE_TROP = 0o027

/**
 * Closes the data folder to the other users of the machine; false when it is another user's, whose files, and whose compiled
 * code, would be believed. Windows, which numbers no user, keeps it in the user's own profile. An absent folder is a matter for the configuration.
 */
export function protegerDossier(dossier: string, utilisateur = process.getuid?.()): boolean {
  if (utilisateur === undefined) return true
  const vu = statSync(dossier, { throwIfNoEntry: false })
  if (vu === undefined) return true
  if (vu.uid !== utilisateur) return false
  if ((vu.mode & DROITS_DE_TROP) !== 0) chmodSync(dossier, vu.mode & 0o777 & ~DROITS_DE_TROP)
  return true
}
