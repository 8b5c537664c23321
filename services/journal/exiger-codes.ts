import { parseMatriculeIns } from '#domain/identite/matricule.ts'

/** What a journalled text may be made of: a code or an identifier, with no space nor accent. */
const CODE = /^[\w.:/@-]{1,80}$/

const QUINZE = /(?=(\d{5}(?:\d{2}|2[AB])\d{8}))/g

/** Throws when a value could not be a code, or hides a matricule: writing it down would be a bug, and irreversible. */
export function exigerCodes(valeurs: Readonly<Record<string, unknown>>): void {
  for (const [champ, valeur] of Object.entries(valeurs))
    if (typeof valeur === 'string' && !estCode(valeur))
      throw new TypeError(`The journal only takes codes and identifiers: ${champ}.`)
}

const estCode = (valeur: string): boolean =>
  CODE.test(valeur) &&
  ![...valeur.matchAll(QUINZE)].some(([, chiffres]) => parseMatriculeIns(chiffres ?? '').ok)
