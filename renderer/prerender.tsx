import { renderToString } from 'react-dom/server'
import { App } from './app.tsx'
import { createDesk } from './create-desk.ts'
import { posteSur } from './poste.ts'
import { keepLine } from './transport/keep-line.ts'

/** The first screen as HTML, before the workstation was ever reached: the page holds it, `showDesk` brings it to life. */
export function prerender(): string {
  const poste = posteSur(keepLine(() => new Promise(() => undefined)))
  const desk = createDesk(poste, () => new Date())
  return renderToString(<App desk={desk} play={() => false} onReady={() => undefined} />)
}
