import type { MotifTransfert } from '../decision/faits-decision.ts'
import type { ContexteEcarts } from '../ecarts/paire.ts'
import { refuser } from '../refus/refus.ts'
import { echec } from '../result.ts'
import type { Admission } from './admission.ts'
import type { NoticeImprimee } from './evenement.ts'
import { relanceDe } from './lectures.ts'
import { journaliser, passer, type Issue } from './transition.ts'

/** The agent read the birth name on the document again: another call with the same name is lawful. */
export function verifierNomNaissance(admission: Admission, ecarts: ContexteEcarts): Issue {
  const relance = relanceDe(admission, ecarts)
  if (relance.ok || relance.error.code !== 'insi/nom-naissance-a-verifier')
    return echec(refuser('admission/etape'))
  const { nomNaissance } = admission.saisie
  return passer(
    { ...admission, decision: { ...admission.decision, nomVerifie: nomNaissance && nomNaissance.valeur } },
    journaliser({ acte: 'nom-naissance-verifie' }),
  )
}

/** Hands the file to the INS referent, who finds it where it stands. Source: RNIV, organisation models; DX-06. */
export function demanderTransfert(admission: Admission, motif: MotifTransfert): Issue {
  if (admission.interrogation.etat === 'acceptee' || admission.decision.transfert !== null)
    return echec(refuser('admission/etape'))
  return passer(
    { ...admission, decision: { ...admission.decision, transfert: motif, conclusion: null } },
    journaliser({ acte: 'transfert-demande', motif }),
  )
}

/** A notice was printed for the patient; the hospital never asks in his place. Source: DX-08, DX-09, DX-11. */
export function remettreNotice(
  admission: Admission,
  { notice, lot, differents, depliant }: NoticeImprimee,
): Issue {
  const autres = admission.decision.notices.filter((remise) => remise !== notice)
  return passer(
    { ...admission, decision: { ...admission.decision, notices: [...autres, notice] } },
    journaliser({ acte: 'notice-remise', notice, lot, differents, depliant }),
  )
}
