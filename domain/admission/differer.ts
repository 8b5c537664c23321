import { attenteDe } from '../droits/attente.ts'
import { forcentProvisoire } from '../identite/attributs.ts'
import { estDifferable } from '../insi/pannes.ts'
import { refuser } from '../refus/refus.ts'
import { echec, succes } from '../result.ts'
import type { Admission } from './admission.ts'
import type { AppelDiffere, CauseAnnulation } from './appel-differe.ts'
import type { Evenement } from './evenement.ts'
import { demanderInsi } from './interroger.ts'
import { interditPar } from './interdire.ts'
import { relanceDe } from './lectures.ts'
import type { ReglagesAdmission } from './reglages.ts'
import { appelEnCours, journaliser, passer, type Issue, type Transition } from './transition.ts'

export type EvenementDiffere = Extract<Evenement, { type: `differe-${string}` | 'appel-differe' }>

export const estDeDiffere = (evenement: Evenement): evenement is EvenementDiffere =>
  evenement.type === 'appel-differe' || evenement.type.startsWith('differe-')

/** What becomes of a call that INSi did not answer: put off by the agent, replayed once by the workstation, or given up. */
export function deciderDiffere(
  admission: Admission,
  evenement: EvenementDiffere,
  { ecarts }: Pick<ReglagesAdmission, 'ecarts'>,
): Issue {
  switch (evenement.type) {
    case 'appel-differe':
      return differer(admission, evenement.le, ecarts)
    case 'differe-rejoue':
      return rejouer(admission, evenement.appelId, ecarts)
    case 'differe-annule':
      return admission.differe?.etat === 'en-attente'
        ? succes(annuler(admission, evenement.cause))
        : echec(refuser('admission/etape'))
  }
}

/** The agent puts off the call that just failed; a verification is not put off, since it stays due. */
function differer(admission: Admission, le: string, ecarts: ReglagesAdmission['ecarts']): Issue {
  const { interrogation, agent, differe } = admission
  if (interrogation.etat !== 'en-echec' || differe?.etat === 'en-attente')
    return echec(refuser('admission/etape'))
  if (!estDifferable(interrogation.refus)) return echec(refuser('insi/non-differable'))
  const relance = relanceDe(admission, ecarts)
  if (!relance.ok) return relance
  return passer(
    { ...admission, differe: { par: agent, le, etat: 'en-attente' } },
    journaliser({ acte: 'appel-differe', refus: interrogation.refus }),
  )
}

/** The call leaves, once: saved as sent before it is, so that a crash can only leave it unknown. */
function rejouer(admission: Admission, appelId: string, ecarts: ReglagesAdmission['ecarts']): Issue {
  const { differe } = admission
  if (differe?.etat !== 'en-attente') return echec(refuser('admission/etape'))
  const partie = demanderInsi(admission, appelId, ecarts)
  // Nobody is there to be told: a person will find it on his list.
  if (!partie.ok)
    return passer(
      { ...admission, differe: { ...differe, etat: 'a-revoir' } },
      journaliser({ acte: 'rejeu-refuse', refus: partie.error.code }),
    )
  return passer(
    { ...partie.value.admission, differe: { ...differe, etat: 'envoye' } },
    journaliser({ acte: 'appel-rejoue', appelId, par: differe.par }),
    ...partie.value.effets,
  )
}

/** What an event does to the call put off, besides what it does to the rest. */
export function suivreDiffere(avant: Admission, { admission, effets }: Transition): Transition {
  const { differe } = admission
  if (differe === null || differe !== avant.differe) return { admission, effets }
  const cause = causeAnnulation(avant, admission, differe)
  if (cause !== null) return ajouter(effets, annuler(admission, cause))
  if (differe.etat === 'envoye' && appelEnCours(admission) === null)
    return { admission: { ...admission, differe: { ...differe, etat: 'a-revoir' } }, effets }
  return differe.etat === 'a-revoir' && estRevu(avant, admission)
    ? ajouter(effets, {
        admission: { ...admission, differe: null },
        effets: [journaliser({ acte: 'differe-revu' })],
      })
    : { admission, effets }
}

const ajouter = (effets: Transition['effets'], suite: Transition): Transition => ({
  ...suite,
  effets: [...effets, ...suite.effets],
})

const annuler = (admission: Admission, cause: CauseAnnulation): Transition => ({
  admission: { ...admission, differe: null },
  effets: [journaliser({ acte: 'differe-annule', cause })],
})

/** Why the call put off has no use any more, or may not be made; null while it holds. Source: EXI SI 09. */
function causeAnnulation(avant: Admission, apres: Admission, { etat }: AppelDiffere): CauseAnnulation | null {
  if (forcentProvisoire(apres.attributs)) return 'attribut'
  if (interditPar(apres.circonstance, APPEL) !== null) return 'circonstance'
  if (avant.preparation !== null && apres.preparation === null && apres.close) return 'venue-retiree'
  if (etat !== 'envoye' && appelEnCours(apres) !== null) return 'appel'
  return etat === 'en-attente' && apres.interrogation.etat === 'acceptee' ? 'ins' : null
}

/** Any call: a circumstance forbids them all, or none. */
const APPEL: Evenement = { type: 'insi-demandee', appelId: '' }

/** Somebody decided something of what came back, handed it over, or leaves it having seen that nothing is to be decided. */
function estRevu(avant: Admission, apres: Admission): boolean {
  const quittee = apres.close && !avant.close
  return (
    avant.interrogation !== apres.interrogation ||
    avant.decision.transfert !== apres.decision.transfert ||
    avant.decision.conclusion !== apres.decision.conclusion ||
    (quittee && (apres.interrogation.etat !== 'trouvee' || attenteDe(apres) !== null))
  )
}
