/** What anybody may have written in a certificate reaches screens and reports: letters, figures and little more. */
export const montrable = (texte: string | readonly string[] | undefined): string =>
  [texte ?? []]
    .flat()
    .join(' ')
    .replaceAll(/[^\p{L}\p{N} .,'()_-]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 80)
