/** What a message may hold of the signs that part it. Source: HL7 2.5 §2.7. */
const SIGNES: Readonly<Record<string, string>> = { '|': 'F', '^': 'S', '&': 'T', '~': 'R', '\\': 'E' }

/** Writes a text so that no sign of it is taken for the end of a field, a component or a segment. */
export const echapper = (texte: string): string =>
  texte.replace(/[|^&~\\\p{Cc}]/gu, (signe) => `\\${SIGNES[signe] ?? hexadecimal(signe)}\\`)

/** A field of components, each a text or its sub-components; empty ones at the end are left out. */
export const composants = (...parties: readonly (string | readonly string[])[]): string =>
  joindre(
    parties.map((partie) =>
      typeof partie === 'string' ? echapper(partie) : joindre(partie.map(echapper), '&'),
    ),
    '^',
  )

/** The fields of a segment, already written, under the number the standard gives them. */
export type Champs = Readonly<Record<number, string>>

/** Writes a segment; a field with no number here is empty. `premier` is the number of the first one written. */
export function segment(nom: string, champs: Champs, premier = 1): string {
  const dernier = Math.max(...Object.keys(champs).map(Number))
  const ecrits = Array.from({ length: dernier - premier + 1 }, (_, rang) => champs[premier + rang] ?? '')
  return joindre([nom, ...ecrits], '|')
}

/** Repetitions of a field, those that are not null. */
export const repetitions = (...ecrites: readonly (string | null)[]): string =>
  ecrites.filter((ecrite) => ecrite !== null).join('~')

const joindre = (parties: readonly string[], separateur: string): string =>
  parties.slice(0, parties.findLastIndex((partie) => partie !== '') + 1).join(separateur)

const hexadecimal = (signe: string): string =>
  `X${signe.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
