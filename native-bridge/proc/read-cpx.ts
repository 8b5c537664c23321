import type { CertificatsCpx, EtatCodeCpx, EtatCpx } from '#domain/cartes/etat-cpx.ts'
import type { AnnuaireIdNat, PorteurCpx, TypeCpx } from '#domain/cartes/porteur-cpx.ts'
import { TAILLE_CONDENSAT } from '../cards/cpx/digest-info.ts'
import { bytes, codeRefus, integer, oneOf, record, text, textOrNull } from './fields.ts'
import type { DemandeCpx } from './messages.ts'

type Champs = Readonly<Record<string, unknown>>

/** More than any PIN: what is longer is not one. */
const TAILLE_CODE = 64

/** Reads a request about the CPx; null for anything else. */
export function readDemandeCpx(champs: Champs, numero: number): DemandeCpx | null {
  const presence = integer(champs['presence'])
  if (presence === null) return null
  switch (champs['type']) {
    case 'ouvrirCpx': {
      const code = bytes(champs['code'], TAILLE_CODE)
      return (
        code && { type: 'ouvrirCpx', numero, presence, code, dernierEssai: champs['dernierEssai'] === true }
      )
    }
    case 'signerCpx': {
      const condensat = bytes(champs['condensat'], TAILLE_CONDENSAT)
      const cle = oneOf(champs['cle'], ['signature', 'authentification'])
      if (condensat?.length !== TAILLE_CONDENSAT || cle === null) return null
      return { type: 'signerCpx', numero, presence, condensat, cle }
    }
    case 'fermerCpx':
      return { type: 'fermerCpx', numero, presence }
    default:
      return null
  }
}

/** An RSA key of 4096 bits signs in 512 bytes. */
export const readSignature = (valeur: unknown): Uint8Array | null => bytes(valeur, 512)

/** Reads the state of the CPx; null for anything else. */
export function readEtatCpx(valeur: unknown): EtatCpx | null {
  const champs = record(valeur)
  const refus = codeRefus(champs?.['refus'])
  if (champs?.['etat'] === 'absente') return refus && { etat: 'absente', refus }
  const lecteur = text(champs?.['lecteur'])
  const presence = integer(champs?.['presence'])
  if (!champs || lecteur === null || presence === null) return null
  switch (champs['etat']) {
    case 'lecture':
      return { etat: 'lecture', lecteur, presence }
    case 'refusee':
      return refus && { etat: 'refusee', lecteur, presence, refus }
    case 'presente': {
      const porteur = readPorteur(champs['porteur'])
      const certificats = readCertificats(champs['certificats'])
      const code = oneOf(champs['code'], CODES)
      const ouverte = champs['ouverte']
      if (!porteur || !certificats || code === null || typeof ouverte !== 'boolean') return null
      return { etat: 'presente', lecteur, presence, porteur, certificats, code, ouverte }
    }
    default:
      return null
  }
}

const CODES: readonly EtatCodeCpx[] = ['disponible', 'essai-manque', 'dernier-essai', 'bloque']
const TYPES: readonly TypeCpx[] = ['CPS', 'CPF', 'CDE-CPE', 'CDA-CPA', 'CPX']
const ANNUAIRES: readonly AnnuaireIdNat[] = [
  'adeli',
  'finess',
  'siren',
  'siret',
  'cabinet-rpps',
  'rpps',
  'inconnu',
]

/** Base64 of the largest certificate read. */
const CERTIFICAT_MAX = 24_000

function readCertificats(valeur: unknown): CertificatsCpx | null {
  const champs = record(valeur)
  const signature = text(champs?.['signature'], CERTIFICAT_MAX)
  const authentification = text(champs?.['authentification'], CERTIFICAT_MAX)
  if (signature === null || (authentification === null && champs?.['authentification'] !== null)) return null
  return { signature, authentification }
}

/** A subject repeats every name of the certificate. */
const TEXTE_MAX = 4000

const TEXTES = ['idNat', 'debutValidite', 'finValidite', 'emetteur', 'sujet'] as const
const TEXTES_OU_RIEN = ['nom', 'prenom', 'profession', 'codeProfession', 'structure', 'numeroCarte'] as const

function readPorteur(valeur: unknown): PorteurCpx | null {
  const champs = record(valeur)
  const annuaire = oneOf(champs?.['annuaire'], ANNUAIRES)
  const type = oneOf(champs?.['type'], TYPES)
  const nominative = champs?.['nominative']
  if (!champs || annuaire === null || type === null || typeof nominative !== 'boolean') return null
  const textes = pick(champs, TEXTES, (champ) => text(champ, TEXTE_MAX) ?? undefined)
  const autres = pick(champs, TEXTES_OU_RIEN, textOrNull)
  return textes && autres && { ...textes, ...autres, annuaire, type, nominative }
}

/** Named fields, each read; null when one of them cannot be. */
function pick<K extends string, V>(
  champs: Champs,
  noms: readonly K[],
  read: (valeur: unknown) => V | undefined,
): Readonly<Record<K, V>> | null {
  const lus = noms.map((nom) => [nom, read(champs[nom])] as const)
  return lus.some(([, lu]) => lu === undefined) ? null : (Object.fromEntries(lus) as Record<K, V>)
}
