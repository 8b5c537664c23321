import { annuaireDe, typeCpxDe, type PorteurCpx } from '#domain/cartes/porteur-cpx.ts'
import type { Tlv } from '../../apdu/tlv.ts'
import type { Certificat } from './certificate.ts'
import { DER, smallInteger, stringText } from './der.ts'
import { nameText, OID_NOM, valueIn } from './distinguished-name.ts'

/** Private extensions of IGC-Santé certificates. Source: IGC-Santé; values decoded from a published INSi assertion. */
const EXTENSION = {
  typeCarte: '1.2.250.1.71.1.2.2',
  numeroCarte: '1.2.250.1.71.1.2.3',
  profession: '1.2.250.1.71.1.2.7',
} as const

/** Names the holder of a card from one of its certificates; null when it carries no national identifier. */
export function holderOf({ sujet, emetteur, debut, fin, extensions }: Certificat): PorteurCpx | null {
  const idNat = valueIn(sujet, OID_NOM.commonName)
  if (idNat === null || idNat === '') return null
  const nom = valueIn(sujet, OID_NOM.surname)
  // A job's card carries a pseudonym where a person's carries her name.
  const nominative = nom !== null && valueIn(sujet, OID_NOM.pseudonym) === null
  return {
    idNat,
    annuaire: annuaireDe(idNat),
    nom: nominative ? nom : null,
    prenom: nominative ? valueIn(sujet, OID_NOM.givenName) : null,
    profession: valueIn(sujet, OID_NOM.title),
    codeProfession: codeText(extensions.get(EXTENSION.profession)),
    structure: valueIn(sujet, OID_NOM.organizationalUnit),
    nominative,
    type: typeCpxDe(smallInteger(extensions.get(EXTENSION.typeCarte))),
    numeroCarte: codeText(extensions.get(EXTENSION.numeroCarte)),
    debutValidite: debut,
    finValidite: fin,
    emetteur: valueIn(emetteur, OID_NOM.commonName) ?? '',
    sujet: nameText(sujet),
  }
}

/** Longest number read, in bytes: a card number has ten digits. */
const ENTIER_MAX = 8

/** Written as a number, as digits in bytes or as a text, depending on the model of certificate. */
function codeText(objet: Tlv | undefined): string | null {
  const texte = objet ? (numberText(objet) ?? bytesText(objet) ?? stringText(objet)) : null
  return texte !== null && /^[\w-]{1,40}$/.test(texte) ? texte : null
}

const numberText = ({ tag, value }: Tlv): string | null =>
  tag === DER.INTEGER && value.length > 0 && value.length <= ENTIER_MAX
    ? BigInt(`0x${Buffer.from(value).toString('hex')}`).toString()
    : null

const bytesText = ({ tag, value }: Tlv): string | null =>
  tag === DER.OCTET_STRING ? Buffer.from(value).toString('latin1') : null
