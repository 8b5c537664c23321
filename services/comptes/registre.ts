import type { FormationTenue, Personne } from '#domain/administration/personne.ts'
import { DROITS, type Droit } from '#domain/droits/droit.ts'
import { refuser, type CodeRefus, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import type { Compte } from './compte.ts'
import { lireComptes, remplacerComptes } from './fichier-comptes.ts'
import { droitsIntacts, rescellerDroits, scellerDroits, type CleDroits } from './sceller-droits.ts'

/** The accounts of a workstation, for a session that may prove rights; it needs no key of the store. */
export interface AccesRegistre {
  readonly file: string
  readonly cleDroits: CleDroits
}

/** One change of one account. */
export interface Modification {
  readonly changer: (compte: Compte) => Promise<Result<Compte, Refus>> | Result<Compte, Refus>
  /** Judges everybody as they would be, before anything is written. */
  readonly juger: (apres: readonly Personne[]) => CodeRefus | null
  /** Leaves a trace of the change; called once it is sure, before it is written. */
  readonly noter: () => Promise<void>
}

/** Everybody who may sign in, in the order of the accounts. */
export function lirePersonnes({ file, cleDroits }: AccesRegistre): Result<readonly Personne[], Refus> {
  const comptes = lireComptes(file)
  return comptes.ok ? succes(comptes.value.map((compte) => personneDe(compte, cleDroits))) : comptes
}

/** Changes an account and proves its rights anew; one altered outside the product is left as it is, and refused. */
export async function modifierCompte(
  { file, cleDroits }: AccesRegistre,
  identifiant: string,
  { changer, juger, noter }: Modification,
): Promise<Result<null, Refus>> {
  const comptes = lireComptes(file)
  if (!comptes.ok) return comptes
  const compte = comptes.value.find((un) => un.identifiant === identifiant)
  if (!compte) return echec(refuser('comptes/inconnu'))
  if (!droitsIntacts(compte, cleDroits)) return echec(refuser('administration/registre-altere'))
  const change = await changer(compte)
  if (!change.ok) return change
  const apres = comptes.value.map((un) =>
    un === compte ? rescellerDroits(change.value, cleDroits) : scellerDroits(un, cleDroits),
  )
  const refus = juger(apres.map((un) => personneDe(un, cleDroits)))
  if (refus) return echec(refuser(refus))
  await noter()
  return remplacerComptes(file, apres)
}

function personneDe(compte: Compte, cleDroits: CleDroits): Personne {
  const { identifiant, nom, role, ferme, motDePasseAChanger, cartes, secondFacteur } = compte
  const intact = droitsIntacts(compte, cleDroits)
  return {
    identifiant,
    nom,
    role,
    ferme,
    motDePasseAChanger,
    carte: cartes.length > 0,
    telephone: secondFacteur !== null,
    formations: tenuesDe(compte),
    intact,
  }
}

/** The trainings of an account, with who recorded each. */
export function tenuesDe({ formations, formePar }: Compte): Personne['formations'] {
  if (formations === null) return null
  return Object.fromEntries(
    DROITS.flatMap((droit): readonly (readonly [Droit, FormationTenue])[] => {
      const date = formations[droit]
      return date === undefined ? [] : [[droit, { date, par: formePar[droit] ?? null }]]
    }),
  )
}

/** An account whose trainings are these. */
export function avecFormations(compte: Compte, tenues: NonNullable<Personne['formations']>): Compte {
  const lignes = Object.entries(tenues) as readonly (readonly [Droit, FormationTenue])[]
  return {
    ...compte,
    formations: Object.fromEntries(lignes.map(([droit, { date }]) => [droit, date])),
    formePar: Object.fromEntries(lignes.flatMap(([droit, { par }]) => (par === null ? [] : [[droit, par]]))),
  }
}
