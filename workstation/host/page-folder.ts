import { readFile, realpath } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { pageFileOf } from '#contracts/transport/page-file.ts'

/** One file of the screens, ready to be sent. */
export interface Page {
  readonly type: string
  readonly bytes: Uint8Array
}

/** Reads a file of the built screens by URL path; null when there is none inside the folder, symbolic links followed. */
export async function readPage(folder: string, pathname: string): Promise<Page | null> {
  const file = pageFileOf(pathname)
  if (file === null) return null
  try {
    const [root, path] = await Promise.all([realpath(folder), realpath(join(folder, file.path))])
    return path.startsWith(root + sep) ? { type: file.type, bytes: await readFile(path) } : null
  } catch {
    return null
  }
}
