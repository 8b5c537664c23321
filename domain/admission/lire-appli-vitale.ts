import { graviteDe } from '../ecarts/comparer.ts'
import { forcentProvisoire } from '../identite/attributs.ts'
import type { Jour } from '../identite/date-naissance.ts'
import type { IdentiteInsi } from '../insi/reponse.ts'
import { refuser } from '../refus/refus.ts'
import { echec } from '../result.ts'
import type { Admission } from './admission.ts'
import { insDe, peutSucceder, remplacerTraits, suiviAccepte } from './interroger.ts'
import { ecartsDe, identiteDe } from './lectures.ts'
import type { ReglagesAdmission } from './reglages.ts'
import { arretAppel, journaliser, passer, type Issue } from './transition.ts'

const APPLI_VITALE = 'AV'

/**
 * The Appli carte Vitale gave the INS of its holder, or of one who depends on him, in person: both facts at once, since it carries INSi's own
 * data and is an electronic identity of high trust. Refused where the establishment did not open it, and on a major difference with the form.
 * Source: RNIV 1 v2.0 §4.3.4; transition table row 6.
 */
export function lireAppliVitale(
  admission: Admission,
  identite: IdentiteInsi,
  { aujourdhui, reglages }: { readonly aujourdhui: Jour; readonly reglages: ReglagesAdmission },
): Issue {
  const acceptee = reglages.pieces.some(({ code, hauteConfiance }) => code === APPLI_VITALE && hauteConfiance)
  if (!reglages.appliVitale || !acceptee) return echec(refuser('appli-vitale/fermee'))
  if (admission.interrogation.etat === 'acceptee') return echec(refuser('admission/etape'))
  if (forcentProvisoire(admission.attributs)) return echec(refuser('insi/interdit-attribut'))
  const trouvee = { ...admission, interrogation: { etat: 'trouvee', messageId: '', identite } as const }
  if (graviteDe(ecartsDe(trouvee, reglages.ecarts)) === 'majeur')
    return echec(refuser('admission/ecart-majeur'))
  const ins = insDe(identite)
  if (!ins.ok) return ins
  if (!peutSucceder(admission.suivi, identite)) return echec(refuser('insi/autre-matricule'))
  const lue: Admission = {
    ...admission,
    saisie: remplacerTraits(admission.saisie, identite, { provenance: 'AV', aujourdhui }),
    piece: { type: APPLI_VITALE, date: aujourdhui },
    interrogation: {
      etat: 'acceptee',
      fait: { date: aujourdhui, ins: ins.value },
      identite,
      motif: null,
      avant: admission.saisie,
    },
    suivi: suiviAccepte(admission.suivi, identite),
  }
  if (identiteDe(lue) === null) return echec(refuser('admission/traits-incomplets'))
  return passer(lue, ...arretAppel(admission), journaliser({ acte: 'appli-vitale-lue' }))
}
