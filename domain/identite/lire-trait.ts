import { refuser, type Refus } from '../refus/refus.ts'
import { echec, succes, type Result } from '../result.ts'
import type { Jour } from './date-naissance.ts'
import { lireLieu } from './lieu-naissance.ts'
import { lireNaissance } from './naissance.ts'
import { lireNom, lirePrenoms } from './nom.ts'
import { NOMS_ABSENTS, nomAbsent, type NomsAbsents } from './nom-absent.ts'
import { lireSexe } from './sexe.ts'
import type { Trait } from './traits.ts'

/**
 * Reads what an agent typed for one trait into its stored value, or the rule it breaks; `aujourdhui` bounds dates, and a lone
 * hyphen stands for a name the civil status does not have.
 */
export function lireTrait(
  trait: Trait,
  saisie: string,
  aujourdhui: Jour,
  absents: NomsAbsents = NOMS_ABSENTS,
): Result<string, Refus> {
  const lu = lecture(trait, nomAbsent(trait, saisie, absents) ?? saisie, aujourdhui)
  return lu.ok ? lu : echec(refuser(lu.error.code, trait))
}

function lecture(trait: Trait, saisie: string, aujourdhui: Jour): Result<string, Refus> {
  if (saisie.trim() === '') return echec(refuser('trait/vide'))
  switch (trait) {
    case 'nomNaissance':
    case 'nomUtilise':
      return lireNom(saisie)
    case 'prenomsNaissance':
    case 'premierPrenom':
    case 'prenomUtilise':
      return lirePrenoms(saisie)
    case 'sexe':
      return lireSexe(saisie)
    case 'dateNaissance': {
      const naissance = lireNaissance(saisie, aujourdhui)
      return naissance.ok ? succes(naissance.value.jour) : naissance
    }
    case 'lieuNaissance':
      return lireLieu(saisie)
  }
}
