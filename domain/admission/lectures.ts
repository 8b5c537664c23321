import { comparerAInsi } from '../ecarts/comparer.ts'
import type { Ecart } from '../ecarts/ecart.ts'
import { statutIdentite, type FaitInsi, type Identite } from '../identite/identite.ts'
import { estPremierPrenomDe } from '../identite/premier-prenom.ts'
import type { Statut } from '../identite/statut.ts'
import { TRAITS, type Trait, type TraitsStricts, type TraitsUtilises } from '../identite/traits.ts'
import { preciserParLieu, preparerDemande, type DemandeInsi, type TraitsConnus } from '../insi/demande.ts'
import { refuser, type Refus } from '../refus/refus.ts'
import { succes, type Result } from '../result.ts'
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
export function ecartsDe(admission: Admission): readonly Ecart[] {
  const { interrogation } = admission
  if (interrogation.etat !== 'trouvee' && interrogation.etat !== 'ecartee') return []
  const identite = identiteDe(admission)
  return identite ? comparerAInsi(fusionner(identite), interrogation.identite.traits) : []
}

/** The search F4 would send now, with the birth place after several identities (02), or why it may not be sent. */
export function demandeDe(admission: Admission): Result<DemandeInsi, Refus> {
  const valeur = (trait: keyof TraitsConnus): string | null => admission.saisie[trait]?.valeur ?? null
  const connus: TraitsConnus = {
    nomNaissance: valeur('nomNaissance'),
    premierPrenom: valeur('premierPrenom'),
    sexe: valeur('sexe'),
    dateNaissance: valeur('dateNaissance'),
    lieuNaissance: valeur('lieuNaissance'),
  }
  const demande = preparerDemande(connus, admission.attributs)
  const plusieurs = admission.interrogation.etat === 'non-trouvee' && admission.interrogation.codeCR === '02'
  return demande.ok && plusieurs ? succes(preciserParLieu(demande.value, connus)) : demande
}

const fusionner = (identite: Identite): TraitsStricts & TraitsUtilises => ({
  ...identite.traits,
  ...identite.utilises,
})

const sontComplets = (
  traits: Record<keyof TraitsStricts, string | null>,
): traits is Record<keyof TraitsStricts, string> & TraitsStricts =>
  Object.values(traits).every((valeur) => valeur !== null)
