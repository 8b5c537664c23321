import { describe, expect, it } from 'vitest'
import { pageFileOf } from './page-file.ts'

describe('fichiers des écrans', () => {
  it.each([
    ['/', { path: 'index.html', type: 'text/html; charset=utf-8' }],
    ['/assets/index-B1_x.js', { path: 'assets/index-B1_x.js', type: 'text/javascript; charset=utf-8' }],
    ['/assets/police.woff2', { path: 'assets/police.woff2', type: 'font/woff2' }],
  ])('%s est servi', (pathname, file) => expect(pageFileOf(pathname)).toEqual(file))

  it.each([
    '',
    'index.html',
    '//evil/index.html',
    '/../secret.js',
    '/assets/../../secret.js',
    '/%2e%2e/secret.js',
    '/assets%2f..%2fsecret.js',
    '/..\\secret.js',
    '/C:/secret.js',
    '/.env.js',
    '/assets/.js',
    '/secret.pem',
    '/secret',
    '/page.constructor',
    '/page.__proto__',
    '/assets/',
    '/index.html\0.js',
    '/index.html\n',
  ])('%j n’est pas servi', (pathname) => expect(pageFileOf(pathname)).toBeNull())
})
