import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { createDesk } from './create-desk.ts'
import { connecter } from './poste.ts'
import { ErrorBoundary } from './ui/error-boundary.tsx'
import { restoreTheme } from './ui/theme.ts'
import './ui/tokens.css'
import './ui/base.css'
import './ui/controls.css'
import './ui/lists.css'
import './ui/layout.css'
import './ui/panels.css'
import './ui/search.css'
import './ui/contrast.css'

restoreTheme(document, () => localStorage)

const root = document.querySelector('#ecran')
if (!root) throw new Error('the page has no #ecran')

const desk = createDesk(await connecter(), () => new Date())

createRoot(root).render(
  <StrictMode>
    <ErrorBoundary>
      <App desk={desk} />
    </ErrorBoundary>
  </StrictMode>,
)
