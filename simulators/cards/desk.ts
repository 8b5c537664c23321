import { setTimeout as sleep } from 'node:timers/promises'
import { echec, succes, type Result } from '#domain/result.ts'
import { LECTEURS, type CleLecteur } from './build-readers.ts'
import { cpsCard } from './cpx/cps-card.ts'
import type { MainCryptolib } from './cpx/lazy-cryptolib.ts'
import { CARTES_CPX } from './cpx/porteurs.ts'
import { FAMILLES, membresDe } from './familles.ts'
import { CARTES_DIVERSES, muteCard, stallingCard } from './odd-cards.ts'
import { holdsConnection } from './listening-ports.ts'
import type { Pcscd } from './pcscd.ts'
import { vitaleCard } from './vitale-card.ts'
import { openVpcdSlot, type VirtualCard, type VpcdSlot } from './vpcd-slot.ts'

/** What is plugged and inserted, one line of the simulator. */
export interface EtatBureau {
  readonly service: 'marche' | 'arrete'
  /** Name of the card in each reader, null when empty. */
  readonly vitale: string | null
  readonly cps: string | null
}

/** A simulated desk: a card service, readers, and the hand that inserts cards. */
export interface Desk {
  etat(): EtatBureau
  /** Carries an order out; the sentence tells what is wrong with one that cannot be. */
  order(ligne: string): Promise<Result<EtatBureau, string>>
  close(): Promise<void>
}

export const AIDE = [
  `inserer ${[...FAMILLES, ...Object.keys(CARTES_CPX), ...Object.keys(CARTES_DIVERSES)].join('|')} [vitale|cps]`,
  'retirer [vitale|cps]',
  'muette [vitale|cps]',
  'figer FAMILLE COMMANDES  (la carte cesse de répondre après tant de commandes)',
  'brancher [vitale] [cps]  (redémarre le service avec ces seuls lecteurs)',
  'arreter-service, tuer-service, demarrer-service, etat, quitter',
]

export interface OptionsBureau {
  /** The shortest time between two cards, in milliseconds. */
  readonly mainMs?: number
}

/** Opens a desk over a card service; the simulated Cryptolib, when there is one, sees the professional cards come and go. */
export function openDesk(
  pcscd: Pcscd,
  cryptolib: MainCryptolib | null = null,
  { mainMs = MAIN_MS }: OptionsBureau = {},
): Desk {
  let service: EtatBureau['service'] = 'marche'
  const outils = { cryptolib, mainMs }
  const lecteurs = { vitale: emptyReader('vitale', outils), cps: emptyReader('cps', outils) }
  const etat = (): EtatBureau => ({ service, vitale: lecteurs.vitale.nom, cps: lecteurs.cps.nom })
  const stopService = async (violent: boolean): Promise<string | null> => {
    if (!pcscd.propre) return NOT_OURS
    await pcscd.stop(violent)
    await cryptolib?.stopService()
    service = 'arrete'
    return null
  }
  const startService = async (branches?: readonly CleLecteur[]): Promise<string | null> => {
    const demarre = await pcscd.start(branches)
    if (!demarre.ok) return demarre.error.phrase
    await cryptolib?.startService()
    service = 'marche'
    for (const lecteur of Object.values(lecteurs)) await findAgain(lecteur)
    return null
  }
  const orders: Record<string, (mots: readonly string[]) => Promise<string | null>> = {
    inserer: ([quoi = '', ou = 'vitale']) => put(lecteurs, ou, quoi, cardNamed(quoi)),
    muette: ([ou = 'vitale']) => put(lecteurs, ou, 'muette', muteCard()),
    figer: ([famille = '', commandes = '']) => {
      const carte = cardNamed(famille)
      return put(lecteurs, 'vitale', famille, carte && stallingCard(carte, Number(commandes)))
    },
    retirer: async ([ou = 'vitale']) => {
      if (!isReader(ou)) return READER_UNKNOWN
      await takeOut(lecteurs[ou])
      return null
    },
    'arreter-service': () => stopService(false),
    'tuer-service': () => stopService(true),
    'demarrer-service': () => startService(),
    brancher: async (mots) => {
      const branches = mots.filter(isReader)
      if (branches.length < mots.length) return READER_UNKNOWN
      return (await stopService(false)) ?? startService(branches)
    },
    etat: () => Promise.resolve(null),
  }
  return {
    etat,
    async order(ligne) {
      const [verbe = '', ...mots] = ligne.trim().split(/\s+/)
      const probleme = await (orders[verbe]?.(mots) ?? `Ordre inconnu : ${verbe}. ${AIDE.join(' ; ')}`)
      return probleme === null ? succes(etat()) : echec(probleme)
    },
    async close() {
      for (const lecteur of Object.values(lecteurs)) await takeOut(lecteur)
      await pcscd.stop()
    },
  }
}

