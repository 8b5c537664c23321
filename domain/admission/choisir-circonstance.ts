import { forcentProvisoire, type Attributs } from '../identite/attributs.ts'
import { LIEU_INCONNU } from '../identite/lieu-naissance.ts'
import { TRAITS, type Trait } from '../identite/traits.ts'
import { refuser } from '../refus/refus.ts'
import { echec } from '../result.ts'
import { SAISIE_VIDE, type Admission, type Saisie } from './admission.ts'
import type { Circonstance } from './circonstance.ts'
import type { ReglagesAdmission } from './reglages.ts'
import { invaliderInsi, journaliser, passer, retirerPiece, type Issue } from './transition.ts'

/**
 * Says who stands at the desk. What the circumstance before it had filled in goes, both facts fall, and conventional traits are
 * proposed in the fields left empty; secrecy erases everything typed. Source: RNIV 1 §3.3.3, EXI SI 09.
 */
export function choisirCirconstance(
  admission: Admission,
  circonstance: Circonstance,
  reglages: ReglagesAdmission,
): Issue {
  if (admission.interrogation.etat === 'acceptee') return echec(refuser('admission/etape'))
  if (circonstance === admission.circonstance) return passer(admission)
  const anonyme = circonstance === 'anonyme'
  const gardee = anonyme
    ? SAISIE_VIDE
    : sansConventions(admission.saisie, conventions(admission.circonstance, reglages))
  const suivante: Admission = {
    ...admission,
    circonstance,
    saisie: proposer(gardee, conventions(circonstance, reglages)),
    attributs: attributsApres(admission, circonstance),
    mereIpp: circonstance === 'nouveau-ne' ? admission.mereIpp : null,
    dateCarte: anonyme ? null : admission.dateCarte,
  }
  const sansInsi = invaliderInsi(suivante)
  const sansPiece = retirerPiece(sansInsi.admission, 'circonstance')
  return passer(
    sansPiece.admission,
    journaliser({ acte: 'circonstance-choisie', circonstance }),
    ...sansInsi.effets,
    ...sansPiece.effets,
  )
}

/** The mother of a newborn, by her permanent identifier; null removes the link. Refusals `circonstance/*`. */
export function lierMere(admission: Admission, ipp: string | null): Issue {
  if (admission.circonstance !== 'nouveau-ne') return echec(refuser('admission/etape'))
  const mereIpp = ipp?.trim() ?? ''
  if (mereIpp !== '' && !/^[\w-]{1,20}$/.test(mereIpp)) return echec(refuser('circonstance/ipp-mere'))
  if (mereIpp === admission.ipp) return echec(refuser('circonstance/ipp-mere'))
  return passer(
    { ...admission, mereIpp: mereIpp === '' ? null : mereIpp },
    journaliser({ acte: mereIpp === '' ? 'mere-deliee' : 'mere-liee' }),
  )
}

type Conventions = Partial<Record<Trait, string>>

function conventions(circonstance: Circonstance, reglages: ReglagesAdmission): Conventions {
  const noms =
    circonstance === 'anonyme'
      ? reglages.anonyme
      : circonstance === 'non-identifie'
        ? reglages.nonIdentifie
        : null
  return noms === null
    ? {}
    : {
        nomNaissance: noms.nom,
        prenomsNaissance: noms.prenom,
        premierPrenom: noms.prenom,
        lieuNaissance: LIEU_INCONNU,
      }
}

function sansConventions(saisie: Saisie, anciennes: Conventions): Saisie {
  const restants = TRAITS.map((trait) => {
    const champ = saisie[trait]
    return [trait, champ?.valeur === anciennes[trait] ? null : champ] as const
  })
  return { ...saisie, ...Object.fromEntries(restants) }
}

function proposer(saisie: Saisie, nouvelles: Conventions): Saisie {
  const proposes = TRAITS.map((trait) => {
    const valeur = nouvelles[trait]
    const champ =
      valeur === undefined ? null : ({ brut: valeur, valeur, refus: null, provenance: 'SM' } as const)
    return [trait, saisie[trait] ?? champ] as const
  })
  return { ...saisie, ...Object.fromEntries(proposes) }
}

/** Secrecy is a fictive identity; leaving it lifts that attribute, and no other. */
function attributsApres({ attributs, circonstance }: Admission, suivante: Circonstance): Attributs {
  if (suivante === 'anonyme') return ['fictif']
  return circonstance === 'anonyme'
    ? attributs.filter((attribut) => !forcentProvisoire([attribut]))
    : attributs
}
