import type { CpxPresente } from '#domain/cartes/etat-cpx.ts'
import { refuser, type CodeRefus, type Refus } from '#domain/refus/refus.ts'
import { echec, type Result } from '#domain/result.ts'
import type { CpxClient } from '#native-bridge/proc/cpx-client.ts'
import type { CarteQuiSigne } from '#services/comptes/carte-rattachee.ts'
import type { AccesComptes, Identification } from '#services/comptes/second-facteur.ts'
import { paresseux } from '../etat/paresseux.ts'
import { garderStockage } from '../guichet/garder-stockage.ts'
import type { Entree } from '../session/ouvrir-seance.ts'
import type { Agent } from '../session/session.ts'
import { empreinteDe, type CarteAgent } from './carte-agent.ts'
import type { PortsConnexion } from './ports-connexion.ts'
import type { Freiner } from './telephones.ts'
import type { VerrouCarte } from './verrou-carte.ts'

/** A PIN as it was typed, for the card of one insertion. */
export interface OuvertureCarte {
  readonly presence: number
  readonly code: string
  readonly dernierEssai: boolean
}

export type MotDePasse = Omit<Identification, 'code'> & { readonly second: string | null }

interface Ports extends Pick<PortsConnexion, 'cpx' | 'reglages' | 'aleatoire' | 'journal'> {
  readonly acces: AccesComptes
  readonly carteAgent: CarteAgent
  readonly verrou: VerrouCarte
  readonly entrer: (entree: Entree) => Promise<Result<Agent, Refus>>
  readonly noterRefus: (refus: CodeRefus) => void
  readonly freiner: Freiner
}

/** Loaded with the first card. */
const comptes = paresseux(async () => ({
  ...(await import('#services/comptes/ouvrir-par-carte.ts')),
  ...(await import('#services/comptes/rattacher-carte.ts')),
}))

/** The session opened by a card, which lives as long as the card stays in. */
export function entrerParCarte(ports: Ports) {
  const { cpx, reglages, acces, carteAgent, verrou, entrer, freiner } = ports

  async function asseoir(carte: CpxPresente): Promise<Result<Agent, Refus>> {
    const fermer = (): void => void cpx.fermer(verrou.carte()?.presence ?? carte.presence)
    const entre = await entrer({
      moyen: 'carte',
      authentifier: async () => (await comptes()).ouvrirParCarte(acces.file, quiSigne(cpx, carte)),
      partir() {
        fermer()
        verrou.desarmer()
      },
    })
    if (entre.ok) verrou.armer(carte)
    else fermer()
    return entre
  }

  /** Does something with the card of this insertion, its PIN presented once and accepted. */
  const avecCarte = (
    { presence, code, dernierEssai }: OuvertureCarte,
    acte: (carte: CpxPresente) => Promise<Result<Agent, Refus>>,
  ): Promise<Result<Agent, Refus>> =>
    garderStockage(async () => {
      if (!reglages.moyens.carte) return echec(refuser('session/mot-de-passe-exige'))
      const carte = carteAgent.exiger(presence)
      if (!carte.ok) return carte
      const ouverte = await cpx.ouvrir({ presence, code: Buffer.from(code, 'utf8'), dernierEssai })
      if (ouverte.ok) return acte(carte.value)
      ports.noterRefus(ouverte.error.code)
      return ouverte
    })

  async function rattacher(
    carte: CpxPresente,
    { second, ...demande }: MotDePasse,
  ): Promise<Result<Agent, Refus>> {
    const { rattacherCarte } = await comptes()
    const noter = async (compte: string): Promise<void> =>
      void ports.journal.ecrire({
        agent: compte,
        admission: null,
        acte: { acte: 'carte-rattachee', compte },
      })
    const rattachee = await freiner(demande, () =>
      rattacherCarte(
        { ...acces, aleatoire: ports.aleatoire, noter },
        { ...demande, code: second },
        quiSigne(cpx, carte),
      ),
    )
    carteAgent.relire()
    if (rattachee.ok) return asseoir(carte)
    await cpx.fermer(carte.presence)
    return rattachee
  }

  return {
    ouvrirParCarte: (ouverture: OuvertureCarte) => avecCarte(ouverture, asseoir),
    rattacherCarte: ({ identifiant, motDePasse, second, ...ouverture }: OuvertureCarte & MotDePasse) =>
      avecCarte(ouverture, (carte) => rattacher(carte, { identifiant, motDePasse, second })),
  }
}

const quiSigne = (cpx: CpxClient, carte: CpxPresente): CarteQuiSigne => ({
  empreinte: empreinteDe(carte),
  signer: (condensat) =>
    cpx.signer(
      carte.presence,
      condensat,
      carte.certificats.authentification === null ? 'signature' : 'authentification',
    ),
})
