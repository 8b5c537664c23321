/**
 * What proves a requirement: tests, each a file and a fragment of its titles, or the reason why the establishment alone answers for it.
 * When its text could not be read, tests may prove its subject.
 */
export type Preuve =
  | { readonly genre: 'tests'; readonly tests: readonly TestCite[] }
  | { readonly genre: 'texte non lu'; readonly raison: string; readonly tests: readonly TestCite[] }
  | { readonly genre: 'organisationnelle'; readonly raison: string }

export interface TestCite {
  readonly fichier: string
  readonly titre: string
}

export interface Exigence {
  readonly code: string
  readonly texte: string
  readonly preuve: Preuve
}

/** Reads the rows of docs/exigences.md; throws on a row whose last column is none of the forms it may take. */
export function lirePage(page: string): readonly Exigence[] {
  return page
    .split('\n')
    .filter((ligne) => /^\| (?!Code |-)/.test(ligne))
    .map((ligne) => {
      const [code = '', texte = '', preuve = ''] = ligne
        .slice(1, -1)
        .split('|')
        .map((colonne) => colonne.trim())
      return { code, texte, preuve: lirePreuve(code, preuve) }
    })
}

function lirePreuve(code: string, colonne: string): Preuve {
  const sansTest = /^organisationnelle : (.{20,})$/.exec(colonne)
  if (sansTest) return { genre: 'organisationnelle', raison: sansTest[1] ?? '' }
  const [premiere = '', ...suite] = colonne.split('<br>')
  const nonLu = /^texte non lu : (.{20,})$/.exec(premiere)
  if (nonLu) return { genre: 'texte non lu', raison: nonLu[1] ?? '', tests: lireTests(code, suite) }
  return { genre: 'tests', tests: lireTests(code, [premiere, ...suite]) }
}

const lireTests = (code: string, cites: readonly string[]): readonly TestCite[] =>
  cites.map((test) => {
    const lu = /^`([^`]+)` « (.+) »$/.exec(test.trim())
    if (!lu) throw new Error(`${code}: neither a test nor a reason: ${test}`)
    return { fichier: lu[1] ?? '', titre: lu[2] ?? '' }
  })
