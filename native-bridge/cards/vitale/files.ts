import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import { readTlvs, type Tlv } from '../../apdu/tlv.ts'

/** A file of the card's map: its number and the application that holds it. */
export interface FichierVitale {
  readonly fid: number
  readonly application: number
}

/** Applications of a Vitale 2. Source: cardpeek, vitale_2.lua. */
export const AID_VITALE = Uint8Array.from(Buffer.from('D250000002564954414C45', 'hex'))
export const AID_MF_VITALE = Uint8Array.from(Buffer.from('D2500000024D465F564954414C45', 'hex'))

/** The map of applications and files; the other file numbers are published nowhere and come from it. */
export const FID_POINTERS = 0x2001

const FICHIERS_MAX = 64

/**
 * Reads EF 2001: `E0 { A0 { 82 {index(2) ?(2) AID}… } 80 {name(8) index(2) fid(2)}… }`, and gives the files of application
 * VITALE in the order of the map. `cartes/contenu-illisible` for another shape. Source: cardpeek, vitale_2.lua.
 */
export function readPointers(bytes: Uint8Array): Result<readonly FichierVitale[], Refus> {
  const illisible = echec(refuser('cartes/contenu-illisible'))
  const carte = childrenOf(readTlvs(bytes), 0xe0)
  if (!carte) return illisible
  const applications = childrenOf(succes(carte), 0xa0)
  const vitale = applications?.find((entree) => entree.tag === 0x82 && estVitale(entree.value))
  if (!vitale) return illisible
  const index = word(vitale.value, 0)
  const fichiers = carte.filter((entree) => entree.tag === 0x80 && entree.value.length >= 12).map(fileOf)
  const retenus = fichiers.filter((fichier) => fichier.application === index)
  return retenus.length === 0 || retenus.length > FICHIERS_MAX ? illisible : succes(retenus)
}

function childrenOf(objets: Result<readonly Tlv[], Refus>, tag: number): readonly Tlv[] | null {
  const parent = objets.ok ? objets.value.find((objet) => objet.tag === tag) : undefined
  const enfants = parent ? readTlvs(parent.value) : undefined
  return enfants?.ok ? enfants.value : null
}

const estVitale = (application: Uint8Array): boolean =>
  Buffer.from(application.subarray(4)).equals(Buffer.from(AID_VITALE))

const fileOf = ({ value }: Tlv): FichierVitale => ({ application: word(value, 8), fid: word(value, 10) })

const word = (bytes: Uint8Array, offset: number): number =>
  ((bytes[offset] ?? 0) << 8) | (bytes[offset + 1] ?? 0)
