import { refuser, type Refus } from '../refus/refus.ts'
import { echec, type Result } from '../result.ts'
import { lireDateSaisie, type Jour } from './date-naissance.ts'
import { lireLieu } from './lieu-naissance.ts'
import { lireNom, lirePrenoms } from './nom.ts'
import { lireSexe } from './sexe.ts'
import type { Trait } from './traits.ts'

/** Reads what an agent typed for one trait into its stored value, or the rule it breaks; `aujourdhui` bounds dates. */
export function lireTrait(trait: Trait, saisie: string, aujourdhui: Jour): Result<string, Refus> {
  const lu = lecture(trait, saisie, aujourdhui)
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
    case 'dateNaissance':
      return lireDateSaisie(saisie, aujourdhui)
    case 'lieuNaissance':
      return lireLieu(saisie)
  }
}
