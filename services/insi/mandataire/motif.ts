/** Matches a text against `*` and `?`, in a time that no pattern can stretch. */
export function correspondMotif(texte: string, motif: string): boolean {
  let [lu, rang, etoile, repris] = [0, 0, -1, 0]
  while (lu < texte.length) {
    if (motif[rang] === '*') [etoile, repris, rang] = [rang, lu, rang + 1]
    else if (motif[rang] === '?' || motif[rang] === texte[lu]) [lu, rang] = [lu + 1, rang + 1]
    else if (etoile !== -1) [repris, lu, rang] = [repris + 1, repris + 1, etoile + 1]
    else return false
  }
  return /^\**$/.test(motif.slice(rang))
}
