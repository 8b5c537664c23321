import { lazy, Suspense, useEffect, useLayoutEffect } from 'react'
import type { Play } from './desk-commands.ts'
import { DeskAlerts } from './features/patient/desk-alerts.tsx'
import { SignIn } from './features/session/sign-in.tsx'
import { listenKeys } from './keyboard/listen-keys.ts'
import { rescueFocus } from './keyboard/rescue-focus.ts'
import { DeskContext, useDeskState, type Desk } from './store/use-desk.ts'
import { LiveRegion } from './ui/live-region.tsx'

const loadGuichet = () => import('./guichet.tsx')

/** The admission screen comes in a file of its own: the first form must not wait for it. */
const Guichet = lazy(async () => ({ default: (await loadGuichet()).Guichet }))

const MotDePasse = lazy(async () => ({
  default: (await import('./features/session/change-password.tsx')).ChangePassword,
}))

const Telephone = lazy(async () => ({
  default: (await import('./features/session/register-phone.tsx')).RegisterPhone,
}))

/** Few people administer: their screens never delay the desk. */
const Administration = lazy(async () => ({
  default: (await import('./administration.tsx')).Administration,
}))

interface AppProps {
  readonly desk: Desk
  readonly play: Play
  /** Called once the screen answers. */
  readonly onReady: () => void
}

/** The whole screen around one desk. */
export function App({ desk, play, onReady }: AppProps) {
  // Before any screen listens for keys of its own: those of the desk are kept from the browser first.
  useLayoutEffect(() => listenKeys(document, play), [play])
  useEffect(() => rescueFocus(document), [])
  useEffect(onReady, [onReady])
  return (
    <DeskContext value={desk}>
      <LiveRegion />
      <DeskAlerts />
      <Screen play={play} />
    </DeskContext>
  )
}

/** The form comes before the workstation says who is signed in: most often nobody is, and an agent types at once. */
function Screen({ play }: { readonly play: Play }) {
  const agent = useDeskState((state) => state.agent)
  const ecran = useDeskState((state) => state.ecran)
  useEffect(() => {
    // While the agent types a password, what comes next is fetched.
    if (agent === null) requestIdleCallback(() => void loadGuichet())
  }, [agent])
  const expiree = useDeskState((state) => state.liaison === 'expiree')
  if (!agent && ecran !== 'mot-de-passe' && ecran !== 'telephone') return expiree ? <Attente /> : <SignIn />
  return (
    <Suspense fallback={<Attente />}>
      {ecran === 'guichet' && <Guichet play={play} />}
      {ecran === 'administration' && <Administration play={play} />}
      {ecran === 'mot-de-passe' && <MotDePasse />}
      {ecran === 'telephone' && <Telephone />}
    </Suspense>
  )
}

const Attente = () => <main className="ecran-seul" aria-busy="true" />
