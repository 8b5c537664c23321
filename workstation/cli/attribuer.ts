import { existsSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { exigeHomologation } from '#domain/administration/homologation.ts'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import { identifierAgent, type Demandeur } from './identifier-agent.ts'
import type { Terminal } from './lire-mot-de-passe.ts'
import type { ReglagesCommande } from './reglages-commande.ts'

/**
 * In whose name a command calls INSi, as the journal will say it: an account of the workstation, or in simulation the user of the machine.
 * Refused as the desk refuses, before any password is asked, where no decision of homologation was recorded. Source: OR-13.
 */
export async function attribuer(
  reglages: ReglagesCommande,
  { identifiant, droit }: Omit<Demandeur, 'identifiant'> & { readonly identifiant: string | undefined },
  terminal: Terminal = { entree: process.stdin, sortie: process.stderr },
): Promise<Result<string, Refus>> {
  const verrouille = exigeHomologation(reglages.environnement)
  if (verrouille && !existsSync(join(reglages.dossier, 'homologation.json')))
    return echec(refuser('insi/homologation'))
  if (identifiant !== undefined) return identifierAgent(reglages, { identifiant, droit }, terminal)
  return verrouille ? echec(refuser('insi/agent-requis')) : succes(utilisateur())
}

/** Journals take codes: whatever else a name of the system holds is replaced. */
const utilisateur = (): string => `systeme/${userInfo().username.replaceAll(/[^\w.@-]/g, '_')}`
