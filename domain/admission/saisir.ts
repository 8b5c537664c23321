import type { Beneficiaire } from '../cartes/lecture-vitale.ts'
import { ecrireJour, type Jour } from '../identite/date-naissance.ts'
import { lireTrait } from '../identite/lire-trait.ts'
import { proposerPremierPrenom } from '../identite/premier-prenom.ts'
import { estTraitStrict, type Trait } from '../identite/traits.ts'
import { refuser } from '../refus/refus.ts'
import { echec } from '../result.ts'
import { SAISIE_VIDE, type Admission, type ChampSaisi, type Provenance, type Saisie } from './admission.ts'
import { invaliderInsi, journaliser, passer, type Issue, type Transition } from './transition.ts'

/** One trait typed. Strict traits are locked once INSi's were accepted; unlocking is an act of its own. */
export function saisirTrait(admission: Admission, trait: Trait, brut: string, aujourdhui: Jour): Issue {
  if (admission.interrogation.etat === 'acceptee' && estTraitStrict(trait))
    return echec(refuser('admission/etape', trait))
  const saisie = poser(admission.saisie, trait, lireChamp(trait, brut, 'SM', aujourdhui), aujourdhui)
  return changer(admission, saisie, [journaliser({ acte: 'trait-modifie', trait })])
}

/**
 * A person of the card was chosen: her birth traits prefill the form, marked as coming from the card. Sex and used name are
 * never taken from a card. Source: EXI ID 08; a Carte Vitale is only a means to call INSi.
 */
export function choisirBeneficiaire(
  admission: Admission,
  beneficiaire: Beneficiaire,
  aujourdhui: Jour,
): Issue {
  if (admission.interrogation.etat === 'acceptee') return echec(refuser('admission/etape'))
  const lus: readonly (readonly [Trait, string])[] = [
    ['nomNaissance', beneficiaire.nomNaissance],
    ['prenomsNaissance', beneficiaire.prenoms],
    ['dateNaissance', ecrireJour(beneficiaire.dateNaissance)],
  ]
  const videe = estAutrePersonne(admission.saisie, beneficiaire)
    ? SAISIE_VIDE
    : { ...admission.saisie, premierPrenom: null }
  const saisie = lus.reduce(
    (pose, [trait, brut]) => poser(pose, trait, lireChamp(trait, brut, 'CV', aujourdhui), aujourdhui),
    videe,
  )
  return changer(admission, saisie, [journaliser({ acte: 'beneficiaire-choisi', rang: beneficiaire.rang })])
}

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

/** Unlocks the strict traits of an accepted identity: both facts fall. Source: RNIV, transition table row 10. */
export function deverrouillerTraits(admission: Admission): Issue {
  if (admission.interrogation.etat !== 'acceptee') return echec(refuser('admission/etape'))
  const { admission: invalidee, effets } = invaliderInsi(retirerPiece(admission).admission)
  return passer(
    invalidee,
    journaliser({ acte: 'traits-deverrouilles' }),
    ...effets,
    ...retirerPiece(admission).effets,
  )
}

function lireChamp(trait: Trait, brut: string, provenance: Provenance, aujourdhui: Jour): ChampSaisi | null {
  if (brut.trim() === '') return null
  const lu = lireTrait(trait, brut, aujourdhui)
  return lu.ok
    ? { brut, valeur: lu.value, refus: null, provenance }
    : { brut, valeur: null, refus: lu.error.code, provenance }
}

/** Sets a field; a list of given names proposes its first one where none was chosen yet. */
function poser(saisie: Saisie, trait: Trait, champ: ChampSaisi | null, aujourdhui: Jour): Saisie {
  const posee = { ...saisie, [trait]: champ }
  if (trait !== 'prenomsNaissance' || saisie.premierPrenom !== null || !champ?.valeur) return posee
  const premier = proposerPremierPrenom(champ.valeur)
  return { ...posee, premierPrenom: lireChamp('premierPrenom', premier, champ.provenance, aujourdhui) }
}

function changer(admission: Admission, saisie: Saisie, effets: Transition['effets']): Issue {
  const change = Object.keys(saisie).some(
    (trait) =>
      estTraitStrict(trait as Trait) && valeurDe(saisie, trait) !== valeurDe(admission.saisie, trait),
  )
  if (!change) return passer({ ...admission, saisie }, ...effets)
  const sansInsi = invaliderInsi({ ...admission, saisie })
  const sansPiece = retirerPiece(sansInsi.admission)
  return passer(sansPiece.admission, ...effets, ...sansInsi.effets, ...sansPiece.effets)
}

const valeurDe = (saisie: Saisie, trait: string): string | null => saisie[trait as Trait]?.valeur ?? null

function retirerPiece(admission: Admission): Transition {
  return admission.piece === null
    ? { admission, effets: [] }
    : {
        admission: { ...admission, piece: null },
        effets: [journaliser({ acte: 'piece-retiree', cause: 'trait-modifie' })],
      }
}
