import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PAGE_HEADERS } from '#contracts/transport/page-policy.ts'
import { createAppProtocol } from './app-protocol.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guichet-app-'))
  await writeFile(join(folder, 'index.html'), '<!doctype html>')
})
afterAll(() => rm(folder, { recursive: true }))

const ask = (url: string, method = 'GET'): Promise<Response> =>
  createAppProtocol(folder)(new Request(url, { method }))

describe('app://guichet', () => {
  it('sert la page avec sa politique', async () => {
    const answer = await ask('app://guichet/')
    const headers = Object.entries({ ...PAGE_HEADERS, 'Content-Type': 'text/html; charset=utf-8' })
    expect([answer.status, await answer.text()]).toEqual([200, '<!doctype html>'])
    expect(headers.map(([name]) => answer.headers.get(name))).toEqual(headers.map(([, value]) => value))
  })

  it.each([
    ['app://evil/', 'GET', 403],
    ['app://guichet.evil/', 'GET', 403],
    ['app://guichet/', 'POST', 405],
    ['app://guichet/absent.js', 'GET', 404],
    ['app://guichet/../../etc/passwd.js', 'GET', 404],
    ['app://guichet/%2e%2e/secret.js', 'GET', 404],
    ['app://guichet/..%5csecret.js', 'GET', 404],
    ['app://guichet/..\\secret.js', 'GET', 404],
  ])('%s en %s est refusé (%i), avec la même politique', async (url, method, status) => {
    const answer = await ask(url, method)
    expect([answer.status, answer.headers.get('Content-Security-Policy')]).toEqual([
      status,
      PAGE_HEADERS['Content-Security-Policy'],
    ])
  })
})
