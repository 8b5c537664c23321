import type { Sexe } from '../../identite/sexe.ts'
import type { Adresse } from '../adresse.ts'
import { CODES_ATTRIBUT } from '../codes-attribut.ts'
import type { IdentiteEchangee } from '../identite-echangee.ts'
import type { AutoriteIpp } from '../reglages-echanges.ts'
import { composants, repetitions, segment } from './segment.ts'

/** Whom the message is about, beside the identity. */
export interface Dossier {
  readonly ipp: string | null
  readonly adresse: Adresse | null
  readonly autoriteIpp: AutoriteIpp
  /** When the identity was last changed, `AAAAMMJJHHMMSS`. */
  readonly modifieeLe: string
}

const SEXES: Readonly<Record<Sexe, string>> = { F: 'F', M: 'M', I: 'U' }

/** Writes the patient: identifiers, names, birth, address, status. Source: PAM FR 2.11, PID. */
export function segmentPid(identite: IdentiteEchangee, dossier: Dossier): string {
  const { traits, statut, attributs } = identite
  return segment('PID', {
    1: '1',
    3: repetitions(ippDe(dossier), insDe(identite)),
    5: repetitions(nomNaissance(identite), nomUtilise(identite)),
    7: compact(traits.dateNaissance),
    8: SEXES[traits.sexe],
    11: repetitions(
      residence(dossier.adresse),
      composants('', '', '', '', '', '', 'BDL', '', traits.lieuNaissance),
    ),
    // A patient who stands at the desk is alive.
    30: 'N',
    // Flows only know these two: the receiver deduces a qualified identity from VALI and its number.
    32: repetitions(
      statut === 'validee' || statut === 'qualifiee' ? 'VALI' : 'PROV',
      ...attributs.map((attribut) => CODES_ATTRIBUT[attribut]),
    ),
    33: dossier.modifieeLe,
  })
}

/** A day without its hyphens. */
export const compact = (jour: string): string => jour.replaceAll('-', '')

const ippDe = ({ ipp, autoriteIpp: { nom, identifiant, type } }: Dossier): string | null =>
  ipp === null ? null : composants(ipp, '', '', [nom, identifiant, type], 'PI')

/** The authority of the number is told by its OID alone, whatever its nature. */
const insDe = ({ ins, insiLe }: IdentiteEchangee): string | null =>
  ins === null || insiLe === null
    ? null
    : composants(ins.matricule, '', '', ['ASIP-SANTE-INS-NIR', ins.oid, 'ISO'], 'INS', '', compact(insiLe))

const nomNaissance = ({ traits }: IdentiteEchangee): string =>
  composants(traits.nomNaissance, traits.premierPrenom, traits.prenomsNaissance, '', '', '', 'L')

/** Only what was collected: a name in use is never a copy of the birth name. Source: EXI PP 17, EXI PP 18. */
const nomUtilise = ({
  utilises: { nomUtilise: nom, prenomUtilise: prenom },
}: IdentiteEchangee): string | null =>
  nom === null && prenom === null ? null : composants(nom ?? '', prenom ?? '', '', '', '', '', 'D')

const residence = (adresse: Adresse | null): string | null =>
  adresse && composants(adresse.voie, '', adresse.ville, '', adresse.codePostal, adresse.pays, 'H')
