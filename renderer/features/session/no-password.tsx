import { useDeskState } from '../../store/use-desk.ts'
import { CardNote } from './card-note.tsx'
import { DeskName } from './desk-name.tsx'

/** Waits for a card, where nothing else opens a session. */
export function NoPassword() {
  const attendue = useDeskState(
    ({ connexion }) => connexion?.carte.etat === 'absente' && connexion.verrouilleePour === null,
  )
  return (
    <section className="carte-seule" aria-labelledby="titre-session">
      <p className="produit">Guichet INS</p>
      <h1 id="titre-session">Insérer la carte professionnelle</h1>
      <p>La session s’ouvre avec votre carte et son code.</p>
      {!attendue && <CardNote />}
      <DeskName />
    </section>
  )
}
