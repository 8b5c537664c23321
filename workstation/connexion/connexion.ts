import { join } from 'node:path'
import type { SecretTotp, VueConnexion } from '#contracts/session.ts'
import { refuser, type CodeRefus, type Refus } from '#domain/refus/refus.ts'
import { echec, type Result } from '#domain/result.ts'
import type { CpxPresente } from '#domain/cartes/etat-cpx.ts'
import type { CpxClient } from '#native-bridge/proc/cpx-client.ts'
import type { SignataireCpx } from '#services/insi/assertion-ps.ts'
import type { Journal } from '#services/journal/open-journal.ts'
import { creerSignal, type Signal } from '../etat/signal.ts'
import { garderStockage } from '../guichet/garder-stockage.ts'
import type { Entree } from '../session/ouvrir-seance.ts'
import type { Agent } from '../session/session.ts'
import { suivreCarteAgent } from './carte-agent.ts'
import { entrerParCarte, type MotDePasse, type OuvertureCarte } from './par-carte.ts'
import type { PortsConnexion } from './ports-connexion.ts'
import { creerTelephones, type Freiner } from './telephones.ts'
import { verrouillerAuRetrait } from './verrou-carte.ts'

/** How agents come to the desk, and what holds their session open. */
export interface Connexion {
  readonly vue: Signal<VueConnexion>
  ouvrir(demande: MotDePasse): Promise<Result<Agent, Refus>>
  ouvrirParCarte(ouverture: OuvertureCarte): Promise<Result<Agent, Refus>>
  rattacherCarte(demande: OuvertureCarte & MotDePasse): Promise<Result<Agent, Refus>>
  preparerTelephone(demande: Omit<MotDePasse, 'second'>): Promise<Result<SecretTotp, Refus>>
  enregistrerTelephone(demande: MotDePasse & { readonly second: string }): Promise<Result<null, Refus>>
  /** The card that opened the session, to sign with; null when none did. */
  signataire(): SignataireCpx | null
  arreter(): void
}

/** A card process that fell comes back within a second or two. */
const GRACE_MS = 5000

export function creerConnexion(ports: PortsConnexion): Connexion {
  const { reglages, cpx, session, frein, ecritures, now } = ports
  const { moyens } = reglages
  const file = join(ports.dossier, 'comptes.json')
  const acces = { file, secondFacteurExige: reglages.secondFacteur, now }
  const vue = creerSignal<VueConnexion>({
    moyens,
    carte: { etat: 'absente', refus: null },
    verrouilleePour: null,
  })
  const changer = (change: Partial<VueConnexion>): void => vue.poser({ ...vue.lire(), ...change })
  const carteAgent = suivreCarteAgent({
    ...ports,
    watch: moyens.carte ? cpx.watch : () => () => undefined,
    autorites: reglages.autoritesCartes,
    montrer: (carte) => changer({ carte }),
  })
  const verrou = verrouillerAuRetrait({
    watch: cpx.watch,
    verrouiller() {
      changer({ verrouilleePour: session.agent.lire()?.nom ?? null })
      void session.fermer('carte-retiree')
    },
    graceMs: GRACE_MS,
  })
  const entrer = async (entree: Entree): Promise<Result<Agent, Refus>> => {
    const entre = await session.ouvrir(() => ports.ouvrirSeance(entree))
    if (entre.ok) changer({ verrouilleePour: null })
    return entre
  }
  const noterRefus = noterRefusDans(ports.journal)
  const freiner: Freiner = ({ identifiant, motDePasse }, acte) =>
    frein(async () => {
      const issue = await ecritures(() => garderStockage(acte))
      if (!issue.ok) noterRefus(issue.error.code)
      return issue
    })(identifiant, motDePasse)

  return {
    vue,
    async ouvrir({ second, ...demande }) {
      if (!moyens.motDePasse) return echec(refuser('session/carte-exigee'))
      const identification = { ...demande, code: second }
      const authentifier = async () => {
        const { ouvrirParMotDePasse } = await import('#services/comptes/second-facteur.ts')
        return ecritures(() => ouvrirParMotDePasse(acces, identification))
      }
      const freine = frein(() => entrer({ moyen: 'mot-de-passe', authentifier }))
      return freine(demande.identifiant, demande.motDePasse)
    },
    ...entrerParCarte({ ...ports, acces, carteAgent, verrou, entrer, noterRefus, freiner }),
    ...creerTelephones({ ...ports, file, freiner }),
    signataire: () => signataireDe(cpx, verrou.carte()),
    arreter() {
      verrou.arreter()
      carteAgent.arreter()
    },
  }
}

const signataireDe = (cpx: CpxClient, carte: CpxPresente | null): SignataireCpx | null =>
  carte && {
    porteur: carte.porteur,
    certificat: carte.certificats.signature,
    sign: (condensat) => cpx.signer(carte.presence, condensat, 'signature'),
  }

/** A refusal names nobody: what was typed may be anything, and a card is not yet its holder. */
const noterRefusDans =
  (journal: Journal) =>
  (refus: CodeRefus): void =>
    void journal.ecrire({ agent: null, admission: null, acte: { acte: 'session-refusee', refus } })
