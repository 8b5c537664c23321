import { join } from 'node:path'
import { refusSansAdministrateur } from '#domain/administration/personne.ts'
import type { Refus } from '#domain/refus/refus.ts'
import type { Result } from '#domain/result.ts'
import { modifierCompte, type AccesRegistre, type Modification } from '#services/comptes/registre.ts'
import type { ActeAdministration } from '#services/journal/acte-journal.ts'
import type { PortsAdministration } from './ports.ts'

/** Changes one account, provided that somebody can still administer: journalled, written, then in force at once. */
export interface Modifieur {
  readonly registre: AccesRegistre
  readonly modifier: (
    identifiant: string,
    changer: Modification['changer'],
    acte: ActeAdministration,
  ) => Promise<Result<null, Refus>>
}

export function creerModifieur({
  dossier,
  cles,
  etablissement,
  noter,
  change,
}: PortsAdministration): Modifieur {
  const registre = { file: join(dossier, 'comptes.json'), cleDroits: cles.droits }
  return {
    registre,
    async modifier(identifiant, changer, acte) {
      const fait = await modifierCompte(registre, identifiant, {
        changer,
        juger: (apres) => refusSansAdministrateur(apres, etablissement.lire().organisation),
        noter: () => noter(acte),
      })
      if (fait.ok) await change()
      return fait
    },
  }
}
