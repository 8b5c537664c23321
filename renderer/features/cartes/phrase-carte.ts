import type { VueCartes } from '#contracts/cartes.ts'

/** The state of the reader in one short sentence; the refusal, when there is one, is written below it. */
export function phraseCarte(vue: VueCartes | undefined, choisi: number | null): string {
  if (!vue) return 'État du lecteur inconnu'
  const { lecture, cartes } = vue
  switch (lecture.etat) {
    case 'en-cours':
      return 'Lecture en cours…'
    case 'refusee':
      return 'Carte non lue'
    case 'lue': {
      const beneficiaire = choisi === null ? lecture.beneficiaires[0] : lecture.beneficiaires[choisi]
      if (choisi === null && lecture.beneficiaires.length > 1)
        return `${lecture.beneficiaires.length} bénéficiaires`
      return beneficiaire ? `${beneficiaire.nomNaissance} ${beneficiaire.prenoms}` : 'Aucun bénéficiaire'
    }
    case 'aucune':
      if (cartes.refus !== null) return 'Lecture impossible'
      return cartes.lecteurs.length === 0 ? 'Aucun lecteur' : 'Aucune carte dans le lecteur'
  }
}
