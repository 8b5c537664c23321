import { comparerAInsi, CONTEXTE_ECARTS } from '../ecarts/comparer.ts'
import type { Ecart } from '../ecarts/ecart.ts'
import type { ContexteEcarts } from '../ecarts/paire.ts'
import { statutIdentite, type FaitInsi, type Identite } from '../identite/identite.ts'
import { lireNaissance } from '../identite/naissance.ts'
import { estPremierPrenomDe } from '../identite/premier-prenom.ts'
import type { Statut } from '../identite/statut.ts'
import { TRAITS, type Trait, type TraitsStricts, type TraitsUtilises } from '../identite/traits.ts'
import { preparerDemande, type TraitsConnus } from '../insi/demande.ts'
import {
  essaisConcluants,
  proposerRelance,
  type BaseRelances,
  type Essai,
  type Relance,
} from '../insi/plan-relances.ts'
import { refuser, type Refus } from '../refus/refus.ts'
import { echec, succes, type Result } from '../result.ts'
import type { Admission } from './admission.ts'

/** The fact INSi left on this admission, if a person accepted its answer. */
export const faitInsiDe = ({ interrogation }: Admission): FaitInsi | null =>
  interrogation.etat === 'acceptee' ? interrogation.fait : null

export const statutAdmission = (admission: Admission): Statut =>
  statutIdentite({ insi: faitInsiDe(admission), piece: admission.piece, attributs: admission.attributs })

/** Every rule the form breaks now, one a trait at most, in document order. Source: RNIV entry rules, EXI ID 10. */
export function refusDeSaisie(admission: Admission): readonly Refus[] {
  const { saisie } = admission
  const champs = TRAITS.flatMap((trait) => {
    const refus = saisie[trait]?.refus
    return refus ? [refuser(refus, trait)] : []
  })
  const [premier, liste] = [saisie.premierPrenom?.valeur, saisie.prenomsNaissance?.valeur]
  const incoherent = premier && liste && !estPremierPrenomDe(premier, liste)
  return incoherent ? [...champs, refuser('premier-prenom/incoherent', 'premierPrenom')] : champs
}

/** The identity typed, when its six strict traits are known and every rule is kept; null otherwise. */
export function identiteDe(admission: Admission): Identite | null {
  const valeur = (trait: Trait): string | null => admission.saisie[trait]?.valeur ?? null
  const traits = {
    nomNaissance: valeur('nomNaissance'),
    prenomsNaissance: valeur('prenomsNaissance'),
    premierPrenom: valeur('premierPrenom'),
    sexe: valeur('sexe'),
    dateNaissance: valeur('dateNaissance'),
    lieuNaissance: valeur('lieuNaissance'),
  }
  if (!sontComplets(traits) || refusDeSaisie(admission).length > 0) return null
  return {
    traits,
    utilises: { nomUtilise: valeur('nomUtilise'), prenomUtilise: valeur('prenomUtilise') },
    insi: faitInsiDe(admission),
    piece: admission.piece,
    attributs: admission.attributs,
  }
}

/** The differences between the form and the person INSi found; empty while there is nothing to compare. */
export function ecartsDe(admission: Admission, contexte: ContexteEcarts = CONTEXTE_ECARTS): readonly Ecart[] {
  const { interrogation } = admission
  if (interrogation.etat !== 'trouvee' && interrogation.etat !== 'ecartee') return []
  const identite = identiteDe(admission)
  if (!identite) return []
  const dateIncertaine = estDateIncertaine(admission)
  return comparerAInsi({ ...fusionner(identite), dateIncertaine }, interrogation.identite.traits, contexte)
}

/** Read off the text typed; only an announced age depends on the day, and it is always uncertain. Source: EXI PP 19. */
function estDateIncertaine({ saisie: { dateNaissance } }: Admission): boolean {
  const lue = dateNaissance && lireNaissance(dateNaissance.brut, '9999-12-31')
  return lue?.ok === true && lue.value.incertaine
}

/**
 * The call F4 would make now, first one or next of the ladder, or why it may not be made: after nobody was found, a woman's birth
 * name is checked first. Source: insi field evidence, women 59 % found; EXI SI 09.
 */
export function relanceDe(
  admission: Admission,
  contexte: ContexteEcarts = CONTEXTE_ECARTS,
): Result<Relance, Refus> {
  const base = baseRelances(admission, contexte)
  if (!base.ok) return base
  const { initiale } = base.value
  const nonVerifie = initiale.sexe === 'F' && admission.decision.nomVerifie !== initiale.nomNaissance
  const aucune = essaisConcluants(base.value).some(({ issue }) => issue === '01')
  // Even when no other call is left: the name is what is most often wrong.
  if (aucune && nonVerifie) return echec(refuser('insi/nom-naissance-a-verifier'))
  const relance = proposerRelance(base.value)
  return relance === null ? echec(refuser('insi/relances-epuisees')) : succes(relance)
}

/** The call that would verify the INS accepted: the first one again with its own traits, then more of them while INSi finds several. */
export function relanceVerification(
  admission: Admission,
  contexte: ContexteEcarts = CONTEXTE_ECARTS,
): Result<Relance, Refus> {
  const base = baseRelances(admission, contexte)
  if (!base.ok) return base
  const relance = proposerRelance({ ...base.value, essais: essaisVerification(admission) })
  return relance === null ? echec(refuser('insi/relances-epuisees')) : succes(relance)
}

/** The calls of the verification under way that INSi answered; those of the first lookup are not its own. */
export const essaisVerification = ({ decision, suivi }: Admission): readonly Essai[] =>
  suivi.verification.etat === 'aucune' || suivi.verification.etat === 'conforme'
    ? []
    : decision.essais.filter(({ issue }) => issue === '02')

/** Tells whether the answer shown came through another given name than the first one: a twin is possible. Source: insi §4.2. */
export const estAutrePrenom = ({ interrogation, decision }: Admission): boolean =>
  interrogation.etat === 'trouvee' && decision.essais.at(-1)?.variante === 'prenom'

/** What the ladder of calls is built from, or why INSi may not be asked at all. */
function baseRelances(
  admission: Admission,
  { reglages: { essaisMax } }: ContexteEcarts,
): Result<BaseRelances, Refus> {
  const valeur = (trait: Trait): string | null => admission.saisie[trait]?.valeur ?? null
  const connus: TraitsConnus = {
    nomNaissance: valeur('nomNaissance'),
    premierPrenom: valeur('premierPrenom'),
    sexe: valeur('sexe'),
    dateNaissance: valeur('dateNaissance'),
    lieuNaissance: valeur('lieuNaissance'),
  }
  const demande = preparerDemande(connus, admission.attributs)
  if (!demande.ok) return demande
  return succes({
    initiale: demande.value,
    prenomsNaissance: valeur('prenomsNaissance'),
    lieuNaissance: connus.lieuNaissance,
    essais: admission.decision.essais,
    essaisMax,
  })
}

const fusionner = (identite: Identite): TraitsStricts & TraitsUtilises => ({
  ...identite.traits,
  ...identite.utilises,
})

const sontComplets = (
  traits: Record<keyof TraitsStricts, string | null>,
): traits is Record<keyof TraitsStricts, string> & TraitsStricts =>
  Object.values(traits).every((valeur) => valeur !== null)
