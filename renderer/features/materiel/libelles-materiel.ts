import type { DiagnosticCartes, EssaiCarte } from '#contracts/materiel.ts'
import type { Bibliotheque } from '#domain/cartes/bibliotheque.ts'
import type { GenreCarte } from '#domain/cartes/etat-cartes.ts'

const LIBELLES_CARTE: Readonly<Record<GenreCarte, string>> = {
  vitale2: 'Carte Vitale',
  vitale1: 'Carte Vitale d’ancienne génération',
  cps3: 'Carte professionnelle (CPS3)',
  'cps3-sans-contact': 'Carte professionnelle posée sans contact',
  cps4: 'Carte professionnelle (CPS4)',
  'agent-cnam': 'Badge d’agent de l’Assurance maladie',
  inconnue: 'Carte inconnue',
}

export const LIBELLES_ROLE_LECTEUR = { vitale: 'Patient', cpx: 'Professionnel' } as const

export const LIBELLES_BIBLIOTHEQUE: Readonly<Record<Bibliotheque['nom'], string>> = {
  pcsc: 'PC/SC',
  koffi: 'Pilote koffi',
  cryptolib: 'Cryptolib CPS',
  apilec: 'API de lecture Vitale',
}

export const LIBELLES_FOURNISSEUR = {
  apdu: 'directe',
  apilec: 'par l’API de lecture Vitale',
} as const

type Lecteur = DiagnosticCartes['lecteurs'][number]

/** What a reader holds, in words. */
export function phraseLecteur({ carte, muette }: Lecteur): string {
  if (muette) return 'Carte illisible'
  return carte === null ? 'Vide' : LIBELLES_CARTE[carte]
}

/** What a trial showed: never who. */
export function phraseEssai({
  lue,
  dureeMs,
}: EssaiCarte & { readonly lue: NonNullable<EssaiCarte['lue']> }): string {
  const personnes = lue.beneficiaires === 1 ? 'une personne' : `${lue.beneficiaires} personnes`
  return `${LIBELLES_CARTE[lue.carte]} lue dans «\u00a0${lue.lecteur}\u00a0»\u00a0: ${personnes}, ${dureeMs}\u00a0ms.`
}
