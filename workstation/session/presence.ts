import { join } from 'node:path'
import type { Habilitation } from '#domain/droits/peut.ts'
import type { Agent as Compte } from '#services/comptes/compte.ts'
import { lireComptes } from '#services/comptes/fichier-comptes.ts'
import { agentDe } from '#services/comptes/ouvrir-session.ts'
import { droitsIntacts, type CleDroits } from '#services/comptes/sceller-droits.ts'
import type { PortsEtablissement } from '../administration/ports.ts'
import type { Agent } from './session.ts'

/** Who is at the desk, as his account and the organisation say at this moment: each act is judged by what stands then. */
export interface Presence {
  readonly agent: () => Agent
  readonly habilitation: () => Habilitation
  /** Reads his account again after it may have changed; one altered outside the product changes nothing here. */
  readonly relire: () => void
}

export function suivrePresence(
  { dossier, etablissement }: Pick<PortsEtablissement, 'dossier' | 'etablissement'>,
  cle: CleDroits,
  depart: Compte,
): Presence {
  let compte = depart
  return {
    agent: () => ({
      identifiant: compte.identifiant,
      nom: compte.nom,
      role: compte.role,
      droits: [...etablissement.lire().organisation.droits[compte.role]],
    }),
    habilitation: () => ({
      role: compte.role,
      formations: compte.formations,
      ...etablissement.lire(),
    }),
    relire() {
      const comptes = lireComptes(join(dossier, 'comptes.json'))
      const trouve = comptes.ok && comptes.value.find((un) => un.identifiant === depart.identifiant)
      if (trouve && droitsIntacts(trouve, cle)) compte = agentDe(trouve)
    },
  }
}
