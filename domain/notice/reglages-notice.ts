import type { Notice } from '../decision/faits-decision.ts'

/** A service a patient may turn to: its name, then its address or telephone, and its page on the web. */
export interface Service {
  readonly nom: string
  readonly lignes: readonly string[]
  readonly url: string | null
}

/** What an establishment writes on the notices it hands over. */
export interface ReglagesNotices {
  readonly etablissement: string | null
  /** Who answers the patient in the establishment. */
  readonly contact: Service
  readonly services: Readonly<Record<Notice, Service>>
}

/**
 * Names of services only: no address, telephone or page was confirmed, so each establishment gives its own.
 * INSEE holds the register of births in France; Cnav tells it those of people born abroad. Source: insee.fr, Courrier des statistiques N8.
 */
export const NOTICES_PAR_DEFAUT: ReglagesNotices = {
  etablissement: null,
  contact: {
    nom: 'Le service des admissions de votre hôpital',
    lignes: ['Présentez cette feuille : il vous aidera.'],
    url: null,
  },
  services: {
    insee: {
      nom: 'L’Insee, Répertoire national d’identification des personnes physiques',
      lignes: ['Pour une naissance à l’étranger, demandez d’abord à votre caisse d’assurance maladie.'],
      url: null,
    },
    piece: {
      nom: 'Le service qui délivre votre pièce d’identité',
      lignes: [
        'Une mairie pour une carte d’identité ou un passeport français, la préfecture pour un titre de séjour.',
      ],
      url: null,
    },
  },
}
