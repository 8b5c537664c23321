import { ajusterTexte, essais } from './ajuster-texte.ts'
import type { ContenuFiche, LigneFiche } from './contenu-fiche.ts'
import { blocIns } from './bloc-ins.ts'
import type { CodesSejour, MiseEnPage } from './mise-en-page.ts'
import { paireDeCodes } from './paire-de-codes.ts'
import type { Matrice, Primitive, Support } from './primitive.ts'
import { bandeau, ligne, ligneCalee, paragraphe, type Bloc } from './tracer.ts'
import { hauteurLigne, type Typographie } from './typographie.ts'

/** A4 portrait, and the margins of an admission sheet, in µm. */
export const FEUILLE_A4: Support = { largeur: 210_000, hauteur: 297_000, marge: 8_000 }

const GAUCHE = 18_000
const LARGEUR = 174_000
const BAS_DE_PAGE = 282_000
const GOUTTIERE = 6_000

/** Whole dots at 300 and 600 dpi for the codes of the stay, in µm. */
const MODULES = [25_400 / 75, 254, 25_400 / 120, 25_400 / 150] as const

/** Lays out an admission sheet; `symbole` is the INS DataMatrix, null unless the identity is qualified. */
export function mettreEnPageFiche(
  contenu: ContenuFiche,
  codes: CodesSejour & { readonly ins: Matrice | null },
  typographie: Typographie,
): MiseEnPage {
  const entete = blocEntete(contenu, typographie)
  const identite = blocIdentite(contenu, entete.bas + 9_000, typographie)
  const ins = blocIns(
    contenu,
    codes.ins,
    { x: GAUCHE, y: identite.bas + 9_000, largeur: LARGEUR },
    typographie,
  )
  const controles = grille(contenu.controles, ins.bas + 8_000, 2, typographie)
  const sejour = blocSejour(contenu, codes, controles.bas + 8_000, typographie)
  const blocs = [entete, identite, ins, controles, sejour]
  return {
    primitives: [...blocs.flatMap((bloc) => bloc.primitives), ...pied(contenu, typographie)],
    complet: identite.complet,
  }
}

function blocEntete(contenu: ContenuFiche, typographie: Typographie): Bloc {
  const haut = 15_000
  const alerte =
    contenu.avertissement === null
      ? { primitives: [], bas: haut }
      : simulation(contenu.avertissement, haut, typographie)
  const y = contenu.avertissement === null ? haut : alerte.bas + 7_000
  const titre = ligne(contenu.titre, [GAUCHE, y], { police: 'grasse', corps: 22 }, typographie)
  const sous = paragraphe(
    ajusterTexte(
      contenu.entete,
      LARGEUR,
      [...essais('normale', [10.5, 9]), ...essais('etroite', [9, 7], 2)],
      typographie,
    ),
    [GAUCHE, y + titre.hauteur + 600],
    { encre: 'gris' },
    typographie,
  )
  const statut = drapeau(contenu, y + 1_800, typographie)
  return {
    primitives: [...alerte.primitives, titre, ...sous.primitives, ...statut, filet(sous.bas + 3_500)],
    bas: sous.bas + 3_700,
  }
}

const simulation = (texte: string, y: number, typographie: Typographie): Bloc =>
  bandeau(
    { lignes: [texte], police: 'grasse', corps: 12, complet: true },
    { x: GAUCHE, y, largeur: LARGEUR },
    900,
    typographie,
  )

/** The status at the top right: framed when qualified without attribute, white on black otherwise. */
function drapeau(contenu: ContenuFiche, y: number, typographie: Typographie): readonly Primitive[] {
  const texte = [contenu.mention.texte, ...contenu.mention.attributs].join(' · ')
  const calme = contenu.mention.statut === 'qualifiee' && contenu.mention.attributs.length === 0
  const style = { police: 'grasse', corps: 10, encre: calme ? 'noir' : 'blanc' } as const
  const largeur = Math.ceil(typographie.largeur(texte, style.police, style.corps)) + 6_000
  const fond = { x: GAUCHE + LARGEUR - largeur, y, largeur, hauteur: hauteurLigne(style.corps) + 2_400 }
  return [
    calme
      ? { genre: 'cadre', ...fond, trait: 300, encre: 'noir' }
      : { genre: 'aplat', ...fond, encre: 'noir' },
    ligneCalee(texte, { ...fond, y: y + 1_200, cale: 'centre' }, style, typographie),
  ]
}

