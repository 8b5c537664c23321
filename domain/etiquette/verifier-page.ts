import { elargir, largeurBarres, type Boite, type Primitive, type Support } from './primitive.ts'
import type { Typographie } from './typographie.ts'

/** Rules a page must keep to be read by people and by scanners. */
type RegleDePage =
  | 'debordement'
  | 'chevauchement'
  | 'zone-de-silence'
  | 'module'
  | 'symbole'
  | 'glyphe'
  | 'largeur'
  | 'contraste'

/** A broken rule and the rank of the primitive that breaks it. */
export interface Defaut {
  readonly regle: RegleDePage
  readonly rang: number
}

/** Quiet zones in modules. Source: ISO/IEC 15417 (Code 128), ISO/IEC 16022 (DataMatrix, doubled for office printers). */
export const SILENCE_BARRES = 10
export const SILENCE_MATRICE = 2

/** One dot of a 600 dpi printer, in µm: modules are whole numbers of dots. */
const POINT_600 = 25_400 / 600
const TOLERANCE = 1

/** Lowest bars a hand scanner crosses without care, in µm. */
const HAUTEUR_BARRES = 3_000

/** Lists what is wrong with a page; an empty list allows printing. */
export function verifierPage(
  primitives: readonly Primitive[],
  support: Support,
  typographie: Typographie,
): readonly Defaut[] {
  return primitives.flatMap((primitive, rang) =>
    [
      ...seule(primitive, support, typographie),
      ...primitives.flatMap((autre, rangAutre) =>
        rangAutre === rang ? [] : ensemble(primitive, autre, rangAutre > rang),
      ),
      ...contraste(primitive, primitives.slice(0, rang)),
    ].map((regle) => ({ regle, rang })),
  )
}

function seule(primitive: Primitive, support: Support, typographie: Typographie): readonly RegleDePage[] {
  const utile = elargir({ x: 0, y: 0, ...support }, -support.marge, -support.marge)
  const regles: RegleDePage[] = contient(utile, silence(primitive)) ? [] : ['debordement']
  switch (primitive.genre) {
    case 'texte': {
      const { texte, police, corps, largeur } = primitive
      if (!typographie.connait(texte, police)) regles.push('glyphe')
      if (typographie.largeur(texte, police, corps) > largeur + TOLERANCE) regles.push('largeur')
      return regles
    }
    case 'barres':
      if (!enPointsEntiers(primitive.module)) regles.push('module')
      if (Math.abs(largeurBarres(primitive.barres, primitive.module) - primitive.largeur) > TOLERANCE)
        regles.push('symbole')
      if (primitive.hauteur < HAUTEUR_BARRES) regles.push('symbole')
      return regles
    case 'matrice': {
      const { matrice, module, largeur, hauteur } = primitive
      if (!enPointsEntiers(module)) regles.push('module')
      if (matrice.modules.length !== matrice.cote ** 2) regles.push('symbole')
      if ([largeur, hauteur].some((cote) => Math.abs(cote - matrice.cote * module) > TOLERANCE))
        regles.push('symbole')
      return regles
    }
    case 'aplat':
    case 'cadre':
      return regles
  }
}

/** What two primitives break together; texts are compared once per pair, a symbol with all that is near it. */
function ensemble(une: Primitive, autre: Primitive, premiereFois: boolean): readonly RegleDePage[] {
  if (une.genre === 'barres' || une.genre === 'matrice')
    return touche(silence(une), autre) ? ['zone-de-silence'] : []
  if (une.genre !== 'texte' || !premiereFois) return []
  if (autre.genre === 'texte') return seCroisent(une, autre) ? ['chevauchement'] : []
  return autre.genre === 'cadre' && touche(une, autre) ? ['chevauchement'] : []
}

/** A text lies wholly in or out of each ground under it, and differs from that ground. */
function contraste(primitive: Primitive, dessous: readonly Primitive[]): readonly RegleDePage[] {
  if (primitive.genre !== 'texte') return []
  const fonds = dessous.filter((fond) => fond.genre === 'aplat' && seCroisent(fond, primitive))
  if (fonds.some((fond) => !contient(fond, primitive))) return ['chevauchement']
  const fond = fonds.at(-1)
  const encreFond = fond?.genre === 'aplat' ? fond.encre : 'blanc'
  return (encreFond === 'noir') === (primitive.encre === 'blanc') ? [] : ['contraste']
}

/** The box no other ink may enter. */
function silence(primitive: Primitive): Boite {
  if (primitive.genre === 'barres') return elargir(primitive, SILENCE_BARRES * primitive.module, 0)
  if (primitive.genre !== 'matrice') return primitive
  return elargir(primitive, SILENCE_MATRICE * primitive.module, SILENCE_MATRICE * primitive.module)
}

/** Tells whether ink meets a box: the inside of a frame is not ink. */
function touche(boite: Boite, autre: Primitive): boolean {
  if (!seCroisent(boite, autre)) return false
  return autre.genre !== 'cadre' || !contient(elargir(autre, -autre.trait, -autre.trait), boite)
}

const seCroisent = (une: Boite, autre: Boite): boolean =>
  une.x < autre.x + autre.largeur &&
  autre.x < une.x + une.largeur &&
  une.y < autre.y + autre.hauteur &&
  autre.y < une.y + une.hauteur

const contient = (grande: Boite, petite: Boite): boolean =>
  petite.x >= grande.x &&
  petite.y >= grande.y &&
  petite.x + petite.largeur <= grande.x + grande.largeur &&
  petite.y + petite.hauteur <= grande.y + grande.hauteur

const enPointsEntiers = (module: number): boolean =>
  module > 0 && Math.abs(module / POINT_600 - Math.round(module / POINT_600)) < 0.05
