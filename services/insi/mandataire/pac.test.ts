import { describe, expect, it } from 'vitest'
import { fonctionsPac } from './fonctions-pac.ts'
import { evaluerPac } from './pac.ts'
import { lireAdresseMandataire, lireRoutesPac } from './route.ts'

const URL_INSI = new URL('https://services-ps-tlsm.ameli.fr/lps')
// A Thursday, 14:30:20 local time.
const JEUDI = new Date(2026, 10, 26, 14, 30, 20)

const NOMS: Readonly<Record<string, string>> = { 'insi.chu.fr': '10.2.3.4' }
const fonctions = fonctionsPac({
  maintenant: JEUDI,
  adresse: '192.168.1.20',
  resoudre: (nom) => NOMS[nom] ?? null,
})

describe('Fonctions des scripts PAC', () => {
  it.each([
    ['isPlainHostName', ['poste'], true],
    ['isPlainHostName', ['poste.chu.fr'], false],
    ['dnsDomainIs', ['poste.chu.fr', '.chu.fr'], true],
    ['localHostOrDomainIs', ['poste', 'poste.chu.fr'], true],
    ['localHostOrDomainIs', ['autre.chu.fr', 'poste.chu.fr'], false],
    ['dnsDomainLevels', ['poste.chu.fr'], 2],
    ['shExpMatch', ['services-ps.ameli.fr', '*.ameli.f?'], true],
    ['shExpMatch', ['services-ps.ameli.fr', '*.ameli'], false],
    ['shExpMatch', ['a'.repeat(4_000), `${'*a'.repeat(2_000)}b`], false],
    ['isResolvable', ['insi.chu.fr'], true],
    ['isResolvable', ['ailleurs.chu.fr'], false],
    ['dnsResolve', ['insi.chu.fr'], '10.2.3.4'],
    ['isInNet', ['insi.chu.fr', '10.2.0.0', '255.255.0.0'], true],
    ['isInNet', ['10.3.3.4', '10.2.0.0', '255.255.0.0'], false],
    ['isInNet', ['ailleurs.chu.fr', '0.0.0.0', '0.0.0.0'], false],
    ['convert_addr', ['1.0.0.2'], 16_777_218],
    ['myIpAddress', [], '192.168.1.20'],
    ['weekdayRange', ['MON', 'FRI'], true],
    ['weekdayRange', ['FRI', 'WED'], false],
    ['weekdayRange', ['THU'], true],
    ['timeRange', [14], true],
    ['timeRange', [8, 12], false],
    ['timeRange', [14, 30, 14, 31], true],
    ['timeRange', [22, 0, 0, 6, 0, 0], false],
    ['dateRange', [26], true],
    ['dateRange', ['NOV', 'DEC'], true],
    ['dateRange', [2027], false],
    ['dateRange', [1, 'JAN', 30, 'JUN'], false],
    ['dateRange', [1, 'NOV', 2026, 5, 'FEB', 2027], true],
    ['alert', ['bonjour'], null],
  ] as const)('%s(%j) : %j', (nom, args, attendu) => expect(fonctions[nom]?.(...args)).toBe(attendu))
})

describe('Script PAC, jugé dans un interprète à part', () => {
  it('ne voit que l’hôte, jamais le chemin', async () =>
    expect(await evaluerPac('function FindProxyForURL(u, h) { return u + " " + h }', URL_INSI)).toBe(
      'https://services-ps-tlsm.ameli.fr/ services-ps-tlsm.ameli.fr',
    ))

  it('fait résoudre un nom, même absent', async () =>
    expect(
      await evaluerPac(
        "function FindProxyForURL() { return dnsResolve('localhost') + ' ' + isResolvable('absent.invalid') }",
        URL_INSI,
      ),
    ).toBe('127.0.0.1 false'))

  it.each([
    ['sans fin', 'for (;;) {}'],
    ['qui prend toute la mémoire', "let s = 'x'; for (;;) s += s"],
    ['qui s’appelle lui-même', 'return FindProxyForURL()'],
    ['qui appelle sans fin', "for (;;) shExpMatch('a', 'b')"],
    ['qui fait résoudre sans fin', 'for (let i = 0; ; i += 1) isResolvable(i + ".invalid")'],
    ['qui cherche Node', "return globalThis.process.env['HOME']"],
    ['qui cherche un module', "return require('fs')"],
  ])('%s : arrêté, rien n’en sort', async (_cas, corps) =>
    expect(await evaluerPac(`function FindProxyForURL() { ${corps} }`, URL_INSI)).toBe(null),
  )

  it('sa réponse se lit dans l’ordre, sans ce qui n’est pas HTTP', () =>
    expect(lireRoutesPac('PROXY a.chu.fr:8080; SOCKS5 b:1080;HTTPS [::1]:8443; direct; PROXY')).toEqual([
      { hote: 'a.chu.fr', port: 8080, chiffree: false },
      { hote: '::1', port: 8443, chiffree: true },
      'directe',
    ]))

  it.each(['ftp://a:21', 'http://u:p@a:3128', 'http://a/chemin', 'a:3128', ''])(
    'adresse de mandataire refusée : « %s »',
    (adresse) => expect(lireAdresseMandataire(adresse)).toBe(null),
  )
})
