import type { App, Shell, WebContents } from 'electron'
import { isAppUrl, isExternalUrl } from './policy.ts'

/** Puts the guards of navigation on every page that will ever exist (items 11 to 15); returns what stops doing so. */
export function startGuards(app: Pick<App, 'on' | 'off'>, shell: Pick<Shell, 'openExternal'>): () => void {
  const guard = (_event: unknown, contents: WebContents): void => guardContents(contents, shell)
  app.on('web-contents-created', guard)
  return () => void app.off('web-contents-created', guard)
}

function guardContents(contents: WebContents, shell: Pick<Shell, 'openExternal'>): void {
  const stayHome = (event: { readonly url: string; preventDefault(): void }): void => {
    if (!isAppUrl(event.url)) event.preventDefault()
  }
  contents.on('will-navigate', stayHome)
  contents.on('will-frame-navigate', stayHome)
  contents.on('will-redirect', stayHome)
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    if (isExternalUrl(url)) void shell.openExternal(url)
    return { action: 'deny' }
  })
}
