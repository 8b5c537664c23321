import { refuser } from '#domain/refus/refus.ts'
import { echec } from '#domain/result.ts'
import { readInsertedVitale } from '../cards/vitale/read-inserted.ts'
import type { CardStation } from '../pcsc/station.ts'
import type { Nouvelle } from './messages.ts'
import { readDemande } from './read-message.ts'

/** Tells the desk the states of a station and answers its requests; null when the machine has no PC/SC library. */
export function serveCartes(
  station: CardStation | null,
  send: (nouvelle: Nouvelle) => void,
): (message: unknown) => void {
  const enCours = new Map<number, AbortController>()
  if (station) station.watch((etat) => send({ type: 'etat', etat }))
  else send({ type: 'etat', etat: { lecteurs: [], refus: 'cartes/bibliotheque-absente' } })

  const read = async (numero: number): Promise<void> => {
    const controle = new AbortController()
    enCours.set(numero, controle)
    const resultat = station
      ? await readInsertedVitale(station, controle.signal)
      : echec(refuser('cartes/bibliotheque-absente'))
    enCours.delete(numero)
    send({ type: 'lecture', numero, resultat })
  }
  return (message) => {
    const demande = readDemande(message)
    if (demande?.type === 'lireVitale') void read(demande.numero)
    if (demande?.type === 'annuler') enCours.get(demande.numero)?.abort()
  }
}
