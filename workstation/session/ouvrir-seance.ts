import { join } from 'node:path'
import type { ReglagesAdmission } from '#domain/admission/reglages.ts'
import type { Cadre } from '#domain/droits/cadre.ts'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import type { VueAdmission } from '#domain/admission/vue.ts'
import type { Agent as Compte } from '#services/comptes/compte.ts'
import type { VueAntecedents } from '#domain/doublons/vue-antecedents.ts'
import { cleDroitsDe } from '#services/comptes/sceller-droits.ts'
import type { SessionOuverte } from '#services/comptes/ouvrir-session.ts'
import { openCoffre } from '#services/coffre/sqlite/open-coffre.ts'
import type { Coffre } from '#services/coffre/coffre.ts'
import { DefautStockage } from '#services/coffre/defaut-stockage.ts'
import type { ActeJournal, MoyenConnexion } from '#services/journal/acte-journal.ts'
import type { EntreeJournal, Journal } from '#services/journal/open-journal.ts'
import { creerMagasin, type MagasinCopies } from '#services/pieces/magasin-copies.ts'
import { verifierJournal } from '#services/journal/verifier-journal.ts'
import type { ClientInsi } from '#services/insi/client.ts'
import type { EnvironnementInsi } from '#services/insi/config.ts'
import { cleHomologationDe } from '#services/insi/homologation-scellee.ts'
import { creerAdministration } from '../administration/administration.ts'
import { ouvrirHomologation } from '../administration/homologation.ts'
import type { PortsAdministration, PortsEtablissement } from '../administration/ports.ts'
import type { Signal } from '../etat/signal.ts'
import { creerGuichet, type Guichet } from '../guichet/guichet.ts'
import type { PortsGuichet } from '../guichet/ports-guichet.ts'
import { appelerEtConserver } from '../guichet/appeler-et-conserver.ts'
import type { Lieux } from '../lieux/lieux.ts'
import type { Sante } from '../sante/sante.ts'
import type { Vigie } from '../continuite/vigie.ts'
import { selonHomologation } from './insi-homologue.ts'
import { suivrePresence, type Presence } from './presence.ts'
import { rejouerQuandPossible } from './rejouer-quand-possible.ts'
import { purgerChaqueJour, type PortsPurge } from './purger-copies.ts'
import type { Seance } from './session.ts'

/** How often an open session looks whether the day has changed. */
const REGARD_PURGE_MS = 3_600_000

/** How often it looks whether a call put off may leave. */
const REGARD_REJEU_MS = 1000

/** What a session opens its desk with. */
export interface PortsSeance extends PortsEtablissement {
  readonly journal: Journal
  readonly insi: () => Promise<Result<ClientInsi, Refus>>
  /** Reads the Carte Vitale again, just before a call. */
  readonly carteVitale: PortsGuichet['carteVitale']
  readonly lieux: () => Promise<Pick<Lieux, 'memes'>>
  readonly sante: Sante
  readonly vigie: Vigie
  /** What the store must serve, and nothing else. */
  readonly environnement: EnvironnementInsi
  /** Whether the card of the agent signs his calls. */
  readonly parCarte: boolean
  readonly reglages: ReglagesAdmission
  readonly vue: Signal<VueAdmission | null>
  readonly antecedents: Signal<VueAntecedents | null>
  readonly uuid: () => string
  /** Says again who is at the desk, after his rights changed. */
  readonly actualiser: () => void
}

/** How somebody comes to the desk. */
export interface Entree {
  readonly moyen: MoyenConnexion
  /** Proves who he is, and gives the key of the store. */
  authentifier(): Promise<Result<SessionOuverte, Refus>>
  /** He has left: what he came with is closed too. */
  readonly partir?: () => void
}

/** Signs in, opens the store with the agent's key, checks the journal against its anchor, and resumes what was left open. */
export async function ouvrirSeance(ports: PortsSeance, entree: Entree): Promise<Result<Seance, Refus>> {
  const authentifie = await entree.authentifier()
  if (!authentifie.ok) {
    ports.journal.ecrire({
      agent: null,
      admission: null,
      acte: { acte: 'session-refusee', refus: authentifie.error.code },
    })
    return authentifie
  }
  const { agent, cle } = authentifie.value
  const cles = { droits: cleDroitsDe(cle), homologation: cleHomologationDe(cle) }
  const coffre = await openCoffre({ file: join(ports.dossier, 'coffre.db'), key: cle })
  cle.fill(0)
  ports.sante.noter('coffre', coffre.ok ? null : coffre.error.code)
  if (!coffre.ok) return coffre
  try {
    // Identities of one environment never meet those of another.
    if ((await coffre.value.marque.fixer(ports.environnement)) !== ports.environnement)
      return await refuserCoffre(ports, coffre.value)
    return succes(await asseoir(ports, { compte: agent, cles, entree }, coffre.value))
  } catch (cause) {
    // Left open, the store would be busy for whoever signs in next.
    await coffre.value.close()
    if (cause instanceof DefautStockage) return echec(cause.refus)
    throw cause
  }
}

async function refuserCoffre(
  { sante }: Pick<PortsSeance, 'sante'>,
  coffre: Coffre,
): Promise<Result<never, Refus>> {
  await coffre.close()
  sante.noter('coffre', 'coffre/environnement')
  return echec(refuser('coffre/environnement'))
}

/**
 * What acts are judged by: the agent's rights as they are when he acts, and the site's choices, places being compared with the
 * history of the communes.
 */
function cadreDe(
  { memes }: Pick<Lieux, 'memes'>,
  { reglages }: Pick<PortsSeance, 'reglages'>,
  { habilitation }: Presence,
): Cadre {
  return {
    get habilitation() {
      return habilitation()
    },
    reglages: { ...reglages, ecarts: { ...reglages.ecarts, memeLieu: memes } },
  }
}

