import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { COMPTE_DEMONSTRATION } from '#services/comptes/compte-demonstration.ts'
import { agentClavier, type Agent } from '../bin/montage/agent.ts'
import { monterAtelier, type Atelier, type Poste } from '../bin/montage/atelier.ts'
import {
  ouvrirGuichet,
  ouvrirNavigateur,
  type Ecarts,
  type OptionsFenetre,
} from '../bin/montage/navigateur.ts'

/** A whole workstation on real parts, and an agent in front of it, signed in. */
export interface Banc {
  readonly atelier: Atelier
  readonly poste: Poste
  readonly page: Page
  readonly agent: Agent
  readonly ecarts: Ecarts
  /** Gives an order to the simulated readers. */
  readonly cartes: (ordre: string) => Promise<void>
  fermer(): Promise<void>
}

const ECRAN: OptionsFenetre = { largeur: 1366, hauteur: 768 }

export async function monterBanc(fenetre: OptionsFenetre = ECRAN): Promise<Banc> {
  const dossier = mkdtempSync(join(tmpdir(), 'guichet-banc-'))
  const atelier = await monterAtelier(dossier, { cartes: true })
  let navigateur: Browser | null = null
  try {
    const poste = await atelier.demarrerPoste()
    navigateur = await ouvrirNavigateur()
    const { page, ecarts } = await ouvrirGuichet(navigateur, await poste.page(), fenetre)
    const agent = agentClavier(page)
    await agent.seConnecter(COMPTE_DEMONSTRATION.identifiant, COMPTE_DEMONSTRATION.motDePasse)
    await agent.premierPatient()
    return { atelier, poste, page, agent, ecarts, cartes: (ordre) => obeir(atelier, ordre), fermer }
  } catch (cause) {
    await fermer()
    throw cause
  }

  async function fermer(): Promise<void> {
    await navigateur?.close()
    await atelier.fermer()
    rmSync(dossier, { recursive: true })
  }
}

/** Gives an order to the simulated readers; throws when it cannot be carried out. */
export async function obeir({ cartes }: Atelier, ordre: string): Promise<void> {
  if ('absentes' in cartes) throw new Error(`no simulated cards: ${cartes.absentes}`)
  const { probleme } = await cartes.ordonner(ordre)
  if (typeof probleme === 'string') throw new Error(`${ordre}: ${probleme}`)
}

/** Types the five traits of a person INSi knows, from the first field on. */
export async function saisirLandreville(agent: Agent): Promise<void> {
  await agent.saisir('Nom de naissance', 'Landreville')
  await agent.saisir('Prénoms de naissance', 'Anne-Claire Marie Josephe')
  await agent.saisir('Sexe', '')
  await agent.presser('f')
  await agent.saisir('Date de naissance', '12041987')
  await agent.saisir('Lieu de naissance', '29019')
}
