/** Variables the workstation needs of the session, and its own settings; nothing else passes, `NODE_OPTIONS` and `ELECTRON_RUN_AS_NODE` least of all. */
const KEPT: readonly string[] = [
  'HOME',
  'LANG',
  'LC_ALL',
  'TZ',
  'TMPDIR',
  'XDG_CONFIG_HOME',
  'XDG_DATA_HOME',
  'XDG_STATE_HOME',
  'XDG_RUNTIME_DIR',
  'SystemRoot',
  'SystemDrive',
  'ProgramData',
  'APPDATA',
  'LOCALAPPDATA',
  'USERPROFILE',
  'TEMP',
  'TMP',
  'GUICHET_DONNEES',
  'GUICHET_INSI_URL',
  'GUICHET_INSI_CA',
  'GUICHET_INSI_PFX',
  'GUICHET_INSI_PFX_PASSPHRASE',
  'GUICHET_INSI_IDAM',
  'GUICHET_INSI_EMETTEUR',
  'GUICHET_INSI_PROXY',
  'GUICHET_INSI_PROXY_PASSWORD',
]

/** The environment given to the workstation. */
export function sidecarEnv(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(KEPT.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])))
}
