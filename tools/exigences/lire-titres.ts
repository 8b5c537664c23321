/**
 * The texts between quotes of a test file, comments left out: its titles and the names of its cases. A fragment found
 * nowhere else than in a comment proves nothing.
 */
export const textesDe = (source: string): readonly string[] =>
  [...source.matchAll(COMMENTAIRE_OU_TEXTE)].flatMap(([, apostrophes, guillemets, accents]) => {
    const texte = apostrophes ?? guillemets ?? accents
    return texte === undefined ? [] : [texte.replace(/\\(.)/g, '$1')]
  })

const COMMENTAIRE_OU_TEXTE =
  /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g
