import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** Before tests on real parts: what they start is what was built, so it is built anew when its sources changed. */
export function setup(): void {
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, 'build.ts')], {
    stdio: 'inherit',
  })
  if (status !== 0) throw new Error('the build failed')
}
