/** Tells whether one edit at most parts two texts: a letter added, removed, replaced, or two neighbours swapped (Damerau). */
export function aUneFrappePres(a: string, b: string): boolean {
  if (a === b) return true
  if (Math.abs(a.length - b.length) > 1) return false
  const debut = commun(a, b)
  const [resteA, resteB] = [a.slice(debut), b.slice(debut)]
  if (resteA.length === resteB.length)
    return resteA.slice(1) === resteB.slice(1) || sontEchangees(resteA, resteB)
  return resteA.length > resteB.length ? resteA.slice(1) === resteB : resteA === resteB.slice(1)
}

function commun(a: string, b: string): number {
  let rang = 0
  while (rang < a.length && a[rang] === b[rang]) rang += 1
  return rang
}

const sontEchangees = (a: string, b: string): boolean =>
  a.length > 1 && a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2)
