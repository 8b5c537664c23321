import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Writes `launch.html`, readable by its owner only, which leads the browser to the workstation, and returns its path.
 * The ticket travels in this file because a command line is readable by every user of the machine (`/proc`, task manager).
 */
export async function writeLaunchPage(folder: string, url: string): Promise<string> {
  const path = join(folder, 'launch.html')
  // A file left there, or planted there, keeps its own rights and its own target: never write through it.
  await rm(path, { force: true })
  await writeFile(path, page(url), { mode: 0o600, flag: 'wx' })
  return path
}

const page = (url: string): string => `<!doctype html>
<html lang="fr">
  <meta charset="utf-8" />
  <meta name="referrer" content="no-referrer" />
  <meta http-equiv="refresh" content="0;url=${url}" />
  <title>Guichet INS</title>
</html>
`
