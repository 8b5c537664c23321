/** Writes the slashes of a date while its eight digits are typed; any other text is left for the rule to judge. */
export function maskDate(texte: string): string {
  if (!/^[\d/]*$/.test(texte)) return texte
  const chiffres = texte.replaceAll('/', '')
  if (chiffres.length > 8) return texte
  return [chiffres.slice(0, 2), chiffres.slice(2, 4), chiffres.slice(4)]
    .filter((part) => part !== '')
    .join('/')
}
