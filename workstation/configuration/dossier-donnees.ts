import { homedir } from 'node:os'
import { join } from 'node:path'

/** The folder of this workstation's data: GUICHET_DONNEES, else the usual place of the system. */
export function dossierDonnees(env: Readonly<Record<string, string | undefined>>): string {
  const choisi = env['GUICHET_DONNEES']
  if (choisi !== undefined && choisi !== '') return choisi
  return process.platform === 'win32'
    ? join(env['LOCALAPPDATA'] ?? join(homedir(), 'AppData/Local'), 'guichet-ins')
    : join(env['XDG_DATA_HOME'] ?? join(homedir(), '.local/share'), 'guichet-ins')
}
