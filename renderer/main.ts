import { holdSubmission } from './features/session/hold-submission.ts'
import { firstPaint } from './ui/first-paint.ts'
import { restoreTheme } from './ui/theme.ts'
import './ui/tokens.css'
import './ui/base.css'
import './ui/controls.css'
import './ui/fields.css'
import './ui/lists.css'
import './ui/layout.css'
import './ui/session.css'
import './ui/dialogs.css'
import './ui/keys.css'
import './ui/panels.css'
import './ui/search.css'
import './ui/contrast.css'

// The sign-in form is already drawn by the page: this small file comes first, so that what is typed in it is kept from the first key on.
restoreTheme(document, () => localStorage)

const root = document.querySelector('#ecran')
if (!root) throw new Error('the page has no #ecran')

const releaseSubmission = holdSubmission(root)
// What brings the form to life is fetched and read once the form is there to be typed in, not while it is being drawn.
await firstPaint(window)
const { showDesk } = await import('./show-desk.tsx')
showDesk(root, releaseSubmission)
