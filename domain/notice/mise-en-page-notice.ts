import { ajusterTexte, type Essai } from '../etiquette/ajuster-texte.ts'
import type { MiseEnPage } from '../etiquette/mise-en-page.ts'
import type { Primitive } from '../etiquette/primitive.ts'
import { bandeau, ligne, ligneCalee, paragraphe, type Bloc } from '../etiquette/tracer.ts'
import type { Typographie } from '../etiquette/typographie.ts'
import type { ContenuNotice, LigneNotice, SectionNotice } from './contenu-notice.ts'

const GAUCHE = 18_000
const LARGEUR = 174_000
const HAUT = 14_000
const REFERENCE = 280_000
const RETRAIT = 7_000

/** The smallest body of a notice, in points: it is read by anybody. */
const CORPS_MINIMUM = 12

/** White in µm between lines of a section, and before its title. */
interface Aeration {
  readonly corps: number
  readonly entreLignes: number
  readonly entreSections: number
}

/** From the airiest to the densest; the last one holds five differences and names of a hundred characters. */
const AERATIONS: readonly [Aeration, ...Aeration[]] = [
  { corps: 14, entreLignes: 2_000, entreSections: 8_000 },
  { corps: 13, entreLignes: 1_500, entreSections: 6_000 },
  { corps: 12, entreLignes: 1_000, entreSections: 4_500 },
  { corps: 12, entreLignes: 300, entreSections: 3_000 },
]

/** Lays out a notice on one A4 page, as large as it can be. */
export function mettreEnPageNotice(contenu: ContenuNotice, typographie: Typographie): MiseEnPage {
  const [premiere, ...suivantes] = AERATIONS
  let page = composer(contenu, premiere, typographie)
  for (const aeration of suivantes)
    if (page.bas > REFERENCE - 2_000) page = composer(contenu, aeration, typographie)
  return {
    primitives: [...page.primitives, pied(contenu, typographie)],
    complet: page.complet,
  }
}

interface BlocAjuste extends Bloc {
  readonly complet: boolean
}

function composer(contenu: ContenuNotice, aeration: Aeration, typographie: Typographie): BlocAjuste {
  const primitives: Primitive[] = []
  let [bas, complet] = [HAUT, true]
  const poser = (bloc: BlocAjuste, blanc: number): void => {
    primitives.push(...bloc.primitives)
    bas = bloc.bas + blanc
    complet &&= bloc.complet
  }
  const { corps, entreLignes, entreSections } = aeration
  const texte = (mots: string, police: Essai['police'], taille: number): BlocAjuste =>
    ecrire({ marque: null, texte: mots }, bas, { police, corps: taille }, typographie)
  if (contenu.avertissement !== null) poser(simulation(contenu.avertissement, bas, typographie), 4_000)
  poser(texte(contenu.etablissement, 'grasse', corps), 500)
  poser(texte(contenu.date, 'normale', corps), entreSections)
  poser(texte(contenu.titre, 'grasse', corps + 6), 3_000)
  poser(texte(`Notice remise à : ${contenu.patient}`, 'grasse', corps), 1_000)
  for (const section of contenu.sections)
    poser(ecrireSection(section, bas + entreSections, { corps, entreLignes, typographie }), 0)
  return { primitives, bas, complet }
}

function ecrireSection(
  { titre, lignes }: SectionNotice,
  y: number,
  { corps, entreLignes, typographie }: Omit<Aeration, 'entreSections'> & { typographie: Typographie },
): BlocAjuste {
  const entete = ligne(titre, [GAUCHE, y], { police: 'grasse', corps: corps + 2 }, typographie)
  const primitives: Primitive[] = [entete]
  let [bas, complet] = [y + entete.hauteur + 800, true]
  for (const [rang, une] of lignes.entries()) {
    const bloc = ecrire(une, rang === 0 ? bas : bas + entreLignes, { police: 'normale', corps }, typographie)
    primitives.push(...bloc.primitives)
    bas = bloc.bas
    complet &&= bloc.complet
  }
  return { primitives, bas, complet }
}

/** A sentence over as many lines as it takes, after its mark; a word too long for the page is narrowed, then cut with a mark. */
function ecrire(
  { marque, texte }: LigneNotice,
  y: number,
  { police, corps }: Pick<Essai, 'police' | 'corps'>,
  typographie: Typographie,
): BlocAjuste {
  const retrait = marque === null ? 0 : RETRAIT
  const etroite = police === 'grasse' ? 'etroite-grasse' : 'etroite'
  const ajuste = ajusterTexte(
    texte,
    LARGEUR - retrait,
    [
      { police, corps, lignes: LIGNES },
      { police: etroite, corps: CORPS_MINIMUM, lignes: LIGNES },
    ],
    typographie,
  )
  const bloc = paragraphe(ajuste, [GAUCHE + retrait, y], {}, typographie)
  const puce = marque === null ? [] : [ligne(marque, [GAUCHE, y], ajuste, typographie)]
  return { primitives: [...puce, ...bloc.primitives], bas: bloc.bas, complet: ajuste.complet }
}

/** More lines than any sentence takes. */
const LIGNES = 8

const simulation = (texte: string, y: number, typographie: Typographie): BlocAjuste => ({
  ...bandeau(
    { lignes: [texte], police: 'grasse', corps: CORPS_MINIMUM, complet: true },
    { x: GAUCHE, y, largeur: LARGEUR },
    900,
    typographie,
  ),
  complet: true,
})

const pied = ({ reference }: ContenuNotice, typographie: Typographie): Primitive =>
  ligneCalee(
    reference,
    { x: GAUCHE, y: REFERENCE, largeur: LARGEUR, cale: 'droite' },
    { police: 'normale', corps: CORPS_MINIMUM, encre: 'gris' },
    typographie,
  )
