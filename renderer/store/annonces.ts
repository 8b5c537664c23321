import type { VueCartes } from '#contracts/cartes.ts'
import type { VueConnexion } from '#contracts/session.ts'
import type { VueAdmission } from '#domain/admission/vue.ts'
import { phraseDe } from '#domain/refus/refus.ts'
import { LIBELLES_STATUT } from '../ui/libelles-statut.ts'

/** What a screen reader says when the admission changes; null when nothing deserves a word. */
export function annonceAdmission(avant: VueAdmission | null, apres: VueAdmission | null): string | null {
  if (apres === null) return null
  if (avant?.id !== apres.id) return 'Nouveau patient.'
  const phrases = [
    ...(avant.insi.etat === apres.insi.etat ? [] : [annonceInsi(apres)]),
    ...(avant.verification.etat === apres.verification.etat ? [] : [annonceVerification(apres)]),
    ...(avant.statut === apres.statut ? [] : [`${LIBELLES_STATUT[apres.statut]}.`]),
  ].filter((phrase) => phrase !== null)
  return phrases.length > 0 ? phrases.join(' ') : null
}

function annonceInsi({ insi, gravite }: VueAdmission): string | null {
  switch (insi.etat) {
    case 'aucune':
      return null
    case 'en-cours':
      return 'Appel à INSi en cours.'
    case 'non-trouvee':
      return insi.codeCR === '01'
        ? 'INSi\u00a0: aucune identité trouvée.'
        : 'INSi\u00a0: plusieurs identités trouvées.'
    case 'en-echec':
      return phraseDe({ code: insi.refus })
    case 'trouvee':
      return ANNONCES_GRAVITE[gravite]
    case 'acceptee':
      return 'Réponse INSi acceptée.'
    case 'ecartee':
      return 'Réponse INSi écartée.'
  }
}

/** What a verification found, or why it found nothing. */
function annonceVerification({ verification }: VueAdmission): string | null {
  if (verification.etat === 'en-cours') return 'Vérification auprès d’INSi en cours.'
  return verification.refus === null ? verification.phrase : phraseDe({ code: verification.refus })
}

const ANNONCES_GRAVITE = {
  egal: 'INSi\u00a0: une identité trouvée, traits identiques.',
  mineur: 'INSi\u00a0: une identité trouvée, écart mineur.',
  majeur: 'INSi\u00a0: une identité trouvée, écart majeur.',
} as const

/** What a screen reader says when the card or its reading changes. */
export function annonceCartes(avant: VueCartes | undefined, apres: VueCartes): string | null {
  if (avant?.lecture === apres.lecture) return null
  const { lecture } = apres
  switch (lecture.etat) {
    case 'aucune':
      return avant && avant.lecture.etat !== 'aucune' ? 'Carte Vitale retirée.' : null
    case 'en-cours':
      return 'Lecture de la carte Vitale.'
    case 'refusee':
      return phraseDe({ code: lecture.refus })
    case 'lue':
      return `Carte Vitale lue, ${lecture.beneficiaires.length} bénéficiaire${lecture.beneficiaires.length > 1 ? 's' : ''}. Touche F2 pour choisir.`
  }
}

/** What a screen reader says when the professional card changes. */
export function annonceConnexion(avant: VueConnexion | undefined, apres: VueConnexion): string | null {
  if (avant?.carte === apres.carte) return null
  const { carte } = apres
  switch (carte.etat) {
    case 'absente':
      return avant && avant.carte.etat !== 'absente' ? 'Carte professionnelle retirée.' : null
    case 'lecture':
      return 'Lecture de la carte professionnelle.'
    case 'refusee':
      return phraseDe({ code: carte.refus })
    case 'presente':
      return `Carte de ${carte.titulaire}, code porteur attendu.`
  }
}
