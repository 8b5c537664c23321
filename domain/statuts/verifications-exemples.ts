import type { Admission, Interrogation } from '../admission/admission.ts'
import type { Evenement } from '../admission/evenement.ts'
import { QUALIFIEE } from '../droits/gestes-exemples.ts'
import type { Jour } from '../identite/date-naissance.ts'
import type { IdentiteInsi, ReponseInsi } from '../insi/reponse.ts'
import { succes } from '../result.ts'

/** What INSi gave about a patient whose answer was accepted. */
export const insiDe = ({ interrogation }: Admission): IdentiteInsi => acceptee(interrogation).identite

/** Whom INSi found for the patient of the examples. */
export const CONNUE = insiDe(QUALIFIEE)

/** The same patient, whose INS and document were recorded on this day. */
export function depuis(jour: Jour, admission: Admission): Admission {
  const { piece } = admission
  const interrogation = acceptee(admission.interrogation)
  return {
    ...admission,
    piece: piece && { ...piece, date: jour },
    interrogation: { ...interrogation, fait: { ...interrogation.fait, date: jour } },
  }
}

function acceptee(interrogation: Interrogation): Extract<Interrogation, { etat: 'acceptee' }> {
  if (interrogation.etat !== 'acceptee') throw new Error('The example was accepted.')
  return interrogation
}

export const VERIFIER: Evenement = { type: 'verification-demandee', appelId: 'v' }

export const repondre = (reponse: ReponseInsi, appelId = 'v'): Evenement => ({
  type: 'insi-repondue',
  appelId,
  resultat: succes({ messageId: 'uuid:v', reponse }),
})

/** INSi finds the patient of the examples, with what it says differently. */
export const trouver = (change: Partial<IdentiteInsi>): Evenement =>
  repondre({ codeCR: '00', identite: { ...CONNUE, ...change } })