/** Who signed in, and the keys drawn from the store's that prove rights and decisions. */
interface Arrivee {
  readonly compte: Compte
  readonly cles: PortsAdministration['cles']
  readonly entree: Entree
}

type Inscrire = (entree: Omit<EntreeJournal, 'agent'>) => Promise<void>

/** Checks the journal against its anchor, then writes on it in the name of the agent. */
async function tenirJournal(
  { dossier, journal, sante }: PortsSeance,
  { ancrage }: Coffre,
  agent: string,
): Promise<Inscrire> {
  const verifie = await verifierJournal(join(dossier, 'journal.jsonl'), { ancre: await ancrage.lire() })
  sante.noter('journal', verifie.ok ? null : verifie.error.refus.code)
  return async (entree) => {
    const ligne = journal.ecrire({ agent, ...entree })
    // A broken journal keeps its old anchor, or the next session would take the rewritten one for good.
    if (verifie.ok) await ancrage.poser(ligne)
  }
}

async function asseoir(
  ports: PortsSeance,
  { compte, cles, entree }: Arrivee,
  coffre: Coffre,
): Promise<Seance> {
  const { identifiant } = compte
  const presence = suivrePresence(ports, cles.droits, compte)
  const inscrire = await tenirJournal(ports, coffre, identifiant)
  const noter = (admission: string | null, acte: ActeJournal): Promise<void> => inscrire({ admission, acte })
  await noter(null, { acte: 'session-ouverte', moyen: entree.moyen })
  const insi = selonHomologation(ports, ouvrirHomologation(ports, cles.homologation))
  insi.signaler()
  const cadre = cadreDe(await ports.lieux(), ports, presence)
  const { uuid, now, vue, antecedents, carteVitale, vigie } = ports
  const outils = { uuid, now, vue, antecedents, carteVitale }
  const magasin = await ouvrirMagasin(ports, coffre)
  const guichet = await creerGuichet({
    agent: identifiant,
    cadre,
    depot: await depotDe(coffre, presence, vigie),
    compteurs: coffre.compteurs,
    journaliser: (admission, acte) =>
      inscrire({ admission: admission?.id ?? null, site: admission?.venue.site ?? null, acte }),
    ...appelsDe(ports, coffre, insi.client),
    copies: magasin,
    patients: coffre.patients,
    attentes: coffre.attentes,
    ...outils,
  })
  const change = async (): Promise<void> => {
    presence.relire()
    insi.signaler()
    ports.actualiser()
    await guichet.remontrer()
  }
  const acces = { cles, habilitation: presence.habilitation, change, agent: identifiant }
  const administration = creerAdministration({ ...ports, ...acces, noter: (acte) => noter(null, acte) })
  const cesser = await entretenir(ports, { guichet, magasin, noter })
  return {
    get agent() {
      return presence.agent()
    },
    guichet,
    administration,
    verrouInsi: insi.verrou,
    cadre,
    noter,
    async fermer(cause) {
      entree.partir?.()
      try {
        await cesser()
        await guichet.fermer()
        vigie.noterDifferes(null)
        await noter(null, { acte: 'session-fermee', cause })
      } finally {
        await coffre.close()
      }
    },
  }
}

/** Where copies are kept, once what a crash left there was swept away. */
async function ouvrirMagasin(
  { dossier, reglages, uuid }: PortsSeance,
  { copies }: Coffre,
): Promise<MagasinCopies> {
  const magasin = creerMagasin({ dossier, depot: copies, reglages: reglages.copies, uuid })
  await magasin.balayer()
  return magasin
}

/** Whoever receives nobody finds no patient at his desk, not even one he left there under another role. */
async function depotDe(
  { admissions, differes }: Coffre,
  { agent }: Presence,
  vigie: Pick<Vigie, 'noterDifferes'>,
): Promise<PortsGuichet['depot']> {
  const compter = async () => vigie.noterDifferes(await differes.compter())
  await compter()
  return {
    async enregistrer(admission) {
      await admissions.enregistrer(admission)
      await compter()
    },
    ouverte: async (identifiant) =>
      agent().droits.includes('creer-modifier') ? admissions.ouverte(identifiant) : null,
    parId: (id) => admissions.parId(id),
    prendre: (id, prise) => admissions.prendre(id, prise),
    rendre: (id, par) => admissions.rendre(id, par),
  }
}

/** The calls of a session: each one before the lookout, its answer kept, those put off in the store. */
const appelsDe = (
  ports: PortsSeance,
  { differes, reponsesInsi }: Coffre,
  insi: PortsSeance['insi'],
): Pick<PortsGuichet, 'appelerInsi' | 'differes' | 'rejeu'> => ({
  appelerInsi: ports.vigie.surveiller(appelerEtConserver({ ...ports, insi, reponses: reponsesInsi })),
  differes,
  rejeu: { laisser: ports.vigie.laisserRejouer, parCarte: ports.parCarte },
})

/** What goes on by itself while the store is open: copies whose time is over, calls put off. Returns what stops both. */
async function entretenir(
  { vigie, now }: PortsSeance,
  { guichet, ...purge }: Pick<PortsPurge, 'magasin' | 'noter'> & { readonly guichet: Guichet },
): Promise<() => Promise<void>> {
  const cesserPurge = await purgerChaqueJour({ ...purge, now, periodeMs: REGARD_PURGE_MS })
  const cesserRejeu = rejouerQuandPossible({ guichet, vigie, periodeMs: REGARD_REJEU_MS })
  return async () => {
    await cesserPurge()
    await cesserRejeu()
  }
}
