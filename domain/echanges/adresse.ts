import { refuser, type Refus } from '../refus/refus.ts'
import { echec, succes, type Result } from '../result.ts'

/** Where a patient lives; the country in three letters, as HL7 writes it. */
export interface Adresse {
  readonly voie: string
  readonly ville: string
  readonly codePostal: string
  readonly pays: string
}

const CHAMPS = ['voie', 'ville', 'codePostal', 'pays']

/** Reads an address out of a file: its four fields, all texts, and nothing else. */
export function lireAdresse(contenu: unknown): Result<Adresse, Refus> {
  return estAdresse(contenu) && /^[A-Z]{3}$/.test(contenu.pays)
    ? succes(contenu)
    : echec(refuser('echange/adresse'))
}

function estAdresse(contenu: unknown): contenu is Adresse {
  if (typeof contenu !== 'object' || contenu === null) return false
  const champs = new Map<string, unknown>(Object.entries(contenu))
  return champs.size === CHAMPS.length && CHAMPS.every((champ) => typeof champs.get(champ) === 'string')
}
