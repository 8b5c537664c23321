import type { Admission } from '../admission/admission.ts'
import { appliquer } from '../admission/appliquer.ts'
import type { Evenement } from '../admission/evenement.ts'
import { faitInsiDe, statutAdmission } from '../admission/lectures.ts'
import type { Issue } from '../admission/transition.ts'
import type { Jour } from '../identite/date-naissance.ts'
import { prouveIdentite } from '../identite/piece.ts'
import { estTraitStrict } from '../identite/traits.ts'
import { refuser, type CodeRefus } from '../refus/refus.ts'
import { echec } from '../result.ts'
import { pourCetteVenue, type Cadre } from './cadre.ts'
import type { Droit } from './droit.ts'
import { droitsDeRaison, raisonDe } from '../travail/raison.ts'
import { peut } from './peut.ts'

/**
 * What an act makes of an admission when this person does it. A right is asked for the act itself, then for the trust it would give:
 * nobody validates or qualifies without that very right. A document seen by someone who may not conclude from it stays as a trace.
 * Source: RNIV, organisation models; EXI PP 09.
 */
export function appliquerSelonDroits(
  admission: Admission,
  evenement: Evenement,
  aujourdhui: Jour,
  cadre: Cadre,
): Issue {
  const { habilitation, reglages } = pourCetteVenue(cadre, admission)
  const refus = droitsDe(admission, evenement)
    .map((droit) => peut(habilitation, droit, aujourdhui))
    .find((code) => code !== null)
  if (refus) return echec(refuser(refus))
  const issue = appliquer(admission, evenement, aujourdhui, reglages)
  if (!issue.ok || ACTES_SANS_CONCLUSION.has(evenement.type)) return issue
  const conclusion = refusDeConclure(admission, issue.value.admission, (droit) =>
    peut(habilitation, droit, aujourdhui),
  )
  if (conclusion === null) return issue
  if (evenement.type !== 'piece-enregistree' || prouveIdentite(admission.piece))
    return echec(refuser(conclusion))
  const trace: Evenement = { ...evenement, piece: { ...evenement.piece, aValider: true } }
  return appliquer(admission, trace, aujourdhui, reglages)
}

/** INSi's answer concludes nothing, and a known patient comes with facts that others recorded. */
const ACTES_SANS_CONCLUSION: ReadonlySet<Evenement['type']> = new Set(['insi-repondue', 'patient-repris'])

/** The rights an act asks for by itself; a new event does not compile until it says so here. */
const DROITS_DES_ACTES: Readonly<Record<Evenement['type'], readonly Droit[]>> = {
  'beneficiaire-choisi': ['creer-modifier'],
  'carte-oubliee': ['creer-modifier'],
  'trait-saisi': ['creer-modifier'],
  'datamatrix-lu': ['creer-modifier'],
  'appli-vitale-lue': ['creer-modifier', 'numeriser'],
  'circonstance-choisie': ['creer-modifier'],
  'mere-liee': ['creer-modifier'],
  'venue-modifiee': ['creer-modifier'],
  'traits-deverrouilles': ['modifier-traits-stricts'],
  'piece-enregistree': ['numeriser'],
  'piece-retiree': ['numeriser'],
  'copie-jointe': ['numeriser'],
  'copie-consultee': ['voir-pieces'],
  'attribut-bascule': ['attributs'],
  'insi-demandee': ['appeler-insi'],
  'insi-annulee': [],
  'insi-repondue': [],
  'insi-acceptee': ['appeler-insi'],
  'insi-ecartee': ['appeler-insi'],
  'appel-differe': ['appeler-insi'],
  'differe-rejoue': ['appeler-insi'],
  'differe-annule': ['appeler-insi'],
  'verification-demandee': ['appeler-insi'],
  'etat-civil-declare': ['creer-modifier'],
  'nom-naissance-verifie': ['appeler-insi'],
  'transfert-demande': ['transferer'],
  'notice-remise': [],
  'anteriorite-cherchee': [],
  'patient-repris': ['creer-modifier'],
  'document-imprime': [],
  'admission-prise': ['creer-modifier'],
  'dossier-conclu': [],
  'patient-arrive': ['creer-modifier'],
  'preparation-retiree': ['preparer'],
  close: [],
}

/** A trait or a document that a fact rests on is protected by the right that fact took. Source: RNIV, transition table row 10. */
function droitsDe(admission: Admission, evenement: Evenement): readonly Droit[] {
  const droits = DROITS_DES_ACTES[evenement.type]
  const prouvee = prouveIdentite(admission.piece)
  if (evenement.type === 'admission-prise' || evenement.type === 'dossier-conclu')
    return [...droits, ...droitsDeRaison(raisonDe(admission))]
  if (evenement.type === 'piece-retiree' || evenement.type === 'piece-enregistree')
    return prouvee ? [...droits, 'valider'] : droits
  return toucheTraitsStricts(evenement) && (prouvee || faitInsiDe(admission) !== null)
    ? [...droits, 'modifier-traits-stricts']
    : droits
}

function toucheTraitsStricts(evenement: Evenement): boolean {
  if (evenement.type === 'trait-saisi') return estTraitStrict(evenement.trait)
  return REMPLISSENT.has(evenement.type)
}

/** The acts that fill in strict traits, or take them away. */
const REMPLISSENT: ReadonlySet<Evenement['type']> = new Set([
  'beneficiaire-choisi',
  'datamatrix-lu',
  'appli-vitale-lue',
  'circonstance-choisie',
])

/** The refusal to give more trust than one may, read off the facts before and after an act; null when none is given. */
function refusDeConclure(
  avant: Admission,
  apres: Admission,
  refus: (droit: Droit) => CodeRefus | null,
): CodeRefus | null {
  const [de, vers] = [statutAdmission(avant), statutAdmission(apres)]
  const prouve = !prouveIdentite(avant.piece) && prouveIdentite(apres.piece)
  const validee = vers === 'validee' && (de === 'provisoire' || de === 'recuperee')
  const qualifiee = vers === 'qualifiee' && de !== 'qualifiee'
  return (prouve || validee ? refus('valider') : null) ?? (qualifiee ? refus('qualifier') : null)
}
