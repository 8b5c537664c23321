import { ajusterTexte } from './ajuster-texte.ts'
import type { BlocIns, ContenuFiche } from './contenu-fiche.ts'
import type { Boite, Matrice, Primitive } from './primitive.ts'
import { ligne, ligneCalee, paragraphe, type Bloc } from './tracer.ts'
import type { Typographie } from './typographie.ts'
import { SILENCE_MATRICE } from './verifier-page.ts'

/** Module of the INS symbol on documents, in µm: 7 dots at 300 dpi, 14 at 600 dpi, above half a millimetre. */
const MODULE = (25_400 / 300) * 7
const RETRAIT = 6_000
const LIBELLE = { police: 'normale', corps: 9, encre: 'gris' } as const
const TITRE = 'Identité nationale de santé (INS)'

/**
 * The INS block of a document, framed: matricule in clear and symbol captioned "INS à scanner" when the identity is
 * qualified, otherwise why there is none and what to do. Source: INS, format datamatrix v2.2 §4; EXI DIF 02.
 */
export function blocIns(
  contenu: ContenuFiche,
  symbole: Matrice | null,
  boite: Omit<Boite, 'hauteur'>,
  typographie: Typographie,
): Bloc {
  return contenu.ins.diffusable && symbole !== null
    ? avecMatricule(contenu.ins, symbole, boite, typographie)
    : sansMatricule(contenu, boite, typographie)
}

function avecMatricule(
  ins: Extract<BlocIns, { diffusable: true }>,
  matrice: Matrice,
  boite: Omit<Boite, 'hauteur'>,
  typographie: Typographie,
): Bloc {
  const cote = matrice.cote * MODULE
  const silence = SILENCE_MATRICE * MODULE
  const x = boite.x + boite.largeur - RETRAIT - cote
  const y = boite.y + RETRAIT
  const bas = y + cote + silence
  const legende = ligneCalee(
    'INS à scanner',
    { x, y: bas + 300, largeur: cote, cale: 'centre' },
    { police: 'grasse', corps: 9 },
    typographie,
  )
  const hauteur = legende.y + legende.hauteur + 3_500 - boite.y
  const gauche = boite.x + RETRAIT
  return {
    primitives: [
      cadre(boite, hauteur),
      ligne(TITRE, [gauche, y - 800], { police: 'grasse', corps: 11 }, typographie),
      ligne('Matricule INS', [gauche, y + 8_500], LIBELLE, typographie),
      ligne(ins.matricule, [gauche, y + 12_500], { police: 'grasse', corps: 20 }, typographie),
      ligne(
        `${ins.nature} · OID ${ins.oid}`,
        [gauche, y + 21_500],
        { police: 'normale', corps: 10 },
        typographie,
      ),
      { genre: 'matrice', x, y, largeur: cote, hauteur: cote, matrice, module: MODULE },
      legende,
    ],
    bas: boite.y + hauteur,
  }
}

function sansMatricule(contenu: ContenuFiche, boite: Omit<Boite, 'hauteur'>, typographie: Typographie): Bloc {
  const gauche = boite.x + RETRAIT
  const largeur = boite.largeur - 2 * RETRAIT
  const raison = contenu.ins.diffusable ? ['', ''] : [contenu.ins.raison, contenu.ins.conduite]
  const titre = ligne(TITRE, [gauche, boite.y + RETRAIT - 800], { police: 'grasse', corps: 11 }, typographie)
  const statut = ligne(
    contenu.mention.texte,
    [gauche, titre.y + titre.hauteur + 2_500],
    { police: 'grasse', corps: 15 },
    typographie,
  )
  const primitives: Primitive[] = [titre, statut]
  let bas = statut.y + statut.hauteur + 1_500
  for (const phrase of raison) {
    const ajuste = ajusterTexte(phrase, largeur, [{ police: 'normale', corps: 10.5, lignes: 3 }], typographie)
    const bloc = paragraphe(ajuste, [gauche, bas], {}, typographie)
    primitives.push(...bloc.primitives)
    bas = bloc.bas + 600
  }
  const hauteur = bas + RETRAIT - 2_000 - boite.y
  return { primitives: [cadre(boite, hauteur), ...primitives], bas: boite.y + hauteur }
}

const cadre = (boite: Omit<Boite, 'hauteur'>, hauteur: number): Primitive => ({
  genre: 'cadre',
  ...boite,
  hauteur,
  trait: 300,
  encre: 'noir',
})
