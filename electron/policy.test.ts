import { describe, expect, it } from 'vitest'
import { isAppUrl, isExternalUrl, isLocalRequest, webPreferences } from './policy.ts'

describe('règles de la coquille', () => {
  it.each(['app://guichet/', 'app://guichet/assets/app.js', 'app://guichet/#patient'])(
    '%s est à nous',
    (url) => expect(isAppUrl(url)).toBe(true),
  )

  it.each([
    'app://guichet.evil/',
    'app://guichet@evil/',
    'app://evil@guichet/',
    'app://guichet:80/',
    'app://guichet\\@evil/',
    'app:guichet',
    'http://guichet/',
    'https://guichet/',
    'file:///app://guichet/',
    'javascript:alert(1)',
    'about:blank',
    'data:text/html,x',
    'blob:app://guichet/1',
    '',
  ])('%s n’est pas une page à nous', (url) => expect(isAppUrl(url)).toBe(false))

  it('seules nos pages, nos blobs et les données en ligne se chargent', () => {
    const asked = [
      'app://guichet/a.js',
      'blob:app://guichet/1',
      'data:image/png,',
      'https://a',
      'ws://127.0.0.1',
      'file:///etc/passwd',
      'blob:https://a/1',
    ]
    expect(asked.map(isLocalRequest)).toEqual([true, true, true, false, false, false, false])
  })

  it.each([
    ['https://esante.gouv.fr/offres-services/referentiel-ins', true],
    ['http://esante.gouv.fr/', false],
    ['https://esante.gouv.fr.evil/', false],
    ['https://evil@esante.gouv.fr/', false],
    ['https://esante.gouv.fr@evil/', false],
    ['https://esante.gouv.fr:8443/', false],
    ['file:///C:/Windows/System32/calc.exe', false],
    ['mailto:a@b', false],
    ['', false],
  ])('le navigateur du système ouvre %s : %s', (url, open) => expect(isExternalUrl(url)).toBe(open))

  it('une fenêtre est isolée, sans Node, et sans outils de développement une fois installée', () => {
    expect(webPreferences('/p.cjs', true)).toEqual({
      preload: '/p.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      spellcheck: false,
      devTools: false,
    })
    expect(webPreferences('/p.cjs', false).devTools).toBe(true)
  })
})
