/** Letters to change, add, drop or swap with their neighbour to go from one text to the other (optimal string alignment). */
export function distance(un: string, autre: string): number {
  let avantDerniere: readonly number[] = []
  let derniere: readonly number[] = Array.from({ length: autre.length + 1 }, (_case, rang) => rang)
  for (let i = 1; i <= un.length; i += 1) {
    const ligne: number[] = []
    for (let j = 0; j <= autre.length; j += 1) {
      const substitution = at(derniere, j - 1) + (un[i - 1] === autre[j - 1] ? 0 : 1)
      const permutees = un[i - 1] === autre[j - 2] && un[i - 2] === autre[j - 1]
      const permutation = permutees ? at(avantDerniere, j - 2) + 1 : Infinity
      ligne.push(Math.min(substitution, at(derniere, j) + 1, at(ligne, j - 1) + 1, permutation))
    }
    avantDerniere = derniere
    derniere = ligne
  }
  return at(derniere, autre.length)
}

/** A cell outside the table is never the shortest way. */
const at = (ligne: readonly number[], rang: number): number => ligne[rang] ?? Infinity

/** The consonants of a word, doubled ones once: what two transliterations of an Arabic or Cyrillic name share. */
export const squelette = (mot: string): string =>
  mot
    .replace(/OU|[AEIOUYWH]/g, '')
    .replace(/[KQ]/g, 'C')
    .replace(/(.)\1+/g, '$1')

export const memesMots = (un: readonly string[], autre: readonly string[]): boolean =>
  un.join(' ') === autre.join(' ')

export const memesMotsSansOrdre = (un: readonly string[], autre: readonly string[]): boolean =>
  memesMots([...un].sort(), [...autre].sort())

/** Tells whether the first list is a strict beginning of the second, in whole words. */
export const estDebutDe = (court: readonly string[], long: readonly string[]): boolean =>
  court.length > 0 && court.length < long.length && court.every((mot, rang) => mot === long[rang])

/** Tells whether the second list holds every word of the first, in the same order, and more. */
export function estContenuDans(court: readonly string[], long: readonly string[]): boolean {
  let rang = 0
  for (const mot of long) if (mot === court[rang]) rang += 1
  return court.length > 0 && court.length < long.length && rang === court.length
}

/** The words of one list that the other lacks, each counted once a time it appears. */
export function motsEnPlus(un: readonly string[], autre: readonly string[]): readonly string[] {
  const restants = [...autre]
  return un.filter((mot) => {
    const rang = restants.indexOf(mot)
    if (rang >= 0) restants.splice(rang, 1)
    return rang < 0
  })
}
