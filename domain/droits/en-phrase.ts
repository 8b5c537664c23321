/** A label as it reads within a sentence: only its first letter is lowered, so that INS and INSi stay what they are. */
export const enPhrase = (libelle: string): string => libelle.charAt(0).toLowerCase() + libelle.slice(1)
