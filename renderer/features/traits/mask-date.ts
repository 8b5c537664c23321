/**
 * Writes the slashes of a date while its digits are typed; a year alone, or a month and a year, are left so where no day could
 * read that way. Any other text is left for the rule to judge.
 */
export function maskDate(texte: string): string {
  if (!/^[\d/]*$/.test(texte)) return texte
  const chiffres = texte.replaceAll('/', '')
  if (chiffres.length > 8) return texte
  if (/^(?:18|19|20)(?:1[3-9]|[2-9]\d)$/.test(chiffres)) return chiffres
  const partielle = /^(0[1-9]|1[0-2])((?:18|19|20)\d{2})$/.exec(chiffres)
  if (partielle) return `${partielle[1]}/${partielle[2]}`
  return [chiffres.slice(0, 2), chiffres.slice(2, 4), chiffres.slice(4)]
    .filter((part) => part !== '')
    .join('/')
}
