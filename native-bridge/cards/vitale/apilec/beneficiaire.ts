import type { Beneficiaire } from '#domain/cartes/lecture-vitale.ts'
import type { FicheApilec } from './fiche.ts'

const ASSURE = '0'

/** What the desk takes of a person: who she is and who insures her; address and rights stay on the card. */
export const beneficiaireDe = ({ identite, obligatoire }: FicheApilec): Beneficiaire => ({
  nomNaissance: identite.nomNaissance,
  nomUsuel: identite.nomUsuel,
  prenoms: identite.prenomUsuel,
  dateNaissance: identite.dateNaissance,
  rang: identite.rangNaissance,
  matricule: ownNumber(identite, obligatoire.qualite),
  nirAssure: identite.nirAssure,
  regime: obligatoire.regime,
})

/** A certified number is the person's; without one, only the insured person's own is known: the others never take it for theirs. */
const ownNumber = (
  { nirCertifie, nirAssure }: FicheApilec['identite'],
  qualite: string | null,
): string | null => nirCertifie ?? (qualite === ASSURE ? nirAssure : null)
