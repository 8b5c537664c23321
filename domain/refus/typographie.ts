/** A sentence as French print wants it: the curly apostrophe, and a space that never breaks before « : ; ? ! » and inside quotes. */
export const typographier = (phrase: string): string =>
  phrase
    .replaceAll("'", '’')
    .replaceAll(/ (?=[:;?!»])/g, '\u00a0')
    .replaceAll('« ', '«\u00a0')
