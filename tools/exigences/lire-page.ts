/** What proves a requirement: tests, each a file and a fragment of its titles, or the reason why there is none yet. */
export type Preuve =
  | { readonly genre: 'tests'; readonly tests: readonly TestCite[] }
  | { readonly genre: 'organisationnelle' | 'à venir'; readonly raison: string }

export interface TestCite {
  readonly fichier: string
  readonly titre: string
}

export interface Exigence {
  readonly code: string
  readonly texte: string
  readonly preuve: Preuve
}

/** Reads the rows of docs/exigences.md; throws on a row whose last column is none of the three forms it may take. */
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
  const sansTest = /^(organisationnelle|à venir) : (.{20,})$/.exec(colonne)
  if (sansTest)
    return { genre: sansTest[1] === 'à venir' ? 'à venir' : 'organisationnelle', raison: sansTest[2] ?? '' }
  const tests = colonne.split('<br>').map((test) => {
    const lu = /^`([^`]+)` « (.+) »$/.exec(test.trim())
    if (!lu) throw new Error(`${code}: neither a test nor a reason: ${colonne}`)
    return { fichier: lu[1] ?? '', titre: lu[2] ?? '' }
  })
  return { genre: 'tests', tests }
}
