import { graviteDe } from '../ecarts/comparer.ts'
import type { ContexteEcarts } from '../ecarts/paire.ts'
import type { FaitsDecision } from '../decision/faits-decision.ts'
import type { Jour } from '../identite/date-naissance.ts'
import type { Ins } from '../identite/identite.ts'
import { estOidIns } from '../identite/matricule.ts'
import { convertirDateInsi } from '../identite/naissance.ts'
import { memeIns, succede } from '../insi/issue-verification.ts'
import { estPremierPrenomDe, proposerPremierPrenom } from '../identite/premier-prenom.ts'
import type { Essai } from '../insi/plan-relances.ts'
import type { EchangeInsi, IdentiteInsi } from '../insi/reponse.ts'
import { refuser, type Refus } from '../refus/refus.ts'
import { echec, succes, type Result } from '../result.ts'
import type { Admission, ChampSaisi, Interrogation, MotifEcart, Provenance, Saisie } from './admission.ts'
import { ecartsDe, estAutrePrenom, identiteDe, relanceDe } from './lectures.ts'
import { SUIVI_VIERGE, type SuiviIns } from './suivi-ins.ts'
import { arretAppel, finaliteDe, journaliser, passer, type Issue } from './transition.ts'

/** One deliberate call for this patient, the next of the ladder; refused while another runs or once an answer was accepted. */
export function demanderInsi(admission: Admission, appelId: string, ecarts: ContexteEcarts): Issue {
  const { etat } = admission.interrogation
  if (etat === 'en-cours') return echec(refuser('insi/appel-en-cours'))
  if (etat === 'acceptee') return echec(refuser('admission/etape'))
  const relance = relanceDe(admission, ecarts)
  if (!relance.ok) return relance
  const { variante, demande, rang, sur } = relance.value
  // Only what was answered counts: calls that failed, or were cancelled, are forgotten here and stay in the journal.
  const repondus = admission.decision.essais.filter(({ issue }) => issue === '01' || issue === '02')
  const essais = [...repondus, { variante, demande, issue: null }]
  return passer(
    {
      ...admission,
      interrogation: { etat: 'en-cours', appelId, demande },
      decision: { ...admission.decision, essais },
    },
    journaliser({
      acte: 'insi-demandee',
      appelId,
      lieu: demande.lieuNaissance !== undefined,
      finalite: finaliteDe(admission),
      variante,
      rang,
      sur,
    }),
    { type: 'appeler-insi', appelId, demande },
  )
}

export function annulerInsi(admission: Admission): Issue {
  if (admission.interrogation.etat !== 'en-cours') return echec(refuser('admission/etape'))
  const { appelId } = admission.interrogation
  return passer(
    {
      ...admission,
      interrogation: { etat: 'en-echec', refus: 'insi/annule' },
      decision: conclureEssai(admission, 'insi/annule'),
    },
    journaliser({ acte: 'insi-annulee', appelId }),
    ...arretAppel(admission),
  )
}

/** INSi answered, or could not; an answer to another call than the one in progress changes nothing. */
export function recevoirInsi(
  admission: Admission,
  appelId: string,
  resultat: Result<EchangeInsi, Refus>,
): Issue {
  if (admission.interrogation.etat !== 'en-cours' || admission.interrogation.appelId !== appelId)
    return passer(admission, journaliser({ acte: 'insi-reponse-ignoree', appelId }))
  const interrogation = apres(resultat)
  const issue = resultat.ok ? resultat.value.reponse.codeCR : resultat.error.code
  return passer(
    { ...admission, interrogation, decision: conclureEssai(admission, issue) },
    journaliser({ acte: 'insi-repondue', appelId, issue }),
  )
}

/**
 * A person accepts what INSi found: its traits replace the local ones byte for byte and the number is attached. Refused on a
 * major difference, or when a verification withdrew a number that this one does not follow; without a reason, on a minor difference or when
 * another given name than the first was asked for. Source: RNIV, écarts majeurs; EXI REC 07.
 */