interface Outils {
  /** Sees the professional cards come and go; null when none is simulated. */
  readonly cryptolib: MainCryptolib | null
  /** The shortest time between two cards. */
  readonly mainMs: number
}

interface Lecteur extends Outils {
  readonly port: number
  readonly slot: VpcdSlot
  nom: string | null
  carte: VirtualCard | null
  /** When its last card left, on the monotonic clock. */
  retrait: number
}

/** No hand changes a card faster; pcscd looks at a virtual reader every 400 ms and would see one card where there were two. */
const MAIN_MS = 600
/** Longest wait for a reader to notice that its card left. */
const DEPART_MS = 2000
const PAS_MS = 5

const READER_UNKNOWN = 'Lecteur inconnu : vitale ou cps.'
const NOT_OURS = "Ce pcscd tournait déjà : il n'est pas à arrêter d'ici."

const isReader = (texte: string): texte is CleLecteur => Object.hasOwn(LECTEURS, texte)

const isCpx = (nom: string): boolean => Object.hasOwn(CARTES_CPX, nom)

const emptyReader = (cle: CleLecteur, outils: Outils): Lecteur => ({
  ...outils,
  port: LECTEURS[cle].port,
  slot: openVpcdSlot(LECTEURS[cle].port),
  nom: null,
  carte: null,
  retrait: -Infinity,
})

function cardNamed(nom: string): VirtualCard | null {
  const cpx = CARTES_CPX[nom]
  if (cpx) return cpsCard(cpx.numero)
  const diverse = CARTES_DIVERSES[nom]
  if (diverse) return diverse()
  return FAMILLES.includes(nom) ? vitaleCard(membresDe(nom), `famille ${nom}`) : null
}

async function put(
  lecteurs: Record<CleLecteur, Lecteur>,
  ou: string,
  nom: string,
  carte: VirtualCard | null,
): Promise<string | null> {
  if (!isReader(ou)) return READER_UNKNOWN
  if (!carte) return `Carte inconnue : ${nom}. ${AIDE[0] ?? ''}`
  const lecteur = lecteurs[ou]
  await takeOut(lecteur)
  await seenLeaving(lecteur)
  // The library knows its card first: a real one looks at the reader by itself.
  if (isCpx(nom)) await lecteur.cryptolib?.insert(nom)
  const insere = await lecteur.slot.insert(carte)
  if (!insere.ok) return 'Le lecteur ne répond pas : démarrez le service.'
  lecteur.nom = nom
  lecteur.carte = carte
  return null
}

/** The reader knows that its last card left: otherwise it would see one card where there were two. */
async function seenLeaving({ port, retrait, mainMs }: Lecteur): Promise<void> {
  for (let attendu = 0; attendu < DEPART_MS && (await holdsConnection(port)); attendu += PAS_MS)
    await sleep(PAS_MS)
  await sleep(Math.max(0, retrait + mainMs - performance.now()))
}

/** The card never left the reader: only its service did. */
async function findAgain({ carte, slot }: Lecteur): Promise<void> {
  if (carte && !slot.inserted()) await slot.insert(carte)
}

async function takeOut(lecteur: Lecteur): Promise<void> {
  if (lecteur.carte) lecteur.retrait = performance.now()
  if (lecteur.nom !== null && isCpx(lecteur.nom)) await lecteur.cryptolib?.remove()
  lecteur.nom = null
  lecteur.carte = null
  await lecteur.slot.remove()
}
