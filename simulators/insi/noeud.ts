import { escapeXml } from './xml.ts'

/** An element to write: its local name, and its text or its children. */
export interface Noeud {
  readonly nom: string
  readonly contenu: string | readonly Noeud[]
}

/** How elements are named: one prefix for all (empty: the default namespace), or another one at each depth. */
export type Prefixes = { readonly unique: string } | 'un-par-profondeur'

/** Writes a tree of one namespace, declared where each prefix first serves. */
export function ecrireNoeud(racine: Noeud, espace: string, prefixes: Prefixes): string {
  const ecrire = ({ nom, contenu }: Noeud, profondeur: number): string => {
    const prefixe = prefixes === 'un-par-profondeur' ? `p${profondeur}` : prefixes.unique
    const declare = prefixes === 'un-par-profondeur' || profondeur === 0
    const xmlns = declare ? ` xmlns${prefixe && `:${prefixe}`}="${espace}"` : ''
    const balise = prefixe === '' ? nom : `${prefixe}:${nom}`
    const dedans =
      typeof contenu === 'string'
        ? escapeXml(contenu)
        : contenu.map((enfant) => ecrire(enfant, profondeur + 1)).join('')
    return `<${balise}${xmlns}>${dedans}</${balise}>`
  }
  return ecrire(racine, 0)
}

/** The tree with the children of each element rearranged, leaves first. */
export const rearranger = (
  noeud: Noeud,
  placer: (enfants: readonly Noeud[], parent: string) => readonly Noeud[],
): Noeud =>
  typeof noeud.contenu === 'string'
    ? noeud
    : {
        nom: noeud.nom,
        contenu: placer(
          noeud.contenu.map((enfant) => rearranger(enfant, placer)),
          noeud.nom,
        ),
      }
