import type { CodeRefus } from '../refus/refus.ts'
import type { EtatCartes, EtatLecteur, GenreCarte } from './etat-cartes.ts'

/** One thing that happened to the readers: what automation and support read, one a line. */
export type EvenementCartes =
  | { readonly evenement: 'lecture-impossible'; readonly refus: CodeRefus }
  | { readonly evenement: 'lecture-possible' }
  | { readonly evenement: 'lecteur-branche' | 'lecteur-debranche'; readonly lecteur: string }
  | { readonly evenement: 'carte-inseree'; readonly lecteur: string; readonly carte: GenreCarte }
  | { readonly evenement: 'carte-muette' | 'carte-retiree'; readonly lecteur: string }

/** What happened between two states, departures first; everything present arrives when there was no state before. */
export function evenementsEntre(avant: EtatCartes | null, apres: EtatCartes): readonly EvenementCartes[] {
  const anciens = avant?.lecteurs ?? []
  return [
    ...anciens.flatMap((ancien) => departs(ancien, nomme(apres.lecteurs, ancien.nom))),
    ...changementRefus(avant?.refus ?? null, apres.refus),
    ...apres.lecteurs.flatMap((lecteur) => arrivees(nomme(anciens, lecteur.nom), lecteur)),
  ]
}

const nomme = (lecteurs: readonly EtatLecteur[], nom: string): EtatLecteur | undefined =>
  lecteurs.find((lecteur) => lecteur.nom === nom)

const changementRefus = (avant: CodeRefus | null, apres: CodeRefus | null): readonly EvenementCartes[] => {
  if (apres === avant) return []
  return [
    apres === null ? { evenement: 'lecture-possible' } : { evenement: 'lecture-impossible', refus: apres },
  ]
}

function departs(ancien: EtatLecteur, reste: EtatLecteur | undefined): readonly EvenementCartes[] {
  const { nom: lecteur } = ancien
  const retiree: EvenementCartes = { evenement: 'carte-retiree', lecteur }
  const partie = estOccupe(ancien) && !estMemeCarte(ancien, reste) ? [retiree] : []
  return reste ? partie : [...partie, { evenement: 'lecteur-debranche', lecteur }]
}

function arrivees(ancien: EtatLecteur | undefined, lecteur: EtatLecteur): readonly EvenementCartes[] {
  const branche: readonly EvenementCartes[] = ancien
    ? []
    : [{ evenement: 'lecteur-branche', lecteur: lecteur.nom }]
  if (!estOccupe(lecteur) || estMemeCarte(lecteur, ancien)) return branche
  return [
    ...branche,
    lecteur.carte === null
      ? { evenement: 'carte-muette', lecteur: lecteur.nom }
      : { evenement: 'carte-inseree', lecteur: lecteur.nom, carte: lecteur.carte },
  ]
}

const estOccupe = ({ carte, muette }: EtatLecteur): boolean => carte !== null || muette

const estMemeCarte = (un: EtatLecteur, autre: EtatLecteur | undefined): boolean =>
  autre !== undefined && estOccupe(autre) && un.presence === autre.presence
