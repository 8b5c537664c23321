import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import { codeRefusDeCkr } from '../../pkcs11/ckr-codes.ts'
import type { Cryptoki } from '../../pkcs11/cryptoki.ts'

/** The PKCS#11 library through the lives of the card service. */
export interface Cryptolib {
  /** The library, loaded and initialised when it is not yet; a missing one is looked for again each time. */
  ready(): Promise<Result<Cryptoki, Refus>>
  /** Its own version, as it says it. */
  version(): Promise<Result<string, Refus>>
  /** The card service was lost: the library sees no card again before C_Finalize and C_Initialize (measured, Cryptolib 5.2). */
  outdate(): void
}

export function createCryptolib(open: () => Result<Cryptoki, Refus>): Cryptolib {
  let ouverte: Cryptoki | null = null
  let etat: 'neuve' | 'prete' | 'perimee' = 'neuve'
  const cryptolib: Cryptolib = {
    outdate() {
      if (etat === 'prete') etat = 'perimee'
    },
    async version() {
      const ck = await cryptolib.ready()
      if (!ck.ok) return ck
      const version = await ck.value.libraryVersion()
      return version.ok ? version : echec(refuser(codeRefusDeCkr(version.error)))
    },
    async ready() {
      if (!ouverte) {
        const tentative = open()
        if (!tentative.ok) return tentative
        ouverte = tentative.value
      }
      if (etat === 'perimee') await ouverte.finalize()
      if (etat !== 'prete') {
        etat = 'neuve'
        const fait = await ouverte.initialize()
        if (!fait.ok) return echec(refuser(codeRefusDeCkr(fait.error)))
        etat = 'prete'
      }
      return succes(ouverte)
    },
  }
  return cryptolib
}
