import { refuser, type CodeRefus, type Refus } from '../refus/refus.ts'
import { echec, succes, type Result } from '../result.ts'
import { normaliserPrenoms, normaliserTrait } from './normaliser.ts'

/** Longest name and longest list of given names, in characters. Source: INS DataMatrix v2.2, S3 and S4. */
export const LONGUEUR_MAX = 100

type Regle = readonly [viole: (nom: string) => boolean, code: CodeRefus]

const REGLES_COMMUNES: readonly Regle[] = [
  [(nom) => nom === '', 'trait/vide'],
  [(nom) => /\p{Nd}/u.test(nom), 'trait/chiffre'],
  [(nom) => nom.includes('.'), 'trait/abreviation'],
  [(nom) => /[^\P{L}A-Z]/u.test(nom), 'trait/ecriture-non-latine'],
  [(nom) => /[^A-Z '-]/.test(nom), 'trait/caractere-interdit'],
  [(nom) => nom.startsWith('-'), 'trait/debut'],
  [(nom) => /[ ']{2}/.test(nom), 'trait/separateurs'],
  [(nom) => nom.length > LONGUEUR_MAX, 'trait/trop-long'],
]

const REGLES_PRENOM: readonly Regle[] = [
  ...REGLES_COMMUNES,
  [(prenoms) => prenoms.includes('--'), 'trait/double-trait-union'],
  [(prenoms) => /[-'](?: |$)/.test(prenoms), 'trait/fin-prenom'],
]

/** Reads a birth or used name: its RNIV spelling, or the first rule it breaks. */
export const lireNom = (saisie: string): Result<string, Refus> =>
  verifier(normaliserTrait(saisie), REGLES_COMMUNES)

/** Reads one given name or a list of them: its RNIV spelling, or the first rule it breaks. */
export const lirePrenoms = (saisie: string): Result<string, Refus> =>
  verifier(normaliserPrenoms(saisie), REGLES_PRENOM)

function verifier(nom: string, regles: readonly Regle[]): Result<string, Refus> {
  const regle = regles.find(([viole]) => viole(nom))
  return regle ? echec(refuser(regle[1])) : succes(nom)
}
