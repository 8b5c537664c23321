import type { App } from 'electron'

/** Keeps one guichet per agent. Returns null in the second one, which must quit; else what stops listening. */
export function startSingleInstance(
  app: Pick<App, 'requestSingleInstanceLock' | 'releaseSingleInstanceLock' | 'on' | 'off'>,
  show: () => void,
): (() => void) | null {
  if (!app.requestSingleInstanceLock()) return null
  app.on('second-instance', show)
  return () => {
    app.off('second-instance', show)
    app.releaseSingleInstanceLock()
  }
}
