/** A run of letters, and whether the other side lacks it. */
export interface Run {
  readonly texte: string
  readonly differe: boolean
}

/** Both texts cut into runs, so that an eye falls at once on the letters that differ. */
export function letterDifferences(
  local: string,
  insi: string,
): { readonly local: Run[]; readonly insi: Run[] } {
  const longueurs = commonLengths(local, insi)
  const [gauche, droite]: [boolean[], boolean[]] = [[], []]
  let [i, j] = [0, 0]
  while (i < local.length || j < insi.length) {
    if (i < local.length && j < insi.length && local[i] === insi[j]) {
      gauche.push(false)
      droite.push(false)
      i += 1
      j += 1
    } else if (j >= insi.length || (i < local.length && at(longueurs, i + 1, j) >= at(longueurs, i, j + 1))) {
      gauche.push(true)
      i += 1
    } else {
      droite.push(true)
      j += 1
    }
  }
  return { local: runs(local, gauche), insi: runs(insi, droite) }
}

/** Lengths of the longest common subsequence of every pair of ends. */
function commonLengths(a: string, b: string): number[][] {
  const longueurs = Array.from({ length: a.length + 1 }, () => Array<number>(b.length + 1).fill(0))
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const ligne = longueurs[i]
      if (!ligne) continue
      ligne[j] =
        a[i] === b[j]
          ? at(longueurs, i + 1, j + 1) + 1
          : Math.max(at(longueurs, i + 1, j), at(longueurs, i, j + 1))
    }
  return longueurs
}

const at = (longueurs: readonly (readonly number[])[], i: number, j: number): number => longueurs[i]?.[j] ?? 0

function runs(texte: string, differe: readonly boolean[]): Run[] {
  const resultat: Run[] = []
  for (const [rang, lettre] of texte.split('').entries()) {
    const marque = differe[rang] ?? false
    const dernier = resultat.at(-1)
    if (dernier?.differe === marque)
      resultat[resultat.length - 1] = { texte: dernier.texte + lettre, differe: marque }
    else resultat.push({ texte: lettre, differe: marque })
  }
  return resultat
}
