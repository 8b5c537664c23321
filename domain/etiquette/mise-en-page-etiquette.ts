import { ajusterTexte, essais, type TexteAjuste } from './ajuster-texte.ts'
import type { ContenuEtiquette } from './contenu-etiquette.ts'
import type { CodesSejour, MiseEnPage } from './mise-en-page.ts'
import { ECART_LEGENDE, paireDeCodes } from './paire-de-codes.ts'
import { PLANCHE_24 } from './planche-24.ts'
import type { Primitive } from './primitive.ts'
import { REGLAGES, type Reglage } from './reglages-etiquette.ts'
import { bandeau, ligne, ligneCalee, paragraphe, type Bloc, type Style } from './tracer.ts'
import { hauteurLigne, type Typographie } from './typographie.ts'

const { largeur: LARGEUR_ETIQUETTE, hauteur: HAUTEUR_ETIQUETTE, marge: MARGE } = PLANCHE_24.etiquette
const LARGEUR = LARGEUR_ETIQUETTE - 2 * MARGE
const BAS = HAUTEUR_ETIQUETTE - MARGE
const ECART_CODES = 400

/** Whole dots at 300 and 600 dpi (3, 2.5 and 2 dots at 300 dpi), in µm. */
const MODULES = [254, 25_400 / 120, 25_400 / 150] as const

const LEGENDE: Style = { police: 'grasse', corps: 7, encombrement: 'capitales' }

/**
 * Lays out a patient label of 63.5 × 33.9 mm: name first, then given names, birth, used names, status, codes. Of the ways to
 * fill it, the airiest that leaves readable bars; what no longer fits even so is refused by `verifierPage`.
 */
export function mettreEnPageEtiquette(
  contenu: ContenuEtiquette,
  codes: CodesSejour,
  typographie: Typographie,
): MiseEnPage {
  const pied = blocPied(contenu, typographie)
  const identite = remplir(contenu, pied.haut, typographie)
  const haut = identite.bas + ECART_CODES
  const sejour = paireDeCodes(
    [
      { libelle: 'IPP', valeur: contenu.ipp, barres: codes.ipp },
      { libelle: 'NDA', valeur: contenu.nda, barres: codes.nda },
    ],
    { x: MARGE, y: haut, largeur: LARGEUR, hauteur: pied.haut - haut },
    MODULES,
    { style: LEGENDE, typographie },
  )
  return {
    primitives: [...identite.primitives, ...sejour, ...pied.primitives],
    complet: identite.complet,
  }
}

type BlocIdentite = Bloc & { readonly complet: boolean }

function remplir(contenu: ContenuEtiquette, haut: number, typographie: Typographie): BlocIdentite {
  const legende = hauteurLigne(LEGENDE.corps, LEGENDE.encombrement) + ECART_LEGENDE + ECART_CODES
  const essayer = (reglage: Reglage) => ({ reglage, bloc: blocIdentite(contenu, reglage, typographie) })
  const [plusAere, ...suivants] = REGLAGES
  return suivants.reduce(
    (essai, suivant) => (haut - essai.bloc.bas - legende >= essai.reglage.barres ? essai : essayer(suivant)),
    essayer(plusAere),
  ).bloc
}

function blocIdentite(contenu: ContenuEtiquette, reglage: Reglage, typographie: Typographie): BlocIdentite {
  const ajuster = (texte: string, tentatives: Reglage['nom']) =>
    ajusterTexte(texte, LARGEUR, tentatives, typographie)
  const nom = ajuster(contenu.nomNaissance, reglage.nom)
  const prenom = ajuster(contenu.premierPrenom, reglage.prenom)
  const naissance = ajuster(contenu.naissance, ESSAIS_NAISSANCE)
  const utilises = contenu.utilises === null ? null : ajuster(contenu.utilises, reglage.utilises)
  const primitives: Primitive[] = []
  let [bas, complet] = [MARGE, nom.complet && prenom.complet && utilises?.complet !== false]
  for (const ajuste of [nom, prenom, naissance, utilises]) {
    if (ajuste === null) continue
    const bloc = paragraphe(ajuste, [MARGE, bas], { encombrement: 'capitales' }, typographie)
    primitives.push(...bloc.primitives)
    if (ajuste === prenom) {
      const suite = suitePrenoms(contenu.prenomsSuivants, prenom, bas, typographie)
      primitives.push(...(suite ?? []))
      complet &&= suite !== undefined
    }
    bas = bloc.bas + reglage.interligne
  }
  const statut = blocStatut(contenu, { nom, prenom, reglage }, bas, typographie)
  return {
    primitives: [...primitives, ...statut.primitives],
    bas: statut.bas,
    complet,
  }
}

const ESSAIS_NAISSANCE = essais('grasse', [9, 8])

/**
 * The other given names go first when room lacks, and their number is told, in letters without descender; undefined when even
 * that has no room.
 */
