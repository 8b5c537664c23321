import type { Beneficiaire } from '#domain/cartes/lecture-vitale.ts'
import { cleDe } from '#domain/identite/matricule.ts'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import { readTlvs, valueOf, type Tlv } from '../../apdu/tlv.ts'

/** Tags of a beneficiary, inside each object 65. Source: cardpeek, vitale_2.lua. */
const TAG = { beneficiaire: 0x65, nom: 0x80, prenom: 0x81, naissance: 0x82, nir: 0x93 } as const

/** A family card of the first generation already stopped at nineteen people. */
const BENEFICIAIRES_MAX = 32

/** Whether a file starts like the one that holds people. */
export const startsWithBeneficiaire = (head: Uint8Array): boolean => head[0] === TAG.beneficiaire

/**
 * Reads every beneficiary of a card file, in the order of the card, or none: `cartes/contenu-illisible` as soon as one of them
 * lacks a field. The card's single name is taken as the birth name, and left to the agent to check: nothing published
 * tells it from a usual name (RNIV: the card proves nothing). No matricule: the number read is the insured's.
 */
export function readBeneficiaires(bytes: Uint8Array): Result<readonly Beneficiaire[], Refus> {
  const objets = readTlvs(bytes)
  if (!objets.ok) return objets
  const lus = objets.value.filter((objet) => objet.tag === TAG.beneficiaire).map(readOne)
  const beneficiaires = lus.filter((lu) => lu !== null)
  if (beneficiaires.length !== lus.length || lus.length === 0 || lus.length > BENEFICIAIRES_MAX) {
    return echec(refuser('cartes/contenu-illisible'))
  }
  return succes(beneficiaires.map((lu, position) => ({ ...lu, rang: birthRank(beneficiaires, position) })))
}

/**
 * Rank among the beneficiaries born the same day, 1 for everyone but the second twin and after: the meaning of
 * `rangDeNaissance` in the official reading API, whose results take the same form.
 */
const birthRank = (tous: readonly SansRang[], position: number): number =>
  tous.slice(0, position + 1).filter((lu) => lu.dateNaissance === tous[position]?.dateNaissance).length

type SansRang = Omit<Beneficiaire, 'rang'>

function readOne(objet: Tlv): SansRang | null {
  const champs = readTlvs(objet.value)
  if (!champs.ok) return null
  const nomNaissance = text(valueOf(champs.value, TAG.nom))
  const prenoms = text(valueOf(champs.value, TAG.prenom))
  const dateNaissance = date(text(valueOf(champs.value, TAG.naissance)))
  const nirAssure = nir(text(valueOf(champs.value, TAG.nir)))
  if (!nomNaissance || !prenoms || !dateNaissance || !nirAssure) return null
  return { nomNaissance, nomUsuel: null, prenoms, dateNaissance, matricule: null, nirAssure, regime: null }
}

/** Latin-1, padded with spaces; null when it holds a control character. */
function text(value: Uint8Array | undefined): string | null {
  if (!value) return null
  const texte = Buffer.from(value).toString('latin1').trim()
  return /[\p{Cc}]/u.test(texte) ? null : texte
}

/** Any eight digits: a lunar date is kept as it is. */
const date = (texte: string | null): string | null =>
  texte && /^\d{8}$/.test(texte) ? `${texte.slice(0, 4)}-${texte.slice(4, 6)}-${texte.slice(6)}` : null

/** Thirteen characters, with or without their key; a wrong key is a misread card. */
function nir(texte: string | null): string | null {
  const lu = /^(\d{5}(?:\d{2}|2[AB])\d{6})(\d{2})?$/.exec(texte ?? '')
  if (!lu?.[1]) return null
  return lu[2] === undefined || lu[2] === cleDe(lu[1]) ? lu[0] : null
}
