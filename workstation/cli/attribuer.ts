import { existsSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import { identifierAgent, type Demandeur } from './identifier-agent.ts'
import type { Terminal } from './lire-mot-de-passe.ts'
import type { ReglagesCommande } from './reglages-commande.ts'

/**
 * In whose name a command calls INSi, as the journal will say it: an account of the workstation, or in simulation the user of the machine.
 * Refused as the desk refuses, before any password is asked, where a decision of homologation misses. Source: OR-13.
 */
export async function attribuer(
  reglages: ReglagesCommande,
  { identifiant, droit }: Omit<Demandeur, 'identifiant'> & { readonly identifiant: string | undefined },
  terminal: Terminal = { entree: process.stdin, sortie: process.stderr },
): Promise<Result<string, Refus>> {
  const { dispense, dossier } = reglages
  if (dispense === null && !existsSync(join(dossier, 'homologation.json')))
    return echec(refuser('insi/homologation'))
  if (identifiant !== undefined) return identifierAgent(reglages, { identifiant, droit }, terminal)
  return dispense === 'simulation' ? succes(utilisateur()) : echec(refuser('insi/agent-requis'))
}

/** Journals take codes: whatever else a name of the system holds is replaced. */
const utilisateur = (): string => `systeme/${userInfo().username.replaceAll(/[^\w.@-]/g, '_')}`
