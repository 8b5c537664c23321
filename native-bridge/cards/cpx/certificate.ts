import { readTlvs, type Tlv } from '../../apdu/tlv.ts'
import { childrenOf, DER, hasBit, instantText, oidText } from './der.ts'
import { readName, type Nom } from './distinguished-name.ts'

/** What the desk reads of an X.509 certificate. Validity in UTC, `AAAA-MM-JJTHH:MM:SSZ`. */
export interface Certificat {
  readonly sujet: Nom
  readonly emetteur: Nom
  readonly debut: string
  readonly fin: string
  /** Values of the extensions, by object identifier. */
  readonly extensions: ReadonlyMap<string, Tlv>
}

const VERSION = 0xa0
const EXTENSIONS = 0xa3
const KEY_USAGE = '2.5.29.15'

/** Reads a certificate from its DER bytes; null for anything that is not a whole one. Source: RFC 5280, 4.1. */
export function readCertificate(der: Uint8Array): Certificat | null {
  const objets = readTlvs(der)
  const [tbs] = childrenOf(objets.ok && objets.value.length === 1 ? objets.value[0] : undefined)
  const champs = childrenOf(tbs)
  const [, , emetteur, validite, sujet] = champs[0]?.tag === VERSION ? champs.slice(1) : champs
  const [debut, fin] = childrenOf(validite).map(instantText)
  const noms = { emetteur: readName(emetteur), sujet: readName(sujet) }
  if (!noms.emetteur || !noms.sujet || !debut || !fin) return null
  return {
    emetteur: noms.emetteur,
    sujet: noms.sujet,
    debut,
    fin,
    extensions: readExtensions(champs.find(({ tag }) => tag === EXTENSIONS)),
  }
}

function readExtensions(objet: Tlv | undefined): Certificat['extensions'] {
  const lues = new Map<string, Tlv>()
  for (const extension of childrenOf(childrenOf(objet)[0])) {
    const [type, ...suite] = childrenOf(extension)
    const [valeur] = childrenOf(suite.find(({ tag }) => tag === DER.OCTET_STRING))
    if (valeur) lues.set(oidText(type), valeur)
  }
  return lues
}

/** Bits of KeyUsage. Source: RFC 5280, 4.2.1.3. */
const USAGE = { authentification: 0, signature: 1, autorite: 5 } as const

/**
 * What the key of a card's certificate is for: its holder's signature (nonRepudiation) or proving that the card is here
 * (digitalSignature); null for an authority's certificate and any other.
 */
export function usageOf({ extensions }: Certificat): 'signature' | 'authentification' | null {
  const bits = extensions.get(KEY_USAGE)
  if (hasBit(bits, USAGE.autorite)) return null
  if (hasBit(bits, USAGE.signature)) return 'signature'
  return hasBit(bits, USAGE.authentification) ? 'authentification' : null
}
