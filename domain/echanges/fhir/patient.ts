import type { Identite } from '../../identite/identite.ts'
import type { Sexe } from '../../identite/sexe.ts'
import type { Adresse } from '../adresse.ts'
import { identiteEchangee, type IdentiteEchangee } from '../identite-echangee.ts'
import type { ReglagesEchanges } from '../reglages-echanges.ts'
import { STRUCTURES, type Extension } from './extension.ts'
import { fiabilite } from './fiabilite.ts'
import { identifiantIns, identifiantLocal, type Identifier } from './identifiants.ts'

interface HumanName {
  readonly use: 'official' | 'usual'
  readonly extension?: readonly Extension[]
  readonly family?: string
  readonly given?: readonly string[]
}

interface Address {
  readonly use: 'home'
  readonly line: readonly string[]
  readonly city: string
  readonly postalCode: string
  readonly country: string
}

/** A Patient resource as FR Core profiles it. */
export interface Patient {
  readonly resourceType: 'Patient'
  readonly meta: { readonly profile: readonly string[] }
  readonly extension: readonly Extension[]
  readonly identifier?: readonly Identifier[]
  readonly name: readonly HumanName[]
  readonly gender: string
  readonly birthDate: string
  readonly address?: readonly Address[]
}

export interface ContexteFhir {
  readonly reglages: ReglagesEchanges
  readonly ipp: string | null
  readonly adresse: Adresse | null
}

const GENRES: Readonly<Record<Sexe, string>> = { F: 'female', M: 'male', I: 'unknown' }

/** Writes an identity as an FR Core Patient: of the INS profile, number included, only when qualified (EXI SI 08). */
export function patientFrCore(identite: Identite, { reglages, ipp, adresse }: ContexteFhir): Patient {
  const echangee = identiteEchangee(identite, reglages.diffusionMatricule)
  const { ins, traits } = echangee
  const identifiants = [
    ...(ipp === null ? [] : [identifiantLocal(ipp, reglages.autoriteIpp)]),
    ...(ins === null ? [] : [identifiantIns(ins)]),
  ]
  return {
    resourceType: 'Patient',
    meta: { profile: [`${STRUCTURES}/${ins === null ? 'fr-core-patient' : 'fr-core-patient-ins'}`] },
    extension: [lieuNaissance(traits.lieuNaissance), fiabilite(echangee)],
    ...(identifiants.length === 0 ? {} : { identifier: identifiants }),
    name: [nomNaissance(echangee), ...nomUtilise(echangee)],
    gender: GENRES[traits.sexe],
    birthDate: traits.dateNaissance,
    ...(adresse === null ? {} : { address: [residence(adresse)] }),
  }
}

const COMMUNES = 'https://mos.esante.gouv.fr/NOS/TRE_R13-CommuneOM/FHIR/TRE-R13-CommuneOM'

const lieuNaissance = (code: string): Extension => ({
  url: 'http://hl7.org/fhir/StructureDefinition/patient-birthPlace',
  valueAddress: {
    extension: [{ url: `${STRUCTURES}/fr-core-address-insee-code`, valueCoding: { system: COMMUNES, code } }],
  },
})

const nomNaissance = ({ traits }: IdentiteEchangee): HumanName => ({
  use: 'official',
  extension: [
    { url: `${STRUCTURES}/fr-core-patient-birth-list-given-name`, valueString: traits.prenomsNaissance },
  ],
  family: traits.nomNaissance,
  given: [traits.premierPrenom],
})

/** Only what was collected: a name in use is never a copy of the birth name. Source: EXI PP 17, EXI PP 18. */
const nomUtilise = ({
  utilises: { nomUtilise: nom, prenomUtilise: prenom },
}: IdentiteEchangee): readonly HumanName[] =>
  nom === null && prenom === null
    ? []
    : [
        {
          use: 'usual',
          ...(nom === null ? {} : { family: nom }),
          ...(prenom === null ? {} : { given: [prenom] }),
        },
      ]

const residence = ({ voie, ville, codePostal, pays }: Adresse): Address => ({
  use: 'home',
  line: [voie],
  city: ville,
  postalCode: codePostal,
  country: pays,
})
