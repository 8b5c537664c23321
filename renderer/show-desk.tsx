import { StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { createDesk } from './create-desk.ts'
import { createCommands } from './desk-commands.ts'
import { connecter } from './poste.ts'
import { ErrorBoundary } from './ui/error-boundary.tsx'

/** Brings to life the first screen that the page already shows; `onReady` is called once it answers. */
export function showDesk(root: Element, onReady: () => void): void {
  // The desk has letters of its own, which the first screen does without: they are there when it opens.
  for (const face of document.fonts) face.load().catch(() => undefined)
  const desk = createDesk(connecter(), () => new Date())
  const play = createCommands(desk, document)
  hydrateRoot(
    root,
    <StrictMode>
      <ErrorBoundary>
        <App desk={desk} play={play} onReady={onReady} />
      </ErrorBoundary>
    </StrictMode>,
  )
}
