import type { CodeRefus } from '../refus/refus.ts'

/** A password to be, as typed, and what it must differ from. */
export interface MotDePasseSaisi {
  readonly identifiant: string
  readonly nouveau: string
  /** The one it replaces; null when somebody else gives it. */
  readonly actuel: string | null
}

/** Length rather than composition rules, and never what anybody could guess. Source: NIST SP 800-63B §5.1.1. */
export function refusMotDePasse({ identifiant, nouveau, actuel }: MotDePasseSaisi): CodeRefus | null {
  if (nouveau.length < 12 || nouveau.length > 256) return 'comptes/mot-de-passe'
  if (nouveau.trim().toLowerCase() === identifiant.trim().toLowerCase())
    return 'comptes/mot-de-passe-identifiant'
  return memeTexte(nouveau, actuel) ? 'comptes/mot-de-passe-inchange' : null
}

/** A password is typed twice, since nobody sees it. */
export const refusRepetition = (nouveau: string, encore: string): CodeRefus | null =>
  memeTexte(nouveau, encore) ? null : 'comptes/mots-de-passe-differents'

const memeTexte = (un: string, autre: string | null): boolean =>
  un.normalize('NFC') === autre?.normalize('NFC')
