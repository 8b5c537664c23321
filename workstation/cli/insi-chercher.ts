import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { DemandeInsi } from '#domain/insi/demande.ts'
import type { Refus } from '#domain/refus/refus.ts'
import type { Result } from '#domain/result.ts'
import { createClientInsi, type AppelInsi } from '#services/insi/client.ts'
import type { ConfigInsi } from '#services/insi/config.ts'
import { inscrireCommande } from '#services/journal/inscrire-commande.ts'
import type { ActePoste } from '#services/journal/acte-journal.ts'
import type { AccesInsi } from '../configuration/insi.ts'
import { jourDe } from '../guichet/jour.ts'
import { attribuer } from './attribuer.ts'
import { echouer, type Sortie } from './commande.ts'
import { lireDemandeInsi } from './lire-demande-insi.ts'
import { lireReglagesCommande, type ReglagesCommande } from './reglages-commande.ts'
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

/** Searches one person: one call, in somebody's name, written in the journal before it leaves and after it came back. */
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
  const appel = await appeler(reglages.value, agent.value, { acces: insi.value, demande: demande.value })
  return appel.ok ? sortirAppel(appel.value) : refuserAppel(appel.error)
}

interface Recherche {
  readonly acces: AccesInsi
  readonly demande: DemandeInsi
}

async function appeler(
  reglages: ReglagesCommande,
  agent: string,
  { acces, demande }: Recherche,
): Promise<Result<AppelInsi, Refus>> {
  const appelId = randomUUID()
  const { environnement } = reglages
  const lieu = demande.lieuNaissance !== undefined
  const annonce = { acte: 'insi-commandee', appelId, motif: 'recherche', environnement, lieu } as const
  const noter = inscrireAuNom(reglages, agent)
  const annoncee = await noter(annonce)
  if (!annoncee.ok) return annoncee
  const client = createClientInsi(sansCarte(acces), { now: reglages.now, uuid: randomUUID })
  const appel = await jusquAInterruption((signal) => client.chercherParTraits(demande, signal))
  client.close()
  const { messageId, resultat } = appel
  const issue = resultat.ok ? resultat.value.codeCR : resultat.error.code
  const repondue = await noter({ acte: 'insi-commande-repondue', appelId, messageId, issue })
  return repondue.ok ? { ok: true, value: appel } : repondue
}

/** Each line says who asked, from which workstation; commands have a journal of their own, beside that of the desk. */
function inscrireAuNom({ dossier, poste, organisation, now }: ReglagesCommande, agent: string) {
  mkdirSync(dossier, { recursive: true, mode: 0o700 })
  const ouverture = {
    file: join(dossier, 'journal-commandes.jsonl'),
    now,
    poste,
    site: organisation.guichet.site,
  }
  return (acte: ActePoste): Promise<Result<null, Refus>> =>
    inscrireCommande(ouverture, { agent, admission: null, acte })
}

/** Ctrl+C abandons the call, which is then journalled as abandoned. */
async function jusquAInterruption<T>(faire: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const annulation = new AbortController()
  const annuler = (): void => annulation.abort()
  process.once('SIGINT', annuler).once('SIGTERM', annuler)
  try {
    return await faire(annulation.signal)
  } finally {
    process.off('SIGINT', annuler).off('SIGTERM', annuler)
  }
}

/** No card is opened from the command line: where cards sign the calls, each one is refused `insi/carte-requise`. */
const sansCarte = ({ certificat, ...acces }: AccesInsi): ConfigInsi => ({
  ...acces,
  certificat: certificat.forme === 'cpx' ? { ...certificat, signataire: () => null } : certificat,
})
