import { parseArgs } from 'node:util'
import { jourDe } from '../guichet/jour.ts'
import { appelerEnCommande, sansCarte } from './appel-commande.ts'
import { attribuer } from './attribuer.ts'
import { echouer, type Sortie } from './commande.ts'
import { lireDemandeInsi } from './lire-demande-insi.ts'
import { lireReglagesCommande } from './reglages-commande.ts'
import { refuserAppel, sortirAppel } from './sortie-insi.ts'

const OPTIONS = {
  nom: { type: 'string' },
  prenom: { type: 'string' },
  sexe: { type: 'string' },
  date: { type: 'string' },
  lieu: { type: 'string' },
  config: { type: 'string' },
  agent: { type: 'string' },
} as const

/** Searches one person: one call, in somebody's name. */
export async function chercher(args: readonly string[]): Promise<Sortie> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS })
  const demande = lireDemandeInsi(values, jourDe(new Date()))
  if (!demande.ok) return echouer(demande.error)
  const reglages = await lireReglagesCommande(values.config, process.env)
  if (!reglages.ok) return refuserAppel(reglages.error)
  const { insi } = reglages.value
  if (!insi.ok) return refuserAppel(insi.error)
  const agent = await attribuer(reglages.value, { identifiant: values.agent, droit: 'appeler-insi' })
  if (!agent.ok) return refuserAppel(agent.error)
  const appel = await appelerEnCommande(reglages.value, {
    agent: agent.value,
    motif: 'recherche',
    config: sansCarte(insi.value),
    demande: demande.value,
  })
  return appel.ok ? sortirAppel(appel.value) : refuserAppel(appel.error)
}