export function accepterInsi(
  admission: Admission,
  motif: MotifEcart | null,
  { aujourdhui, ecarts }: { readonly aujourdhui: Jour; readonly ecarts: ContexteEcarts },
): Issue {
  if (admission.interrogation.etat !== 'trouvee') return echec(refuser('admission/etape'))
  if (identiteDe(admission) === null) return echec(refuser('admission/traits-incomplets'))
  const { identite } = admission.interrogation
  const gravite = graviteDe(ecartsDe(admission, ecarts))
  if (gravite === 'majeur') return echec(refuser('admission/ecart-majeur'))
  if ((gravite === 'mineur' || estAutrePrenom(admission)) && motif === null)
    return echec(refuser('admission/motif-requis'))
  const ins = insDe(identite)
  if (!ins.ok) return ins
  if (!peutSucceder(admission.suivi, identite)) return echec(refuser('insi/autre-matricule'))
  return passer(
    {
      ...admission,
      saisie: remplacerTraits(admission.saisie, identite, { provenance: 'INSI', aujourdhui }),
      interrogation: {
        etat: 'acceptee',
        fait: { date: aujourdhui, ins: ins.value },
        identite,
        motif,
        avant: admission.saisie,
      },
      decision: { ...admission.decision, transfert: null },
      suivi: suiviAccepte(admission.suivi, identite),
    },
    journaliser({ acte: 'insi-acceptee', gravite, motif }),
  )
}

/** A person refuses to attach what INSi found; the admission goes on without INS. */
export function ecarterInsi(admission: Admission): Issue {
  if (admission.interrogation.etat !== 'trouvee') return echec(refuser('admission/etape'))
  const { identite } = admission.interrogation
  return passer(
    { ...admission, interrogation: { etat: 'ecartee', identite } },
    journaliser({ acte: 'insi-ecartee' }),
  )
}

/** Tells whether this number may be attached: none was withdrawn, or it is that one or its successor. */
export const peutSucceder = ({ verification }: SuiviIns, identite: IdentiteInsi): boolean =>
  verification.etat !== 'retiree' || succede(verification.ins, identite)

/** What is verified again starts from here; the number replaced is kept. Source: EXI REC 08. */
export function suiviAccepte({ verification, anciens }: SuiviIns, identite: IdentiteInsi): SuiviIns {
  const remplace = verification.etat === 'retiree' && !memeIns(verification.ins, identite)
  return { ...SUIVI_VIERGE, anciens: remplace ? [...anciens, verification.ins] : anciens }
}

/** Writes how the last call ended. */
export function conclureEssai({ decision }: Admission, issue: Essai['issue']): FaitsDecision {
  const essais = decision.essais.map((essai, rang) =>
    rang === decision.essais.length - 1 ? { ...essai, issue } : essai,
  )
  return { ...decision, essais }
}

/** Where an outcome leaves the lookup. */
export function apres(resultat: Result<EchangeInsi, Refus>): Interrogation {
  if (!resultat.ok) return { etat: 'en-echec', refus: resultat.error.code }
  const { messageId, reponse } = resultat.value
  return reponse.codeCR === '00'
    ? { etat: 'trouvee', messageId, identite: reponse.identite }
    : { etat: 'non-trouvee', codeCR: reponse.codeCR }
}

/**
 * The number as INSi gave it: a wrong key was shown as a warning and is kept; without one, or without a known authority, it is no INS.
 * Source: insi CNDA 2.08; EXI ID 29.
 */
export function insDe({ actif }: IdentiteInsi): Result<Ins, Refus> {
  if (!estOidIns(actif.oid)) return echec(refuser('matricule/oid'))
  if (actif.cle === '') return echec(refuser('matricule/forme'))
  return succes({ matricule: (actif.numero + actif.cle) as Ins['matricule'], oid: actif.oid })
}

interface Reprise {
  readonly provenance: Provenance
  readonly aujourdhui: Jour
}

/** The traits of the INS over those of the form, byte for byte; a first given name chosen by the agent stays if it still agrees. */
export function remplacerTraits(
  saisie: Saisie,
  { traits }: IdentiteInsi,
  { provenance, aujourdhui }: Reprise,
): Saisie {
  const champ = (valeur: string): ChampSaisi => ({ brut: valeur, valeur, refus: null, provenance })
  const premier = saisie.premierPrenom
  return {
    ...saisie,
    nomNaissance: champ(traits.nomNaissance),
    prenomsNaissance: champ(traits.prenomsNaissance),
    premierPrenom:
      premier?.valeur && estPremierPrenomDe(premier.valeur, traits.prenomsNaissance)
        ? premier
        : champ(proposerPremierPrenom(traits.prenomsNaissance)),
    sexe: champ(traits.sexe),
    dateNaissance: {
      ...champ(traits.dateNaissance),
      valeur: convertirDateInsi(traits.dateNaissance, aujourdhui)?.jour ?? traits.dateNaissance,
    },
    lieuNaissance: traits.lieuNaissance === '' ? saisie.lieuNaissance : champ(traits.lieuNaissance),
  }
}
