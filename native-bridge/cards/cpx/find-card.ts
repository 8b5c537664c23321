import type { EtatCartes, EtatLecteur, GenreCarte } from '#domain/cartes/etat-cartes.ts'
import { refuser, type CodeRefus, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'

const CONTACT: ReadonlySet<GenreCarte | null> = new Set<GenreCarte | null>(['cps3', 'cps4'])

/**
 * The reader that holds the professional card of the desk, whichever it is. The card already named stays the one, even when a
 * colleague inserts his in the other reader; otherwise two cards are a refusal: an act has one author.
 */
export function findCpx({ lecteurs, refus }: EtatCartes, enUsage: number | null): Result<EtatLecteur, Refus> {
  if (refus) return refused(refus)
  const cartes = lecteurs.filter(({ carte }) => CONTACT.has(carte))
  const gardee = cartes.find(({ presence }) => presence === enUsage)
  if (gardee) return succes(gardee)
  const [seule] = cartes
  if (seule) return cartes.length === 1 ? succes(seule) : refused('cpx/plusieurs')
  // Without contact there is neither PIN nor signature. Source: ANS, Cryptolib CPS, card-cps3.c.
  if (lecteurs.some(({ carte }) => carte === 'cps3-sans-contact')) return refused('cpx/sans-contact')
  return refused(lecteurs.some(({ muette }) => muette) ? 'cartes/muette' : 'cpx/absente')
}

const refused = (code: CodeRefus): Result<never, Refus> => echec(refuser(code))
