/** The PKCS#11 library of the CPx that IT chose, GUICHET_CRYPTOLIB first; null for the installed Cryptolib. */
export const choisirCryptolib = (
  env: Readonly<Record<string, string | undefined>>,
  reglee?: string,
): string | null => env['GUICHET_CRYPTOLIB'] ?? reglee ?? null
