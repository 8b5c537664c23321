import type { EtatCartes } from '#domain/cartes/etat-cartes.ts'
import { pause } from './pause.ts'
import type { ChangementLecteur, Contexte, PcscDriver } from './pcsc-driver.ts'
import { followReader, newReader, type LecteurSuivi, type OutilsSuivi } from './reader-states.ts'
import { SCARD, type CodeScard } from './scard-codes.ts'

/** Pseudo-reader that wakes a wait when a reader arrives or leaves. Source: winscard.h, pcsclite.h. */
const ARRIVEES = '\\\\?PnP?\\Notification'

const ATTENTE_MS = 1000
/** A wait that ends at once with nothing new, as some drivers do, must not keep a core busy. */
const REPOS_MS = 250

export interface Suite {
  readonly driver: PcscDriver
  readonly contexte: Contexte
  readonly signal: AbortSignal
  readonly publish: (etat: EtatCartes) => void
  readonly outils: OutilsSuivi
}

/** Follows the readers of one context until the signal or a failure, whose code it gives. */
export async function followReaders(suite: Suite): Promise<CodeScard> {
  const { driver, contexte, signal, publish, outils } = suite
  let suivis: readonly LecteurSuivi[] = []
  while (!signal.aborted) {
    const noms = await driver.listReaders(contexte)
    if (!noms.ok) return noms.error
    suivis = noms.value.map((nom) => suivis.find((suivi) => suivi.lecteur.nom === nom) ?? newReader(nom))
    const depart = performance.now()
    const delai = suivis.every((suivi) => suivi.connu) ? ATTENTE_MS : 0
    if (suivis.length === 0) publish({ lecteurs: [], refus: 'cartes/aucun-lecteur' })
    const changes = await driver.statusChange(contexte, delai, expectations(suivis))
    if (!changes.ok && !BENIN.has(changes.error)) return changes.error
    const avant = suivis
    if (changes.ok) suivis = suivis.map((suivi) => apply(suivi, changes.value, outils))
    const nouveau = suivis.some((suivi, rang) => suivi.etatConnu !== avant[rang]?.etatConnu)
    if (suivis.length > 0 && suivis.every((suivi) => suivi.connu)) {
      publish({ lecteurs: suivis.map((suivi) => suivi.lecteur), refus: null })
    }
    if (!nouveau && performance.now() - depart < REPOS_MS) await pause(REPOS_MS, signal)
  }
  return SCARD.CANCELLED
}

/** Nothing happened, or a reader left between the list and the wait: the next list will not name it. */
const BENIN: ReadonlySet<CodeScard> = new Set([SCARD.TIMEOUT, SCARD.UNKNOWN_READER])

const expectations = (suivis: readonly LecteurSuivi[]) => [
  ...suivis.map((suivi) => ({ nom: suivi.lecteur.nom, etatConnu: suivi.etatConnu })),
  // Windows keeps the number of known readers in the high word of this one.
  { nom: ARRIVEES, etatConnu: suivis.length << 16 },
]

function apply(
  suivi: LecteurSuivi,
  changes: readonly ChangementLecteur[],
  outils: OutilsSuivi,
): LecteurSuivi {
  const change = changes.find(({ nom }) => nom === suivi.lecteur.nom)
  return change ? followReader(suivi, change, outils) : suivi
}
