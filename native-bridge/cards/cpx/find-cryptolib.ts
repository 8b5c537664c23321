import { existsSync } from 'node:fs'
import { win32 } from 'node:path'

/**
 * Where the Cryptolib CPS of the ANS puts its PKCS#11 library, most recent place first. Source: Cryptolib CPS 5.2, release notes
 * and installation guide.
 */
export function cryptolibPaths(
  systeme: NodeJS.Platform,
  architecture: NodeJS.Architecture,
  env: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  if (systeme === 'win32') {
    const fichier = architecture === 'ia32' ? 'cps3_pkcs11_w32.dll' : 'cps3_pkcs11_w64.dll'
    const windows = env['SystemRoot'] ?? 'C:\\Windows'
    // A 32-bit process sees SysWOW64 under the name of System32.
    return [win32.join(windows, 'System32', fichier)]
  }
  if (systeme === 'linux') {
    return ['/opt/santesocial/CPS/lib/libcps3_pkcs11_lux.so', '/usr/local/galss/libcps3_pkcs11_lux.so']
  }
  return systeme === 'darwin' ? ['/usr/local/lib/libcps3_pkcs11_osx.dylib'] : []
}

/** The Cryptolib of this machine, null when it is not installed. */
export const findCryptolib = (): string | null =>
  cryptolibPaths(process.platform, process.arch, process.env).find((chemin) => existsSync(chemin)) ?? null
