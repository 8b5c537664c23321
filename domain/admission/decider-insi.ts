import type { Jour } from '../identite/date-naissance.ts'
import { refuser } from '../refus/refus.ts'
import { echec } from '../result.ts'
import type { Admission } from './admission.ts'
import type { Evenement } from './evenement.ts'
import { refusDeCarte } from './garder-carte.ts'
import { accepterInsi, annulerInsi, demanderInsi, ecarterInsi, recevoirInsi } from './interroger.ts'
import type { ReglagesAdmission } from './reglages.ts'
import type { Issue } from './transition.ts'
import {
  annulerVerification,
  declarerEtatCivil,
  demanderVerification,
  estEnVerification,
  recevoirVerification,
} from './verifier.ts'

type EvenementInsi = Extract<
  Evenement,
  { type: `insi-${string}` | 'verification-demandee' | 'etat-civil-declare' }
>

/** What a call to INSi, its answer, or what is done of it makes of an admission: a first lookup, or the verification of an INS kept. */
export function deciderInsi(
  admission: Admission,
  evenement: EvenementInsi,
  contexte: { readonly aujourdhui: Jour; readonly reglages: ReglagesAdmission },
): Issue {
  const { aujourdhui, reglages } = contexte
  switch (evenement.type) {
    case 'insi-demandee': {
      // Not said where the act is only tried, to know whether its key may be shown.
      const vue = evenement.carteVue
      const refus = vue === undefined ? null : refusDeCarte(admission, vue)
      return refus === null
        ? demanderInsi(admission, evenement.appelId, reglages.ecarts)
        : echec(refuser(refus))
    }
    case 'insi-annulee':
      return estEnVerification(admission) ? annulerVerification(admission) : annulerInsi(admission)
    case 'insi-repondue':
      return estEnVerification(admission)
        ? recevoirVerification(admission, evenement, aujourdhui)
        : recevoirInsi(admission, evenement.appelId, evenement.resultat)
    case 'verification-demandee':
      return demanderVerification(admission, evenement.appelId, contexte)
    case 'etat-civil-declare':
      return declarerEtatCivil(admission, aujourdhui)
    case 'insi-acceptee':
      return accepterInsi(admission, evenement.motif, { aujourdhui, ecarts: reglages.ecarts })
    case 'insi-ecartee':
      return ecarterInsi(admission)
  }
}
