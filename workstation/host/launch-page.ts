import { rm, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Where the launch page of a workstation is: a window may be opened on it while the workstation starts. */
export const launchPage = (folder: string): string => join(folder, 'launch.html')

/**
 * Writes `launch.html`, readable by its owner only, which leads the browser to the workstation, and returns its path.
 * The ticket travels in this file because a command line is readable by every user of the machine (`/proc`, task manager).
 */
export const writeLaunchPage = (folder: string, url: string): Promise<string> =>
  write(folder, `<meta http-equiv="refresh" content="0;url=${url}" />`)

/** Writes the launch page of a workstation that is not there yet: it reads itself again until `writeLaunchPage` has replaced it. */
export const writeWaitingPage = (folder: string): Promise<string> =>
  write(folder, `<script>setTimeout(() => location.reload(), ${REREAD_MS})</script>`)

const REREAD_MS = 20

/** In one move, for a window may be reading it; and never through a file left or planted there, which keeps its own rights and its own target. */
async function write(folder: string, leading: string): Promise<string> {
  const path = launchPage(folder)
  const draft = `${path}.ecriture`
  await rm(draft, { force: true })
  await writeFile(draft, page(leading), { mode: 0o600, flag: 'wx' })
  await rename(draft, path)
  return path
}

const page = (leading: string): string => `<!doctype html>
<html lang="fr">
  <meta charset="utf-8" />
  <meta name="referrer" content="no-referrer" />
  ${leading}
  <title>Guichet INS</title>
</html>
`
