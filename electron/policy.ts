import type { CustomScheme, WebPreferences } from 'electron'

/** The only origin the shell shows. A scheme of our own, never `file:` (Electron security.md, item 18). */
export const APP_ORIGIN = 'app://guichet'

/** To be registered before the application is ready. */
export const APP_SCHEME: CustomScheme = {
  scheme: 'app',
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
}

/** Help pages an agent may open in the browser. Never an address read from a card, a code or an answer (item 15). */
const EXTERNAL_ORIGINS: readonly string[] = ['https://esante.gouv.fr', 'https://industriels.esante.gouv.fr']

/** Switches by which a program could drive a packaged guichet from outside. */
export const FORBIDDEN_SWITCHES: readonly string[] = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'inspect',
  'inspect-brk',
  'js-flags',
  'disable-web-security',
  'no-sandbox',
  'load-extension',
]

/** What a window may do (items 2 to 12); developer tools exist only before packaging. */
export const webPreferences = (preload: string, packaged: boolean) =>
  ({
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    safeDialogs: true,
    // Hunspell dictionaries are downloaded, and a checked word is patient data.
    spellcheck: false,
    devTools: !packaged,
  }) satisfies WebPreferences

/** Whether an address is a page of ours. */
export function isAppUrl(address: string): boolean {
  const url = URL.parse(address)
  return (
    url !== null &&
    url.protocol === 'app:' &&
    url.host === 'guichet' &&
    url.username === '' &&
    url.password === ''
  )
}

/** Whether a request may leave the page: our own files, and data the page already holds. */
export function isLocalRequest(address: string): boolean {
  return isAppUrl(address) || /^(blob:app:\/\/guichet\/|data:)/.test(address)
}

/** Whether an address may be handed to the browser of the system. */
export function isExternalUrl(address: string): boolean {
  const url = URL.parse(address)
  return url !== null && EXTERNAL_ORIGINS.includes(url.origin) && url.username === '' && url.password === ''
}
