import type { EtatLecteur, GenreCarte } from '#domain/cartes/etat-cartes.ts'
import type { ChangementLecteur } from './pcsc-driver.ts'

/** Flags of a reader state. Source: winscard.h, pcsclite.h. */
const CHANGED = 0x2
const UNKNOWN = 0x4
const UNAVAILABLE = 0x8
const PRESENT = 0x20
const MUTE = 0x200

/** A reader as followed from one wait to the next. */
export interface LecteurSuivi {
  readonly lecteur: EtatLecteur
  /** Given back to PC/SC, which wakes when the reader leaves this state. */
  readonly etatConnu: number
  /** False until PC/SC first gave its state. */
  readonly connu: boolean
}

export interface OutilsSuivi {
  readonly recognise: (atr: Uint8Array) => GenreCarte
  /** A number given to one insertion and to no other. */
  readonly presenceSuivante: () => number
}

export const newReader = (nom: string): LecteurSuivi => ({
  lecteur: { nom, carte: null, muette: false, presence: 0 },
  etatConnu: 0,
  connu: false,
})

/**
 * The reader after a change. The high word of the state counts insertions and removals: a card swapped between two
 * waits is seen by its count, even when both cards look the same.
 */
export function followReader(
  suivi: LecteurSuivi,
  change: ChangementLecteur,
  outils: OutilsSuivi,
): LecteurSuivi {
  const avant = suivi.lecteur
  const etatConnu = (change.etat & ~CHANGED) >>> 0
  const presente = (change.etat & PRESENT) !== 0 && (change.etat & (UNKNOWN | UNAVAILABLE)) === 0
  if (!presente) return { lecteur: { ...avant, carte: null, muette: false }, etatConnu, connu: true }
  const muette = (change.etat & MUTE) !== 0
  const carte = muette ? null : outils.recognise(change.atr)
  const etaitPresente = avant.carte !== null || avant.muette
  const meme = etaitPresente && change.etat >>> 16 === suivi.etatConnu >>> 16 && carte === avant.carte
  const presence = meme ? avant.presence : outils.presenceSuivante()
  return { lecteur: { nom: avant.nom, carte, muette, presence }, etatConnu, connu: true }
}
