import type { Bibliotheque } from '#domain/cartes/bibliotheque.ts'
import { refuser } from '#domain/refus/refus.ts'
import { echec, succes } from '#domain/result.ts'
import type { BureauCpx } from '../cards/cpx/follow-cpx.ts'
import type { FournisseurVitale } from '../cards/vitale/fournisseur.ts'
import { readInsertedVitale } from '../cards/vitale/read-inserted.ts'
import type { CardStation } from '../pcsc/station.ts'
import type { Nouvelle } from './messages.ts'
import { readDemande } from './read-message.ts'
import { serveCpx } from './serve-cpx.ts'

/** What the card process has to serve the desk with. */
export interface Materiel {
  readonly station: CardStation
  readonly vitale: FournisseurVitale
  readonly cpx: BureauCpx
}

type Inventorier = () => Promise<readonly Bibliotheque[]>

/** Tells the desk the states of a station and answers its requests; null when the machine has no PC/SC library. */
export function serveCartes(
  materiel: Materiel | null,
  inventorier: Inventorier,
  send: (nouvelle: Nouvelle) => void,
): (message: unknown) => void {
  const enCours = new Map<number, AbortController>()
  const answerCpx = serveCpx(materiel?.cpx ?? null, send)
  if (materiel) materiel.station.watch((etat) => send({ type: 'etat', etat }))
  else {
    send({ type: 'etat', etat: { lecteurs: [], refus: 'cartes/bibliotheque-absente' } })
    send({ type: 'cpx', etat: { etat: 'absente', refus: 'cartes/bibliotheque-absente' } })
  }

  const read = async (numero: number, lecteur: string | null): Promise<void> => {
    const controle = new AbortController()
    enCours.set(numero, controle)
    const resultat = materiel
      ? await readInsertedVitale(materiel, lecteur, controle.signal)
      : echec(refuser('cartes/bibliotheque-absente'))
    enCours.delete(numero)
    send({ type: 'lecture', numero, resultat })
  }
  const tell = async (numero: number): Promise<void> =>
    send({ type: 'inventaire', numero, resultat: succes(await inventorier()) })
  return (message) => {
    const demande = readDemande(message)
    if (demande?.type === 'lireVitale') void read(demande.numero, demande.lecteur)
    else if (demande?.type === 'inventorier') void tell(demande.numero)
    else if (demande?.type === 'annuler') enCours.get(demande.numero)?.abort()
    else if (demande) void answerCpx(demande)
  }
}
