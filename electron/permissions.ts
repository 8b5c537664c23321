import type { Session } from 'electron'
import { isLocalRequest } from './policy.ts'

type Guarded = Pick<
  Session,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setDisplayMediaRequestHandler'
  | 'webRequest'
  | 'on'
  | 'off'
>

/** Denies every permission, device, capture, download and outside request to the pages (items 1 and 5); returns what lifts it. */
export function startPermissions(session: Guarded): () => void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  // An empty answer is a refusal; without a handler the choice would be Chromium's.
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}))
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isLocalRequest(url) }))
  const refuse = (event: { preventDefault(): void }): void => event.preventDefault()
  session.on('will-download', refuse)

  return () => {
    session.setPermissionRequestHandler(null)
    session.setPermissionCheckHandler(null)
    session.setDevicePermissionHandler(null)
    session.setDisplayMediaRequestHandler(null)
    session.webRequest.onBeforeRequest(null)
    session.off('will-download', refuse)
  }
}
