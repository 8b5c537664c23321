import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pageFileOf } from '#contracts/transport/page-file.ts'
import { PAGE_HEADERS } from '#contracts/transport/page-policy.ts'
import { isAppUrl } from './policy.ts'

/** Answers requests to `app://guichet` from the folder of the built screens, read-only, with the policy of every page. */
export function createAppProtocol(folder: string): (request: Request) => Promise<Response> {
  return async ({ url, method }) => {
    if (!isAppUrl(url)) return refuse(403)
    if (method !== 'GET') return refuse(405)
    const file = pageFileOf(new URL(url).pathname)
    if (file === null) return refuse(404)
    try {
      const bytes = new Uint8Array(await readFile(join(folder, file.path)))
      return new Response(bytes, { headers: { ...PAGE_HEADERS, 'Content-Type': file.type } })
    } catch {
      return refuse(404)
    }
  }
}

const refuse = (status: number): Response => new Response(null, { status, headers: PAGE_HEADERS })
