import type { Tlv } from '../../apdu/tlv.ts'
import { childrenOf, oidText, stringText } from './der.ts'

/** One attribute of a name; several may share one RDN, as the names of a CPS do. */
interface Attribut {
  readonly oid: string
  readonly valeur: string
}

/** A name, RDN by RDN, in the order of the certificate. */
export type Nom = readonly (readonly Attribut[])[]

export const OID_NOM = {
  commonName: '2.5.4.3',
  surname: '2.5.4.4',
  organizationalUnit: '2.5.4.11',
  title: '2.5.4.12',
  givenName: '2.5.4.42',
  pseudonym: '2.5.4.65',
} as const

/** Short names as OpenSSL writes them; another attribute keeps its number. Source: RFC 4514, RFC 4519. */
const SIGLES: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.4': 'SN',
  '2.5.4.5': 'serialNumber',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '2.5.4.12': 'title',
  '2.5.4.42': 'GN',
  '2.5.4.65': 'pseudonym',
}

/** Reads a Name; null when one of its values is not a text. Source: RFC 5280, 4.1.2.4. */
export function readName(name: Tlv | undefined): Nom | null {
  const rdns = childrenOf(name).map((rdn) => childrenOf(rdn).map(readAttribute))
  const lus = rdns.flat()
  return lus.length > 0 && lus.every((attribut) => attribut !== null) ? (rdns as Nom) : null
}

function readAttribute(ava: Tlv): Attribut | null {
  const [type, valeur] = childrenOf(ava)
  const texte = stringText(valeur)
  return texte === null ? null : { oid: oidText(type), valeur: texte }
}

/** The first value of an attribute. */
export const valueIn = (nom: Nom, oid: string): string | null =>
  nom.flat().find((attribut) => attribut.oid === oid)?.valeur ?? null

/** Writes a name as RFC 4514 does, last RDN first. */
export const nameText = (nom: Nom): string =>
  nom
    .toReversed()
    .map((rdn) => rdn.map(attributeText).toReversed().join('+'))
    .join(',')

const attributeText = ({ oid, valeur }: Attribut): string => `${SIGLES[oid] ?? oid}=${escaped(valeur)}`

const escaped = (valeur: string): string =>
  valeur.replace(/["+,;<>\\]|^[ #]|(?<!^) $/g, (caractere) => `\\${caractere}`)
