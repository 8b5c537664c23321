import type { EtatCartes, EtatLecteur, GenreCarte } from '#domain/cartes/etat-cartes.ts'
import { refuser, type CodeRefus, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'

/**
 * The reader whose card is the best to read, of these kinds, the reader where it is expected first; otherwise a refusal tells what is
 * there, the most useful thing first.
 */
export function chooseReader(
  etat: EtatCartes,
  lisibles: readonly GenreCarte[],
  attendu: string | null = null,
): Result<EtatLecteur & { readonly carte: GenreCarte }, Refus> {
  if (etat.refus) return echec(refuser(etat.refus))
  const lecteurs = etat.lecteurs.toSorted(
    (un, autre) => Number(autre.nom === attendu) - Number(un.nom === attendu),
  )
  for (const genre of lisibles) {
    const lecteur = lecteurs.find(({ carte }) => carte === genre)
    if (lecteur) return succes({ ...lecteur, carte: genre })
  }
  if (lecteurs.some(({ nom, carte }) => nom === attendu && CPX.has(carte)))
    return echec(refuser('cartes/professionnelle'))
  const trouve = OBSTACLES.find(([est]) => etat.lecteurs.some((lecteur) => est(lecteur)))
  return echec(refuser(trouve?.[1] ?? 'cartes/aucun-lecteur'))
}

const CPX: ReadonlySet<GenreCarte | null> = new Set<GenreCarte | null>(['cps3', 'cps3-sans-contact', 'cps4'])

type Obstacle = readonly [est: (lecteur: EtatLecteur) => boolean, code: CodeRefus]

/** A professional card comes last: it belongs in its own reader, and the Vitale's may simply be empty. */
const OBSTACLES: readonly Obstacle[] = [
  [(lecteur) => lecteur.muette, 'cartes/muette'],
  [(lecteur) => lecteur.carte === 'vitale1', 'cartes/vitale-ancienne'],
  [(lecteur) => lecteur.carte === 'agent-cnam', 'cartes/non-reconnue'],
  [(lecteur) => lecteur.carte === null, 'cartes/absente'],
  [() => true, 'cartes/professionnelle'],
]
