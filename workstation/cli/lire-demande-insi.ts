import { lireNaissance } from '#domain/identite/naissance.ts'
import { lireJour, type Jour } from '#domain/identite/date-naissance.ts'
import { lireLieu } from '#domain/identite/lieu-naissance.ts'
import { lireNom, lirePrenoms } from '#domain/identite/nom.ts'
import type { DemandeInsi } from '#domain/insi/demande.ts'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'

/** The traits of one search, as typed on the command line. */
export interface TraitsCommande {
  readonly nom?: string | undefined
  readonly prenom?: string | undefined
  readonly sexe?: string | undefined
  readonly date?: string | undefined
  readonly lieu?: string | undefined
}

/** Reads the traits of one search, written as RNIV wants them, or refuses the first wrong one by its option. */
export function lireDemandeInsi(traits: TraitsCommande, aujourdhui: Jour): Result<DemandeInsi, Refus> {
  const nomNaissance = lireOption(traits.nom, 'nom', lireNom)
  if (!nomNaissance.ok) return nomNaissance
  const prenom = lireOption(traits.prenom, 'prenom', lirePrenoms)
  if (!prenom.ok) return prenom
  const sexe = lireOption(traits.sexe, 'sexe', lireSexeInsi)
  if (!sexe.ok) return sexe
  const dateNaissance = lireOption(traits.date, 'date', (date) => lireDate(date, aujourdhui))
  if (!dateNaissance.ok) return dateNaissance
  const lieu = traits.lieu === undefined ? succes(null) : lireOption(traits.lieu, 'lieu', lireLieu)
  if (!lieu.ok) return lieu
  const demande = {
    nomNaissance: nomNaissance.value,
    prenom: prenom.value,
    sexe: sexe.value,
    dateNaissance: dateNaissance.value,
  }
  return succes(lieu.value === null ? demande : { ...demande, lieuNaissance: lieu.value })
}

function lireOption<T>(
  texte: string | undefined,
  option: string,
  lire: (texte: string) => Result<T, Refus>,
): Result<T, Refus> {
  if (texte === undefined) return echec(refuser('insi/traits-insuffisants', option))
  const lu = lire(texte)
  return lu.ok ? lu : echec(refuser(lu.error.code, option))
}

const lireSexeInsi = (texte: string): Result<'F' | 'M', Refus> => {
  const sexe = texte.trim().toUpperCase()
  return sexe === 'F' || sexe === 'M' ? succes(sexe) : echec(refuser('insi/traits-insuffisants'))
}

/** As files write it, or as agents type it. */
function lireDate(texte: string, aujourdhui: Jour): Result<Jour, Refus> {
  if (/^\d{4}-/.test(texte)) return lireJour(texte, aujourdhui)
  const naissance = lireNaissance(texte, aujourdhui)
  return naissance.ok ? succes(naissance.value.jour) : naissance
}