function blocIdentite(
  contenu: ContenuFiche,
  y: number,
  typographie: Typographie,
): Bloc & { readonly complet: boolean } {
  const nom = ajusterTexte(contenu.nomNaissance, LARGEUR, ESSAIS_NOM, typographie)
  const prenoms = ajusterTexte(contenu.prenomsNaissance, LARGEUR, ESSAIS_PRENOMS, typographie)
  const blocNom = valeur('Nom de naissance', nom, y, typographie)
  const blocPrenoms = valeur('Prénoms de naissance', prenoms, blocNom.bas + 3_500, typographie)
  const details = grille(contenu.details, blocPrenoms.bas + 6_000, 3, typographie)
  return {
    primitives: [...blocNom.primitives, ...blocPrenoms.primitives, ...details.primitives],
    bas: details.bas,
    complet: nom.complet && prenoms.complet && details.complet,
  }
}

const ESSAIS_NOM = [
  ...essais('grasse', [24, 15]),
  ...essais('grasse', [18, 13], 2),
  ...essais('etroite-grasse', [15, 7], 3),
] as const

const ESSAIS_PRENOMS = [
  ...essais('grasse', [15, 11]),
  ...essais('grasse', [13, 10], 2),
  ...essais('etroite-grasse', [12, 7], 3),
] as const

function valeur(
  libelle: string,
  ajuste: ReturnType<typeof ajusterTexte>,
  y: number,
  typographie: Typographie,
): Bloc {
  const titre = ligne(libelle, [GAUCHE, y], LIBELLE, typographie)
  const texte = paragraphe(ajuste, [GAUCHE, y + titre.hauteur + 300], {}, typographie)
  return { primitives: [titre, ...texte.primitives], bas: texte.bas }
}

const LIBELLE = { police: 'normale', corps: 9, encre: 'gris' } as const

/** Named values in columns of equal width, rows as deep as their deepest value. */
function grille(
  lignes: readonly LigneFiche[],
  y: number,
  colonnes: number,
  typographie: Typographie,
): Bloc & { readonly complet: boolean } {
  const largeur = (LARGEUR - (colonnes - 1) * GOUTTIERE) / colonnes
  const primitives: Primitive[] = []
  let [haut, bas, complet] = [y, y, true]
  for (const [rang, { libelle, valeur }] of lignes.entries()) {
    if (rang % colonnes === 0 && rang > 0) haut = bas + 4_500
    const x = GAUCHE + (rang % colonnes) * (largeur + GOUTTIERE)
    const ajuste = ajusterTexte(
      valeur ?? 'Non recueilli',
      largeur,
      valeur === null ? ESSAIS_ABSENT : ESSAIS_VALEUR,
      typographie,
    )
    const titre = ligne(libelle, [x, haut], LIBELLE, typographie)
    const texte = paragraphe(
      ajuste,
      [x, haut + titre.hauteur + 200],
      { encre: valeur === null ? 'gris' : 'noir' },
      typographie,
    )
    primitives.push(titre, ...texte.primitives)
    bas = Math.max(bas, texte.bas)
    complet &&= ajuste.complet
  }
  return { primitives, bas, complet }
}

const ESSAIS_ABSENT = [{ police: 'normale', corps: 11, lignes: 1 }] as const

const ESSAIS_VALEUR = [
  ...essais('grasse', [12, 10]),
  ...essais('etroite-grasse', [11, 10], 2),
  ...essais('etroite-grasse', [9.5, 6], 4),
] as const

function blocSejour(contenu: ContenuFiche, codes: CodesSejour, y: number, typographie: Typographie): Bloc {
  const hauteur = 19_000
  const primitives = paireDeCodes(
    [
      { libelle: 'IPP', valeur: contenu.ipp, barres: codes.ipp },
      { libelle: 'NDA', valeur: contenu.nda, barres: codes.nda },
    ],
    { x: GAUCHE, y: y + 6_000, largeur: LARGEUR, hauteur },
    MODULES,
    { style: { police: 'grasse', corps: 11 }, typographie },
  )
  return { primitives: [filet(y), ...primitives], bas: y + 6_000 + hauteur }
}

function pied(contenu: ContenuFiche, typographie: Typographie): readonly Primitive[] {
  const trace = ajusterTexte(
    contenu.trace,
    LARGEUR,
    [...essais('normale', [8, 7]), ...essais('etroite', [7, 5])],
    typographie,
  )
  return paragraphe(trace, [GAUCHE, BAS_DE_PAGE], { encre: 'gris' }, typographie).primitives
}

const filet = (y: number): Primitive => ({
  genre: 'aplat',
  x: GAUCHE,
  y,
  largeur: LARGEUR,
  hauteur: 200,
  encre: 'noir',
})
