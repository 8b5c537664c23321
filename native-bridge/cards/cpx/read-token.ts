import type { CertificatsCpx } from '#domain/cartes/etat-cpx.ts'
import type { PorteurCpx } from '#domain/cartes/porteur-cpx.ts'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import { codeRefusDeCkr } from '../../pkcs11/ckr-codes.ts'
import { CKA, CKO, type CodeCkr, type Cryptoki, type Poignee } from '../../pkcs11/cryptoki.ts'
import { readCertificate, usageOf } from './certificate.ts'
import { holderOf } from './holder.ts'

/** Which key of a card signs. */
export type CleCpx = 'signature' | 'authentification'

/** What a token gives without its PIN. */
export interface ContenuCpx {
  readonly porteur: PorteurCpx
  readonly certificats: CertificatsCpx
  /** CKA_ID of each key, the one of its certificate. */
  readonly ids: Readonly<Partial<Record<CleCpx, Uint8Array>>>
}

interface CertificatLu {
  readonly usage: CleCpx | null
  readonly id: Uint8Array
  readonly der: Uint8Array
}

/**
 * Reads the certificates of a token and names its holder from the signature one. `cpx/contenu-illisible` when there is none: labels
 * vary from a library to another, what a key is for does not.
 */
export async function readToken(ck: Cryptoki, session: Poignee): Promise<Result<ContenuCpx, Refus>> {
  const objets = await ck.find(session, [{ type: CKA.CLASS, valeur: CKO.CERTIFICATE }])
  if (!objets.ok) return failed(objets.error)
  const lus: CertificatLu[] = []
  for (const objet of objets.value) {
    const der = await ck.attribute(session, objet, CKA.VALUE)
    const id = await ck.attribute(session, objet, CKA.ID)
    if (!der.ok) return failed(der.error)
    if (!id.ok) return failed(id.error)
    const certificat = readCertificate(der.value)
    lus.push({ usage: certificat && usageOf(certificat), id: id.value, der: der.value })
  }
  return contentOf(lus)
}

const failed = (code: CodeCkr): Result<never, Refus> => echec(refuser(codeRefusDeCkr(code)))

function contentOf(lus: readonly CertificatLu[]): Result<ContenuCpx, Refus> {
  const signature = lus.find(({ usage }) => usage === 'signature')
  const authentification = lus.find(({ usage }) => usage === 'authentification')
  const certificat = signature && readCertificate(signature.der)
  const porteur = certificat && holderOf(certificat)
  if (!signature || !porteur) return echec(refuser('cpx/contenu-illisible'))
  return succes({
    porteur,
    certificats: {
      signature: base64(signature.der),
      authentification: authentification ? base64(authentification.der) : null,
    },
    ids: { signature: signature.id, ...(authentification && { authentification: authentification.id }) },
  })
}

const base64 = (der: Uint8Array): string => Buffer.from(der).toString('base64')
