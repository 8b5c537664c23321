import { describe, expect, it } from 'vitest'
import { cryptolibPaths } from './find-cryptolib.ts'

describe('Cryptolib CPS, là où son installeur la pose', () => {
  it.each([
    ['win32', 'x64', { SystemRoot: 'D:\\Windows' }, ['D:\\Windows\\System32\\cps3_pkcs11_w64.dll']],
    ['win32', 'ia32', {}, ['C:\\Windows\\System32\\cps3_pkcs11_w32.dll']],
    [
      'linux',
      'x64',
      {},
      ['/opt/santesocial/CPS/lib/libcps3_pkcs11_lux.so', '/usr/local/galss/libcps3_pkcs11_lux.so'],
    ],
    ['darwin', 'arm64', {}, ['/usr/local/lib/libcps3_pkcs11_osx.dylib']],
    ['aix', 'ppc64', {}, []],
  ] as const)('%s %s', (systeme, architecture, env, attendus) =>
    expect(cryptolibPaths(systeme, architecture, env)).toEqual(attendus),
  )
})
