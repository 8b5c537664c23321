import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { EtatPoste } from '#contracts/poste.ts'
import { dispenseHomologation } from '#domain/administration/homologation.ts'
import type { VueAdmission } from '#domain/admission/vue.ts'
import type { VueAntecedents } from '#domain/doublons/vue-antecedents.ts'
import { refuser, type CodeRefus, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import { openJournal, type Journal } from '#services/journal/open-journal.ts'
import { suivreCarte, type CartePresente } from './cartes/carte-presente.ts'
import { composerConnexion } from './connexion/composer-connexion.ts'
import type { Connexion } from './connexion/connexion.ts'
import type { ChangementMotDePasse } from '#services/comptes/changer-mot-de-passe.ts'
import type { PortsEtablissement } from './administration/ports.ts'
import type { Configuration } from './configuration/configuration.ts'
import { estParCpx } from './configuration/insi.ts'
import { creerVigie, type Vigie } from './continuite/vigie.ts'
import { creerFileAttente } from './etat/file-attente.ts'
import { creerSignal, type Signal } from './etat/signal.ts'
import { composerImpression } from './impression/composer-impression.ts'
import type { ImpressionPoste } from './impression/imprimer.ts'
import type { RemettreNotice } from './impression/remettre-notice.ts'
import type { EmpreinteErreur } from './incident/empreinte-erreur.ts'
import { creerMateriel, type Materiel } from './materiel/materiel.ts'
import { chargerPlusTard, type PartiesLourdes } from './parties-lourdes.ts'
import { creerSante, type Sante } from './sante/sante.ts'
import type * as ChangerMotDePasse from './session/changer-mot-de-passe.ts'
import { creerFrein } from './session/frein.ts'
import type { Entree, PortsSeance } from './session/ouvrir-seance.ts'
import type { Seance, Session } from './session/session.ts'

/** The parts of one workstation, as the contract reaches them. */
export interface Poste {
  readonly session: Session
  /** How agents sign in. */
  readonly connexion: Connexion
  /** Changes the password of whoever gives the present one, signed in or not. */
  readonly changerMotDePasse: (demande: ChangementMotDePasse) => Promise<Result<null, Refus>>
  readonly carte: CartePresente
  readonly materiel: Materiel
  readonly impression: ImpressionPoste
  readonly remettreNotice: RemettreNotice
  readonly lieux: PartiesLourdes['lieux']
  readonly testReseau: PartiesLourdes['testReseau']
  readonly vueAdmission: Signal<VueAdmission | null>
  readonly antecedents: Signal<VueAntecedents | null>
  readonly etat: Signal<EtatPoste>
  /** What every call to INSi passes before. */
  readonly vigie: Vigie
  readonly now: () => Date
  readonly uuid: () => string
  /** Loads what the first gestures need, once the window is served. */
  chauffer(): Promise<void>
  /** The agent did something: the session stays open. */
  readonly toucher: () => void
  /** Journals the bug that is about to end the workstation. */
  readonly noterIncident: (empreinte: EmpreinteErreur) => void
  /** Closes everything in order; the last line of the journal says so. */
  arreter(): Promise<void>
}

/** Composes the services, the devices and the desk of one workstation; refuses to start without its journal. */
export async function creerPoste(configuration: Configuration): Promise<Result<Poste, Refus>> {
  const { version, reglages } = configuration
  const outils = { now: () => new Date(), uuid: () => crypto.randomUUID() }
  const journal = ouvrirJournal(configuration, outils.now)
  if (!journal.ok) return journal
  const sante = creerSanteDe(configuration)
  const lourdes = chargerPlusTard(configuration, outils, () => connexion.signataire())
  const besoinCartes = Promise.withResolvers<void>()
  const materiel = creerMateriel(configuration, { depart: besoinCartes.promise, ...outils })
  const carte = suivreCarte(materiel.cartes)
  const cesser = materiel.cartes.watch((etat) => sante.noter('cartes', etat.refus))
  const { insi, lieux } = lourdes
  const appels = tenirAppels(configuration, journal.value)
  const partage = { insi, lieux, sante, ...appels, reglages, carteVitale: () => carte.controler() }
  const etablissement = creerEtablissement(configuration, outils.now)
  const ports = { ...etablissement, journal: journal.value, ...partage, ...creerVues(), ...outils }
  const entrees = { cpx: materiel.cartes.cpx, ouvrirSeance: ouvrirSeanceAvec(lourdes, ports) }
  const { session, connexion, veille } = composerConnexion(configuration, { ...ports, ...entrees })
  const impressions = composerImpression(configuration, {
    seance: session.seance,
    moteur: lourdes.impression,
    nommerLieu: async (code, naissance) => (await lieux()).nommer(code, naissance).nom,
    envoyer: versImprimante(configuration, lourdes, (code) => sante.noter('imprimante', code)),
    ...outils,
  })
  const arretCarte = servirCarte(session, carte, besoinCartes.resolve)
  journal.value.ecrire({ agent: null, admission: null, acte: { acte: 'poste-demarre', version } })

  async function arreter(): Promise<void> {
    veille.arreter()
    await session.fermer('arret')
    connexion.arreter()
    arretCarte.abort()
    cesser()
    carte.arreter()
    await materiel.cartes.stop()
    await lourdes.fermer()
    appels.vigie.exercice.fermer()
    ports.journal.ecrire({ agent: null, admission: null, acte: { acte: 'poste-arrete' } })
    ports.journal.close()
  }
  return succes({
    session,
    connexion,
    changerMotDePasse: changerMotDePasseAvec(ports),
    carte,
    materiel,
    ...impressions,
    lieux,
    testReseau: lourdes.testReseau,
    vueAdmission: ports.vue,
    antecedents: ports.antecedents,
    etat: sante.etat,
    vigie: appels.vigie,
    ...outils,
    chauffer: chaufferAvec(lourdes, besoinCartes.resolve),
    toucher: veille.toucher,
    noterIncident: (empreinte) => noterIncident(ports.journal, empreinte),
    arreter,
  })
}

const changerMotDePasseAvec =
  (ports: Parameters<typeof ChangerMotDePasse.changerSonMotDePasse>[0]): Poste['changerMotDePasse'] =>
  async (demande) =>
    (await import('./session/changer-mot-de-passe.ts')).changerSonMotDePasse(ports, demande)

/** Opens the desk of whoever comes; the code of it is loaded on first use. */
const ouvrirSeanceAvec =
  (lourdes: PartiesLourdes, ports: Omit<PortsSeance, 'actualiser'>) =>
  ({ actualiser }: Session) =>
  async (entree: Entree): Promise<Result<Seance, Refus>> =>
    (await lourdes.seances()).ouvrirSeance({ ...ports, actualiser }, entree)

/** A wrong setting of INSi is said before any call. */
function creerSanteDe({ version, poste, environnement, insi }: Configuration): Sante {
  const sante = creerSante({ version, poste, environnement })
  if (!insi.ok) sante.noter('insi', insi.error.code)
  return sante
}

/** What every call to INSi passes before, from one session to the next; to which INSi, and whether cards sign them. */
const tenirAppels = ({ appels, environnement, insi }: Configuration, journal: Journal) => ({
  environnement,
  parCarte: estParCpx(insi),
  vigie: creerVigie({
    reglages: appels,
    instant: () => performance.timeOrigin + performance.now(),
    journaliser: (acte) => journal.ecrire({ agent: null, admission: null, acte }),
  }),
})

/** What the establishment decided, from one session to the next. */
const creerEtablissement = (
  { dossier, environnement, organisation, insi }: Configuration,
  now: () => Date,
): PortsEtablissement => ({
  dossier,
  dispense: dispenseHomologation(environnement, estParCpx(insi)),
  etablissement: creerSignal(organisation),
  frein: creerFrein(() => performance.now()),
  ecritures: creerFileAttente(),
  aleatoire: randomBytes,
  now,
})

/** Each line says its desk, and the site of that desk. */
const ouvrirJournal = ({ dossier, poste, organisation }: Configuration, now: () => Date) =>
  openJournal({ file: join(dossier, 'journal.jsonl'), now, poste, site: organisation.guichet.site })

/** Loads what the first gestures need, the card process among it. */
const chaufferAvec = (lourdes: PartiesLourdes, demanderCartes: () => void) => (): Promise<void> => {
  demanderCartes()
  return lourdes.chauffer()
}

/** What the desk shows, from one session to the next. */
const creerVues = () => ({
  vue: creerSignal<VueAdmission | null>(null),
  antecedents: creerSignal<VueAntecedents | null>(null),
})

/** Only the innermost place: a line of the journal is short. */
const noterIncident = (journal: Journal, { erreur, ou }: EmpreinteErreur): void =>
  void journal.ecrire({
    agent: null,
    admission: null,
    acte: { acte: 'poste-incident', erreur, ou: ou[0] ?? null },
  })

/** Cards are read while somebody who receives patients is signed in, and forgotten when he leaves; `demander` says that they are needed. */
function servirCarte(session: Session, carte: CartePresente, demander: () => void): AbortController {
  const arret = new AbortController()
  const suivre = async () => {
    for await (const agent of session.agent.suivre(arret.signal)) {
      const recoit = agent?.droits.includes('creer-modifier') === true
      if (recoit) demander()
      carte.servir(recoit)
    }
  }
  void suivre()
  return arret
}

function versImprimante(
  { imprimante }: Configuration,
  lourdes: PartiesLourdes,
  noter: (code: CodeRefus | null) => void,
): (pdf: Uint8Array, lot: string) => Promise<Result<unknown, Refus>> {
  return async (pdf, lot) => {
    const envoi =
      imprimante === null
        ? echec(refuser('impression/imprimante-injoignable'))
        : await (await lourdes.envoi()).envoyer(pdf, imprimante, lot, new AbortController().signal)
    noter(envoi.ok ? null : envoi.error.code)
    return envoi
  }
}
