import { join } from 'node:path'
import type { ReglagesAdmission } from '#domain/admission/reglages.ts'
import type { Cadre } from '#domain/droits/cadre.ts'
import type { Habilitation } from '#domain/droits/peut.ts'
import type { Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import type { VueAdmission } from '#domain/admission/vue.ts'
import type { Agent as Compte } from '#services/comptes/compte.ts'
import type { VueAntecedents } from '#domain/doublons/vue-antecedents.ts'
import { ouvrirSession } from '#services/comptes/ouvrir-session.ts'
import { openCoffre } from '#services/coffre/sqlite/open-coffre.ts'
import type { Coffre } from '#services/coffre/coffre.ts'
import { DefautStockage } from '#services/coffre/defaut-stockage.ts'
import type { ActeJournal } from '#services/journal/acte-journal.ts'
import type { EntreeJournal, Journal } from '#services/journal/open-journal.ts'
import { creerMagasin } from '#services/pieces/magasin-copies.ts'
import { verifierJournal } from '#services/journal/verifier-journal.ts'
import type { ClientInsi } from '#services/insi/client.ts'
import type { Signal } from '../etat/signal.ts'
import { creerGuichet } from '../guichet/guichet.ts'
import { appelerEtConserver } from '../guichet/appeler-et-conserver.ts'
import type { Lieux } from '../lieux/lieux.ts'
import type { Sante } from '../sante/sante.ts'
import { purgerChaqueJour } from './purger-copies.ts'
import type { Seance } from './session.ts'

/** How often an open session looks whether the day has changed. */
const REGARD_PURGE_MS = 3_600_000

/** What a session opens its desk with. */
export interface PortsSeance {
  readonly dossier: string
  readonly journal: Journal
  readonly insi: () => Promise<Result<ClientInsi, Refus>>
  readonly lieux: () => Promise<Pick<Lieux, 'memes'>>
  readonly sante: Sante
  readonly organisation: Pick<Habilitation, 'organisation' | 'guichet'>
  readonly reglages: ReglagesAdmission
  readonly vue: Signal<VueAdmission | null>
  readonly antecedents: Signal<VueAntecedents | null>
  readonly now: () => Date
  readonly uuid: () => string
}

/** Signs in, opens the store with the agent's key, checks the journal against its anchor, and resumes what was left open. */
export async function ouvrirSeance(
  ports: PortsSeance,
  identifiant: string,
  motDePasse: string,
): Promise<Result<Seance, Refus>> {
  const authentifie = await ouvrirSession(join(ports.dossier, 'comptes.json'), identifiant, motDePasse)
  if (!authentifie.ok) {
    ports.journal.ecrire({
      agent: null,
      admission: null,
      acte: { acte: 'session-refusee', refus: authentifie.error.code },
    })
    return authentifie
  }
  const { agent, cle } = authentifie.value
  const coffre = await openCoffre({ file: join(ports.dossier, 'coffre.db'), key: cle })
  cle.fill(0)
  ports.sante.noter('coffre', coffre.ok ? null : coffre.error.code)
  if (!coffre.ok) return coffre
  try {
    return succes(await asseoir(ports, agent, coffre.value))
  } catch (cause) {
    // Left open, the store would be busy for whoever signs in next.
    await coffre.value.close()
    if (cause instanceof DefautStockage) return echec(cause.refus)
    throw cause
  }
}

/** What acts are judged by: the agent's rights and the site's choices, places being compared with the history of the communes. */
function cadreDe(
  { memes }: Pick<Lieux, 'memes'>,
  { reglages }: Pick<PortsSeance, 'reglages'>,
  habilitation: Habilitation,
): Cadre {
  return { habilitation, reglages: { ...reglages, ecarts: { ...reglages.ecarts, memeLieu: memes } } }
}

async function asseoir(ports: PortsSeance, compte: Compte, coffre: Coffre): Promise<Seance> {
  const { formations, ...agent } = compte
  const { journal, sante } = ports
  const verifie = await verifierJournal(join(ports.dossier, 'journal.jsonl'), {
    ancre: await coffre.ancrage.lire(),
  })
  sante.noter('journal', verifie.ok ? null : verifie.error.refus.code)
  /** A broken journal keeps its old anchor, or the next session would take the rewritten one for good. */
  const inscrire = async (entree: Omit<EntreeJournal, 'agent'>): Promise<void> => {
    const ligne = journal.ecrire({ agent: agent.identifiant, ...entree })
    if (verifie.ok) await coffre.ancrage.poser(ligne)
  }
  const noter = (admission: string | null, acte: ActeJournal): Promise<void> => inscrire({ admission, acte })
  await noter(null, { acte: 'session-ouverte' })
  const { dossier, reglages, uuid, now } = ports
  const magasin = creerMagasin({ dossier, depot: coffre.copies, reglages: reglages.copies, uuid })
  await magasin.balayer()
  const guichet = await creerGuichet({
    agent: agent.identifiant,
    cadre: cadreDe(await ports.lieux(), ports, { role: agent.role, formations, ...ports.organisation }),
    depot: coffre.admissions,
    compteurs: coffre.compteurs,
    journaliser: (admission, acte) =>
      inscrire({ admission: admission?.id ?? null, site: admission?.venue.site ?? null, acte }),
    appelerInsi: appelerEtConserver({
      insi: ports.insi,
      reponses: coffre.reponsesInsi,
      sante,
      now: ports.now,
    }),
    copies: magasin,
    patients: coffre.patients,
    vue: ports.vue,
    antecedents: ports.antecedents,
    now: ports.now,
    uuid: ports.uuid,
  })
  const cesserPurge = await purgerChaqueJour({ magasin, noter, now, periodeMs: REGARD_PURGE_MS })
  return {
    agent,
    guichet,
    noter,
    async fermer(cause) {
      try {
        await cesserPurge()
        await guichet.fermer()
        await noter(null, { acte: 'session-fermee', cause })
      } finally {
        await coffre.close()
      }
    },
  }
}
