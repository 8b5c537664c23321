import type { EtatCartes, EtatLecteur } from '#domain/cartes/etat-cartes.ts'
import { refuser, type CodeRefus, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'

/**
 * The reader whose Vitale is to be read. An unknown card is tried when there is no Vitale, since new ATRs appear and
 * SELECT decides; otherwise a refusal tells what is there, the most useful thing first.
 */
export function chooseReader(etat: EtatCartes): Result<string, Refus> {
  if (etat.refus) return echec(refuser(etat.refus))
  const lisible =
    etat.lecteurs.find((lecteur) => lecteur.carte === 'vitale2') ??
    etat.lecteurs.find((lecteur) => lecteur.carte === 'inconnue')
  if (lisible) return succes(lisible.nom)
  const trouve = OBSTACLES.find(([est]) => etat.lecteurs.some((lecteur) => est(lecteur)))
  return echec(refuser(trouve?.[1] ?? 'cartes/aucun-lecteur'))
}

type Obstacle = readonly [est: (lecteur: EtatLecteur) => boolean, code: CodeRefus]

/** A professional card comes last: it belongs in its own reader, and the Vitale's may simply be empty. */
const OBSTACLES: readonly Obstacle[] = [
  [(lecteur) => lecteur.muette, 'cartes/muette'],
  [(lecteur) => lecteur.carte === 'vitale1', 'cartes/vitale-ancienne'],
  [(lecteur) => lecteur.carte === 'agent-cnam', 'cartes/non-reconnue'],
  [(lecteur) => lecteur.carte === null, 'cartes/absente'],
  [() => true, 'cartes/professionnelle'],
]
