import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'

/** SHA-256, in hexadecimal, of every file of the workstation as packaged, by path with forward slashes. */
export type SidecarManifest = Readonly<Record<string, string>>

/** Reads a whole folder. A link has no place in a package: it is recorded as such and matches no hash. */
export async function computeManifest(folder: string): Promise<SidecarManifest> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => !entry.isDirectory())
  const lines: [string, string][] = []
  for (const file of files) {
    const path = join(file.parentPath, file.name)
    lines.push([relative(folder, path).split(sep).join('/'), file.isFile() ? await hash(path) : 'not-a-file'])
  }
  return Object.fromEntries(lines.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Whether the folder holds exactly the files of the manifest: none altered, none missing, none added. */
export async function isIntact(folder: string, manifest: SidecarManifest): Promise<boolean> {
  try {
    const found = await computeManifest(folder)
    const paths = Object.keys(found)
    return (
      paths.length === Object.keys(manifest).length && paths.every((path) => found[path] === manifest[path])
    )
  } catch {
    return false
  }
}

async function hash(path: string): Promise<string> {
  const sha = createHash('sha256')
  await pipeline(createReadStream(path), sha)
  return sha.digest('hex')
}
