import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { DemandeInsi } from '#domain/insi/demande.ts'
import type { Refus } from '#domain/refus/refus.ts'
import { succes, type Result } from '#domain/result.ts'
import { createClientInsi, type AppelInsi } from '#services/insi/client.ts'
import type { ConfigInsi } from '#services/insi/config.ts'
import type { ActePoste } from '#services/journal/acte-journal.ts'
import { inscrireCommande } from '#services/journal/inscrire-commande.ts'
import { avecSignataire, type AccesInsi } from '../configuration/insi.ts'
import type { ReglagesCommande } from './reglages-commande.ts'

/** One call of the command line: in whose name, what for, by which access. */
export interface AppelCommande {
  readonly agent: string
  readonly motif: 'recherche' | 'essai'
  readonly config: ConfigInsi
  readonly demande: DemandeInsi
}

/** Makes one call, written in the journal of commands before it leaves and after it came back; refused when it cannot be written. */
export async function appelerEnCommande(
  reglages: ReglagesCommande,
  { agent, motif, config, demande }: AppelCommande,
): Promise<Result<AppelInsi, Refus>> {
  const appelId = randomUUID()
  const { environnement, now } = reglages
  const lieu = demande.lieuNaissance !== undefined
  const noter = inscrireAuNom(reglages, agent)
  const annoncee = await noter({ acte: 'insi-commandee', appelId, motif, environnement, lieu })
  if (!annoncee.ok) return annoncee
  const client = createClientInsi(config, { now, uuid: randomUUID })
  const appel = await jusquAInterruption((signal) => client.chercherParTraits(demande, signal))
  client.close()
  const { messageId, resultat } = appel
  const issue = resultat.ok ? resultat.value.codeCR : resultat.error.code
  const repondue = await noter({ acte: 'insi-commande-repondue', appelId, messageId, issue })
  return repondue.ok ? succes(appel) : repondue
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
export const sansCarte = (acces: AccesInsi): ConfigInsi => avecSignataire(acces, () => null)
