import type { Beneficiaire } from '../cartes/lecture-vitale.ts'
import { lireDatamatrix } from '../etiquette/lire-datamatrix.ts'
import { ecrireJour, type Jour } from '../identite/date-naissance.ts'
import { lireTrait } from '../identite/lire-trait.ts'
import { lireNaissance } from '../identite/naissance.ts'
import { proposerPremierPrenom } from '../identite/premier-prenom.ts'
import { estTraitStrict, type Trait } from '../identite/traits.ts'
import { refuser } from '../refus/refus.ts'
import { echec } from '../result.ts'
import { SAISIE_VIDE, type Admission, type ChampSaisi, type Provenance, type Saisie } from './admission.ts'
import type { ReglagesAdmission } from './reglages.ts'
import {
  invaliderInsi,
  journaliser,
  passer,
  retirerPiece,
  type Issue,
  type Transition,
} from './transition.ts'

/** What reading a text depends on besides the text. */
export interface Lecture {
  readonly aujourdhui: Jour
  readonly reglages: Pick<ReglagesAdmission, 'absents'>
}

/** One trait typed. Strict traits are locked once INSi's were accepted; unlocking is an act of its own. */
export function saisirTrait(admission: Admission, trait: Trait, brut: string, lecture: Lecture): Issue {
  if (admission.interrogation.etat === 'acceptee' && estTraitStrict(trait))
    return echec(refuser('admission/etape', trait))
  const saisie = poser(admission.saisie, trait, lireChamp({ trait, brut, provenance: 'SM' }, lecture))
  return changer(admission, saisie, [journaliser({ acte: 'trait-modifie', trait })])
}

/**
 * A person of the card was chosen: her birth traits prefill the form, marked as coming from the card. Sex and used name are
 * never taken from a card; a date no calendar holds is kept as text for billing. Source: EXI ID 08, EXI ID 12.
 */
export function choisirBeneficiaire(
  admission: Admission,
  { beneficiaire, carte }: { readonly beneficiaire: Beneficiaire; readonly carte?: string },
  lecture: Lecture,
): Issue {
  if (admission.interrogation.etat === 'acceptee') return echec(refuser('admission/etape'))
  const date = ecrireJour(beneficiaire.dateNaissance)
  const lus: Lus = [
    ['nomNaissance', beneficiaire.nomNaissance],
    ['prenomsNaissance', beneficiaire.prenoms],
    ['dateNaissance', date],
  ]
  const videe = estAutrePersonne(admission.saisie, beneficiaire)
    ? SAISIE_VIDE
    : { ...admission.saisie, premierPrenom: null }
  const naissance = lireNaissance(date, lecture.aujourdhui)
  const dateCarte = naissance.ok && !naissance.value.incertaine ? null : date
  return changer({ ...admission, dateCarte, carteLue: carte ?? null }, reprendre(videe, lus, 'CV', lecture), [
    journaliser({ acte: 'beneficiaire-choisi', rang: beneficiaire.rang }),
  ])
}

/**
 * An INS DataMatrix was scanned: its traits prefill the form over what it held, marked CB, and the identity stays provisional.
 * Its number is not kept: only INSi gives one. Source: EXI REC 02; RNIV, transition table row 7.
 */
export function lireMessageDatamatrix(admission: Admission, message: string, lecture: Lecture): Issue {
  if (admission.interrogation.etat === 'acceptee') return echec(refuser('admission/etape'))
  const lu = lireDatamatrix(message)
  if (!lu.ok) return lu
  const { lieuNaissance, ...traits } = lu.value
  const lus: Lus = [
    ['nomNaissance', traits.nomNaissance],
    ['prenomsNaissance', traits.prenomsNaissance],
    ['sexe', traits.sexe],
    ['dateNaissance', traits.dateNaissance],
    ['lieuNaissance', lieuNaissance ?? ''],
  ]
  return changer(
    { ...admission, dateCarte: null },
    reprendre({ ...admission.saisie, premierPrenom: null }, lus, 'CB', lecture),
    [journaliser({ acte: 'datamatrix-lu' })],
  )
}

/** Unlocks the strict traits of an accepted identity: both facts fall. Source: RNIV, transition table row 10. */
export function deverrouillerTraits(admission: Admission): Issue {
  if (admission.interrogation.etat !== 'acceptee') return echec(refuser('admission/etape'))
  const sansPiece = retirerPiece(admission, 'trait-modifie')
  const { admission: invalidee, effets } = invaliderInsi(sansPiece.admission)
  return passer(invalidee, journaliser({ acte: 'traits-deverrouilles' }), ...effets, ...sansPiece.effets)
}

type Lus = readonly (readonly [trait: Trait, brut: string])[]

const reprendre = (depart: Saisie, lus: Lus, provenance: Provenance, lecture: Lecture): Saisie =>
  lus.reduce(
    (saisie, [trait, brut]) => poser(saisie, trait, lireChamp({ trait, brut, provenance }, lecture)),
    depart,
  )

/** Tells whether the form was filled from the card for somebody else: nothing typed for that person may remain. */
function estAutrePersonne(
  { nomNaissance, prenomsNaissance, dateNaissance }: Saisie,
  choisie: Beneficiaire,
): boolean {
  const differe = (champ: ChampSaisi | null, brut: string): boolean =>
    champ?.provenance === 'CV' && champ.brut !== brut
  return (
    differe(nomNaissance, choisie.nomNaissance) ||
    differe(prenomsNaissance, choisie.prenoms) ||
    differe(dateNaissance, ecrireJour(choisie.dateNaissance))
  )
}

interface Lu {
  readonly trait: Trait
  readonly brut: string
  readonly provenance: Provenance
}

function lireChamp({ trait, brut, provenance }: Lu, { aujourdhui, reglages }: Lecture): ChampSaisi | null {
  if (brut.trim() === '') return null
  const lu = lireTrait(trait, brut, aujourdhui, reglages.absents)
  return lu.ok
    ? { brut, valeur: lu.value, refus: null, provenance }
    : { brut, valeur: null, refus: lu.error.code, provenance }
}

/** Sets a field; a list of given names proposes its first one where none was chosen yet. */
function poser(saisie: Saisie, trait: Trait, champ: ChampSaisi | null): Saisie {
  const posee = { ...saisie, [trait]: champ }
  if (trait !== 'prenomsNaissance' || saisie.premierPrenom !== null || !champ?.valeur) return posee
  const premier = estNomAbsent(champ) ? champ.valeur : proposerPremierPrenom(champ.valeur, champ.brut)
  return { ...posee, premierPrenom: { ...champ, brut: premier, valeur: premier } }
}

/** A lone hyphen stands for the whole literal: SANS PRENOM is one given name. */
const estNomAbsent = ({ brut }: ChampSaisi): boolean => brut.trim() === '-'

function changer(admission: Admission, saisie: Saisie, effets: Transition['effets']): Issue {
  const change = Object.keys(saisie).some(
    (trait) =>
      estTraitStrict(trait as Trait) && valeurDe(saisie, trait) !== valeurDe(admission.saisie, trait),
  )
  if (!change) return passer({ ...admission, saisie }, ...effets)
  const sansInsi = invaliderInsi({ ...admission, saisie })
  const sansPiece = retirerPiece(sansInsi.admission, 'trait-modifie')
  return passer(sansPiece.admission, ...effets, ...sansInsi.effets, ...sansPiece.effets)
}

const valeurDe = (saisie: Saisie, trait: string): string | null => saisie[trait as Trait]?.valeur ?? null
