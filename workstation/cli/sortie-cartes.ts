import type { CodeRefus, Refus } from '#domain/refus/refus.ts'
import type { Sortie } from './commande.ts'

/** Exit of each refusal: no card, no reader, service stopped, Cryptolib missing; any other card is unreadable. */
const SORTIES: Readonly<Partial<Record<CodeRefus, number>>> = {
  'cartes/absente': 10,
  'cpx/absente': 10,
  'cartes/aucun-lecteur': 11,
  'cartes/lecteur-debranche': 11,
  'cartes/service-arrete': 13,
  'cartes/bibliotheque-absente': 13,
  'cartes/module-arrete': 13,
  'cpx/bibliotheque-absente': 14,
}
const ILLISIBLE = 12

/** What a command about cards leaves when it could not name one. */
export const refuserCarte = (refus: Refus): Sortie => ({
  texte: '',
  refus: [refus],
  sortie: SORTIES[refus.code] ?? ILLISIBLE,
})