function suitePrenoms(
  prenoms: readonly string[],
  premier: TexteAjuste,
  y: number,
  typographie: Typographie,
): readonly Primitive[] | undefined {
  if (prenoms.length === 0) return []
  const { corps, lignes } = premier
  const debut = typographie.largeur(`${lignes.at(-1)} `, premier.police, corps)
  const police = premier.police === 'grasse' ? 'normale' : 'etroite'
  const textes = prenoms.map((_, omis) => {
    const gardes = prenoms.slice(0, prenoms.length - omis).join(' ')
    return omis === 0 ? gardes : `${gardes} +${omis} autre${omis > 1 ? 's' : ''}`
  })
  textes.push(`+${prenoms.length} autre${prenoms.length > 1 ? 's' : ''}`, `+${prenoms.length}`)
  const texte = textes.find((essai) => debut + typographie.largeur(essai, police, corps) <= LARGEUR)
  if (texte === undefined) return undefined
  const style: Style = { police, corps, encombrement: 'capitales' }
  const derniere = y + (lignes.length - 1) * hauteurLigne(corps, 'capitales')
  return [ligne(texte, [MARGE + debut, derniere], style, typographie)]
}

/** The status on the left, white on black unless qualified without attribute; the stay on the right, or under it. */
function blocStatut(
  contenu: ContenuEtiquette,
  {
    nom,
    prenom,
    reglage,
  }: { readonly nom: TexteAjuste; readonly prenom: TexteAjuste; readonly reglage: Reglage },
  y: number,
  typographie: Typographie,
): Bloc {
  const alertes = incomplets(nom.complet, prenom.complet)
  const texte = [contenu.mention.texte, ...contenu.mention.attributs, ...alertes].join(' · ')
  const calme = contenu.mention.statut === 'qualifiee' && texte === contenu.mention.texte
  const statut = ajusterTexte(texte, LARGEUR - 2 * MARGE_BANDEAU, reglage.statut, typographie)
  const largeur = Math.ceil(
    Math.max(...statut.lignes.map((mots) => typographie.largeur(mots, statut.police, statut.corps))),
  )
  const drapeau = calme
    ? paragraphe(statut, [MARGE, y], {}, typographie)
    : bandeau(statut, { x: MARGE, y, largeur: largeur + 2 * MARGE_BANDEAU }, 0, typographie)
  const reste = LARGEUR - largeur - 2 * MARGE_BANDEAU - 1_000
  const aCote = ajusterTexte(contenu.sejour, reste, ESSAIS_SEJOUR, typographie)
  if (aCote.complet) {
    const [x, style] = [MARGE + LARGEUR - reste, { police: aCote.police, corps: aCote.corps }]
    const sejour = ligneCalee(contenu.sejour, { x, y, largeur: reste, cale: 'droite' }, style, typographie)
    return { primitives: [...drapeau.primitives, sejour], bas: drapeau.bas }
  }
  if (!reglage.sejour) return drapeau
  const dessous = paragraphe(
    ajusterTexte(contenu.sejour, LARGEUR, ESSAIS_SEJOUR, typographie),
    [MARGE, drapeau.bas + 150],
    {},
    typographie,
  )
  return { primitives: [...drapeau.primitives, ...dessous.primitives], bas: dessous.bas }
}

/** The words that send the reader to the file when a name is cut. */
function incomplets(nom: boolean, prenom: boolean): readonly string[] {
  if (nom && prenom) return []
  const quoi = nom ? 'PRÉNOM INCOMPLET' : prenom ? 'NOM INCOMPLET' : 'NOM ET PRÉNOM INCOMPLETS'
  return [`${quoi} – VOIR DOSSIER`]
}

const MARGE_BANDEAU = 700
const ESSAIS_SEJOUR = [...essais('normale', [6.5, 6.5]), ...essais('etroite', [6.5, 5.5])] as const

/** Foot of the label, laid from the bottom: traceability, and the warning when the page is not for care. */
function blocPied(
  contenu: ContenuEtiquette,
  typographie: Typographie,
): { readonly primitives: readonly Primitive[]; readonly haut: number } {
  const tentatives = [{ police: 'normale', corps: 5, lignes: 1 }, ...essais('etroite', [5, 4.5])] as const
  const trace = ajusterTexte(contenu.trace, LARGEUR, tentatives, typographie)
  const hautBandeau = contenu.avertissement === null ? BAS : BAS - hauteurLigne(6)
  const haut = hautBandeau - hauteurLigne(trace.corps)
  const avertissement: TexteAjuste = {
    lignes: [contenu.avertissement ?? ''],
    police: 'grasse',
    corps: 6,
    complet: true,
  }
  return {
    primitives: [
      ...paragraphe(trace, [MARGE, haut], { encre: 'noir' }, typographie).primitives,
      ...(contenu.avertissement === null
        ? []
        : bandeau(avertissement, { x: MARGE, y: hautBandeau, largeur: LARGEUR }, 0, typographie).primitives),
    ],
    haut,
  }
}
