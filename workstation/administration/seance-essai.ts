import { randomBytes } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient, ORPCError } from '@orpc/server'
import type { VueAdmission } from '#domain/admission/vue.ts'
import type { VueAntecedents } from '#domain/doublons/vue-antecedents.ts'
import { dispenseHomologation } from '#domain/administration/homologation.ts'
import { CADRE_PAR_DEFAUT } from '#domain/droits/cadre.ts'
import type { Habilitation } from '#domain/droits/peut.ts'
import { refuser } from '#domain/refus/refus.ts'
import { echec, succes } from '#domain/result.ts'
import { preparerDemonstration } from '#services/comptes/compte-demonstration.ts'
import type { EnvironnementInsi } from '#services/insi/config.ts'
import { openJournal, type Journal } from '#services/journal/open-journal.ts'
import { creerFileAttente } from '../etat/file-attente.ts'
import { paresseux } from '../etat/paresseux.ts'
import { creerSignal } from '../etat/signal.ts'
import { ouvrirLieux } from '../lieux/lieux.ts'
import { vigieEssai } from '../continuite/vigie-essai.ts'
import { lireConnexion } from '../configuration/connexion.ts'
import type { FichierConfiguration } from '../configuration/schema.ts'
import { creerConnexion } from '../connexion/connexion.ts'
import { lecteurEssai } from '../connexion/cpx-essai.ts'
import { routeurAdministration } from '../routeur/administration.ts'
import { routeurSession } from '../routeur/session.ts'
import { creerSante } from '../sante/sante.ts'
import { changerSonMotDePasse } from '../session/changer-mot-de-passe.ts'
import { creerFrein } from '../session/frein.ts'
import { ouvrirSeance } from '../session/ouvrir-seance.ts'
import { creerSession } from '../session/session.ts'

export const MOT_DE_PASSE = 'demonstration'
export const CONFIGURATION = {
  poste: 'ACCUEIL-01',
  environnement: 'simulation',
  insi: null,
  imprimante: null,
}

/** The store and the accounts of the demonstration, made once: each password costs what it must. */
const modele = paresseux(async () => {
  const dossier = mkdtempSync(join(tmpdir(), 'guichet-modele-'))
  const cree = await preparerDemonstration({
    coffre: join(dossier, 'coffre.db'),
    comptes: join(dossier, 'comptes.json'),
    aleatoire: randomBytes,
  })
  if (!cree.ok) throw new Error(cree.error.code)
  process.once('exit', () => rmSync(dossier, { recursive: true, force: true }))
  return dossier
})

/** The code a call was refused with, or « fait ». */
export async function issue(appel: Promise<unknown>): Promise<string> {
  try {
    await appel
    return 'fait'
  } catch (cause) {
    if (!(cause instanceof ORPCError)) throw cause
    return (cause.data as { code: string }).code
  }
}

interface OptionsSeances {
  /** How one signs in, as the configuration says it. */
  readonly connexion?: NonNullable<FichierConfiguration['connexion']>
  /** Authorities whose cards are known, PEM. */
  readonly autoritesCartes?: readonly string[]
}

/** A workstation on real files, without its window: the accounts of the demonstration, sessions, and their calls. */
export async function monterSeances(
  environnement: EnvironnementInsi = 'simulation',
  { connexion: champs = {}, autoritesCartes = [] }: OptionsSeances = {},
) {
  const dossier = mkdtempSync(join(tmpdir(), 'guichet-administration-'))
  const chemin = (nom: string): string => join(dossier, nom)
  writeFileSync(chemin('configuration.json'), JSON.stringify(CONFIGURATION))
  cpSync(await modele(), dossier, { recursive: true })
  let instant = Date.parse('2026-11-22T09:00:00.000Z')
  const now = () => new Date(instant)
  const journal = openJournal({ file: chemin('journal.jsonl'), now, poste: 'ACCUEIL-01' })
  if (!journal.ok) throw new Error(journal.error.code)
  const ports = portsEssai({ dossier, environnement, journal: journal.value, now })
  const lecteur = lecteurEssai()
  const session = creerSession()
  const { actualiser } = session
  const connexion = creerConnexion({
    ...ports,
    poste: 'ACCUEIL-01',
    session,
    cpx: lecteur.client,
    reglages: {
      ...lireConnexion({ connexion: champs }, dossier),
      autoritesCartes: () => autoritesCartes,
    },
    ouvrirSeance: (entree) => ouvrirSeance({ ...ports, actualiser }, entree),
  })
  const appels = createRouterClient(
    routeurSession({
      session,
      connexion,
      changerMotDePasse: (demande) => changerSonMotDePasse(ports, demande),
    }),
  )
  /** The lines of the journal, as objects. */
  const lignes = () =>
    readFileSync(chemin('journal.jsonl'), 'utf8')
      .split('\n')
      .filter((ligne) => ligne !== '')
      .map((ligne) => JSON.parse(ligne) as Record<string, unknown>)
  return {
    ports,
    session,
    lecteur,
    signataire: () => connexion.signataire(),
    vueConnexion: connexion.vue,
    chemin,
    /** Lets that many milliseconds pass on the clock. */
    attendre: (ms: number) => void (instant += ms),
    administration: createRouterClient(routeurAdministration({ session })),
    connexion: appels,
    entrer: (identifiant: string, motDePasse = MOT_DE_PASSE) => appels.ouvrir({ identifiant, motDePasse }),
    lignes,
    actes: () => lignes().map(({ acte }) => acte),
    async fermer() {
      await session.fermer('arret')
      connexion.arreter()
      journal.value.close()
      rmSync(dossier, { recursive: true })
    },
  }
}

interface BaseEssai {
  readonly dossier: string
  readonly environnement: EnvironnementInsi
  readonly journal: Journal
  readonly now: () => Date
}

const portsEssai = ({ dossier, environnement, journal, now }: BaseEssai) => ({
  dossier,
  environnement,
  dispense: dispenseHomologation(environnement, false),
  etablissement: creerSignal<Pick<Habilitation, 'organisation' | 'guichet'>>({
    organisation: CADRE_PAR_DEFAUT.habilitation.organisation,
    guichet: CADRE_PAR_DEFAUT.habilitation.guichet,
  }),
  frein: creerFrein(() => 0),
  ecritures: creerFileAttente(),
  aleatoire: randomBytes,
  journal,
  lieux: ouvrirLieux,
  insi: () => Promise.resolve(echec(refuser('insi/configuration'))),
  carteVitale: () => Promise.resolve(succes(null)),
  sante: creerSante({ version: '0.1.0', poste: 'ACCUEIL-01', environnement }),
  vigie: vigieEssai(() => now().getTime()),
  parCarte: false,
  reglages: CADRE_PAR_DEFAUT.reglages,
  vue: creerSignal<VueAdmission | null>(null),
  antecedents: creerSignal<VueAntecedents | null>(null),
  now,
  uuid: () => crypto.randomUUID(),
})
