import { refuser, type Refus } from '../refus/refus.ts'
import { echec, succes, type Result } from '../result.ts'

declare const marque: unique symbol

/** Matricule INS (NIR or NIA with key): fifteen characters whose key was verified. Source: RNIV, NIR key modulo 97. */
export type MatriculeIns = string & { readonly [marque]: 'MatriculeIns' }

/** Where a matricule comes from; its nature is told by the OID alone. Source: FR Core, fr-core-patient-ins. */
export const OIDS = {
  '1.2.250.1.213.1.4.8': 'NIR',
  '1.2.250.1.213.1.4.9': 'NIA',
  '1.2.250.1.213.1.4.10': 'NIR de test',
  '1.2.250.1.213.1.4.11': 'NIR de démonstration',
} as const

export type OidIns = keyof typeof OIDS

export const estOidIns = (texte: string): texte is OidIns => Object.hasOwn(OIDS, texte)

/** Reads fifteen characters (spaces allowed between them) into a matricule whose key is right. */
export function parseMatriculeIns(saisie: string): Result<MatriculeIns, Refus> {
  const texte = saisie.replace(/\s/g, '').toUpperCase()
  if (!/^\d{5}(?:\d{2}|2[AB])\d{8}$/.test(texte)) return echec(refuser('matricule/forme'))
  if (texte.slice(13) !== cleDe(texte.slice(0, 13))) return echec(refuser('matricule/cle'))
  return succes(texte as MatriculeIns)
}

/** The two-digit key of a thirteen-character number: 97 − (N mod 97), 2A counted 19 and 2B counted 18. */
export function cleDe(numero: string): string {
  const nombre = BigInt(numero.replace('2A', '19').replace('2B', '18'))
  return String(97n - (nombre % 97n)).padStart(2, '0')
}

/** A matricule as people read it, `2 79 03 51 215 189 89`. */
export const ecrireMatricule = (matricule: string): string =>
  matricule.replace(/^(.)(..)(..)(..)(...)(...)(..)$/, '$1 $2 $3 $4 $5 $6 $7')
