import { LIEU_INCONNU } from '../identite/lieu-naissance.ts'
import type { IndexLieux } from './indexer.ts'
import type { NatureLien } from './lieu.ts'

/** How two birth place codes relate; only `different` is two places, `inconnu` cannot be told. */
export type RapportLieux =
  'identique' | 'ancien-code' | 'arrondissement' | 'deleguee' | 'fusion' | 'inconnu' | 'different'

/**
 * Compares two COG codes, whatever their order. `inconnu` when one is 99999 or is not in the COG (a postal code, say);
 * two arrondissements, or two communes later merged into a third, are `different`. Source: RNIV, comparison of places.
 */
export function memeLieu(index: IndexLieux, a: string, b: string): RapportLieux {
  if (a === b) return 'identique'
  if ([a, b].some((code) => code === LIEU_INCONNU || !estConnu(index, code))) return 'inconnu'
  return (
    partie(index, a, b) ?? partie(index, b, a) ?? devenir(index, a, b) ?? devenir(index, b, a) ?? 'different'
  )
}

const estConnu = ({ parCode, apres }: IndexLieux, code: string): boolean =>
  parCode.has(code) || apres.has(code)

function partie(index: IndexLieux, tout: string, code: string): RapportLieux | null {
  const lieu = index.parties.get(tout)?.find((candidat) => candidat.code === code)
  if (!lieu) return null
  return lieu.nature === 'arrondissement' ? 'arrondissement' : 'deleguee'
}

/** What `de` became after `vers`: the links are followed in the order of time. */
function devenir(index: IndexLieux, de: string, vers: string): RapportLieux | null {
  const vus = new Set<string>()
  const aVoir: { code: string; chemin: NatureLien; date: string }[] = [{ code: de, chemin: 'code', date: '' }]
  for (const { code, chemin, date } of aVoir)
    for (const lien of index.apres.get(code) ?? []) {
      const nature = chemin === 'code' ? lien.nature : chemin
      // What entered a commune with others is not what was later taken out of it.
      if (lien.nature !== 'code' && lien.nature !== nature) continue
      const marque = `${lien.vers} ${nature}`
      if (lien.date < date || vus.has(marque)) continue
      vus.add(marque)
      if (lien.vers === vers) return nature === 'code' ? 'ancien-code' : 'fusion'
      aVoir.push({ code: lien.vers, chemin: nature, date: lien.date })
    }
  return null
}
