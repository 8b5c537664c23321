import { lazy, Suspense, useEffect, useMemo } from 'react'
import { createCommands } from './desk-commands.ts'
import { DeskAlerts } from './features/patient/desk-alerts.tsx'
import { SignIn } from './features/session/sign-in.tsx'
import { listenKeys } from './keyboard/listen-keys.ts'
import { rescueFocus } from './keyboard/rescue-focus.ts'
import { DeskContext, useDeskState, type Desk } from './store/use-desk.ts'
import { LiveRegion } from './ui/live-region.tsx'
import type { Geste } from './workflow/geste.ts'

const loadGuichet = () => import('./guichet.tsx')

/** The admission screen comes in a file of its own: the first form must not wait for it. */
const Guichet = lazy(async () => ({ default: (await loadGuichet()).Guichet }))

const MotDePasse = lazy(async () => ({
  default: (await import('./features/session/change-password.tsx')).ChangePassword,
}))

/** Few people administer: their screens never delay the desk. */
const Administration = lazy(async () => ({
  default: (await import('./administration.tsx')).Administration,
}))

/** The whole screen around one desk. */
export function App({ desk }: { readonly desk: Desk }) {
  const play = useMemo(() => createCommands(desk, document), [desk])
  useEffect(() => listenKeys(document, play), [play])
  useEffect(() => rescueFocus(document), [])
  return (
    <DeskContext value={desk}>
      <LiveRegion />
      <DeskAlerts />
      <Screen play={play} />
    </DeskContext>
  )
}

function Screen({ play }: { readonly play: (geste: Geste) => unknown }) {
  const agent = useDeskState((state) => state.agent)
  const ecran = useDeskState((state) => state.ecran)
  useEffect(() => {
    // While the agent types a password, what comes next is fetched.
    if (agent === null) requestIdleCallback(() => void loadGuichet())
  }, [agent])
  if (agent === undefined) return <Attente />
  if (agent === null && ecran !== 'mot-de-passe') return <SignIn />
  return (
    <Suspense fallback={<Attente />}>
      {ecran === 'guichet' && <Guichet play={play} />}
      {ecran === 'administration' && <Administration play={play} />}
      {ecran === 'mot-de-passe' && <MotDePasse />}
    </Suspense>
  )
}

const Attente = () => <main className="ecran-seul" aria-busy="true" />
