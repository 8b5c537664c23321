import { phraseDe } from '#domain/refus/refus.ts'
import { useDeskState } from '../../store/use-desk.ts'
import { Refusal } from '../../ui/refusal.tsx'

/** What there is to know of professional cards, where one signs in with them. */
export function CardNote() {
  const connexion = useDeskState((state) => state.connexion)
  if (!connexion?.moyens.carte) return null
  const { carte, verrouilleePour } = connexion
  switch (carte.etat) {
    case 'lecture':
      return <p className="note">Lecture de la carte professionnelle…</p>
    case 'presente':
      return (
        <p className="note">
          Carte de <strong>{carte.titulaire}</strong> insérée.
        </p>
      )
    case 'refusee':
      return (
        <div>
          {carte.titulaire !== null && (
            <p className="note">
              Carte de <strong>{carte.titulaire}</strong> insérée.
            </p>
          )}
          <Refusal code={carte.refus} />
        </div>
      )
    case 'absente':
      if (carte.refus !== null) return <p className="note">{phraseDe({ code: carte.refus })}</p>
      return (
        <p className="note">
          {verrouilleePour === null
            ? 'Ou insérez votre carte professionnelle.'
            : `Session de ${verrouilleePour} verrouillée au retrait de la carte : réinsérez-la pour la reprendre où elle en est.`}
        </p>
      )
  }
}
