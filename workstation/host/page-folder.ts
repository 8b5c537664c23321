import { readFileSync, realpathSync } from 'node:fs'
import { join, sep } from 'node:path'
import { pageFileOf } from '#contracts/transport/page-file.ts'

/** One file of the screens, ready to be sent. */
export interface Page {
  readonly type: string
  readonly bytes: Uint8Array
}

/**
 * Reads a file of the built screens by URL path; null when there is none inside the folder, symbolic links followed.
 * At once: a few small local files, which a window that opens waits for, while the browser leaves little to other threads.
 */
export function readPage(folder: string, pathname: string): Page | null {
  const file = pageFileOf(pathname)
  if (file === null) return null
  try {
    const path = realpathSync.native(join(folder, file.path))
    const inside = path.startsWith(realpathSync.native(folder) + sep)
    return inside ? { type: file.type, bytes: readFileSync(path) } : null
  } catch {
    return null
  }
}
