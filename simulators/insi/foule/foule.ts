import { cleDe } from '#domain/identite/matricule.ts'
import type { NumeroInsi } from '#domain/insi/reponse.ts'
import { OID_TEST } from '../oid-test.ts'
import type { PersonneInsi } from '../population.ts'
import { tirerLieu, type LieuNaissance } from './lieux.ts'
import { tirerNom } from './noms.ts'
import { tirerPrenoms } from './prenoms.ts'
import { createTirage, type Tirage } from './tirage.ts'

/** How many people the simulated national base holds besides the official and demonstration ones. */
export const TAILLE_FOULE = 100_000

const GRAINE = 20_261_126

/** One invented person, as little of it as a hundred thousand may cost; `numero` has its thirteen characters, no key. */
export interface Fiche {
  readonly nom: string
  readonly prenoms: string
  readonly sexe: 'F' | 'M'
  readonly date: string
  readonly lieu: string
  readonly numero: string
  /** Day the number of waiting ended; null for who always had this one. */
  readonly finAttente: string | null
}

/**
 * Invents people in families of traits that searches stumble on: homonyms, twins, compound names, Corsicans, births abroad, unknown
 * days. The same seed gives the same people; every number is unique, its order of birth above 900.
 */
export function* inventerFoule(taille = TAILLE_FOULE, graine = GRAINE): Generator<Fiche, undefined> {
  const tirage = createTirage(graine)
  const numeroter = createNumeroteur()
  for (let inventes = 0; inventes < taille;) {
    const naissance = tirerNaissance(tirage)
    const parent = tirage.nombre()
    yield inscrire(naissance, numeroter, tirage)
    inventes += 1
    const autre =
      parent < 0.016 ? jumeauDe(naissance, tirage) : parent < 0.0172 ? homonymeDe(naissance, tirage) : null
    if (autre === null || inventes === taille) continue
    yield inscrire(autre, numeroter, tirage)
    inventes += 1
  }
}

/** The person of a file, as the base answers it. */
export function personneDe({ nom, prenoms, sexe, date, lieu, numero, finAttente }: Fiche): PersonneInsi {
  // Who was born abroad first had a number of waiting, which begins with 7 or 8.
  const attente = numeroDe(`${sexe === 'F' ? '8' : '7'}${numero.slice(1)}`)
  return {
    traits: {
      nomNaissance: nom,
      prenomsNaissance: prenoms,
      sexe,
      dateNaissance: date,
      lieuNaissance: lieu,
    },
    actif: numeroDe(numero),
    historique: finAttente === null ? [] : [{ ...attente, dateFin: finAttente }],
  }
}

interface Naissance {
  readonly nom: string
  readonly prenoms: readonly string[]
  readonly sexe: 'F' | 'M'
  readonly annee: number
  /** 00 when the registry does not say. */
  readonly mois: string
  readonly jour: string
  readonly lieu: LieuNaissance
  readonly ailleurs: boolean
}

function tirerNaissance(tirage: Tirage): Naissance {
  const sexe = tirage.chance(0.515) ? 'F' : 'M'
  const annee = 2025 - Math.floor(100 * tirage.nombre() ** 1.2)
  const ailleurs = tirage.chance(0.13)
  // Registries that did not keep the day of birth are those of elsewhere, long ago.
  const inconnue = ailleurs && annee < 1975 && tirage.chance(0.04)
  const jourInconnu = inconnue || (ailleurs && annee < 1975 && tirage.chance(0.02))
  return {
    nom: tirerNom(tirage, ailleurs),
    prenoms: tirerPrenoms(tirage, { sexe, annee, ailleurs }),
    sexe,
    annee,
    mois: inconnue ? '00' : deuxChiffres(1 + tirage.entier(12)),
    jour: jourInconnu ? '00' : deuxChiffres(1 + tirage.entier(28)),
    lieu: tirerLieu(tirage, annee, ailleurs),
    ailleurs,
  }
}

const deuxChiffres = (n: number): string => String(n).padStart(2, '0')

/** Same name, same day, same place; another first given name, and often a second one in common. */
function jumeauDe(aine: Naissance, tirage: Tirage): Naissance {
  const sexe = tirage.chance(0.66) ? aine.sexe : aine.sexe === 'F' ? 'M' : 'F'
  const siens = tirerPrenoms(tirage, { ...aine, sexe }).filter((prenom) => prenom !== aine.prenoms[0])
  const [, commun] = aine.prenoms
  const [premier = sexe === 'F' ? 'OCTAVIE' : 'OCTAVE', ...suite] = siens
  const partage = commun !== undefined && commun !== premier && sexe === aine.sexe && tirage.chance(0.3)
  return { ...aine, sexe, prenoms: partage ? [premier, commun] : [premier, ...suite] }
}

/** Same name, first given name, sex and day: only the other given names and the place tell them apart. */
const homonymeDe = (premier: Naissance, tirage: Tirage): Naissance => ({
  ...premier,
  prenoms: [...premier.prenoms.slice(0, 1), ...tirerPrenoms(tirage, premier).slice(1)],
  lieu: tirerLieu(tirage, premier.annee, premier.ailleurs),
})

type Numeroteur = (naissance: Naissance) => string

/** Gives each birth of one sex, month and place its own order. */
function createNumeroteur(): Numeroteur {
  const ordres = new Map<string, number>()
  return ({ sexe, annee, mois, lieu }) => {
    // A month nobody knows is written 20. Source: INSEE, NIR of incomplete civil records.
    const moisNir = mois === '00' ? '20' : mois
    const debut = `${sexe === 'F' ? '2' : '1'}${deuxChiffres(annee % 100)}${moisNir}${lieu.dansLeNumero}`
    const ordre = ordres.get(debut) ?? 900
    if (ordre > 999) throw new Error('more than a hundred births of one sex in one month and one place')
    ordres.set(debut, ordre + 1)
    return debut + String(ordre)
  }
}

function inscrire(naissance: Naissance, numeroter: Numeroteur, tirage: Tirage): Fiche {
  const { nom, prenoms, sexe, annee, mois, jour, lieu, ailleurs } = naissance
  const finAttente = ailleurs && tirage.chance(0.06) ? `${Math.min(2025, annee + 25)}-06-30` : null
  return {
    nom,
    prenoms: prenoms.join(' '),
    sexe,
    date: `${annee}-${mois}-${jour}`,
    lieu: lieu.code,
    numero: numeroter(naissance),
    finAttente,
  }
}

const numeroDe = (numero: string): NumeroInsi => ({
  numero,
  cle: cleDe(numero),
  oid: OID_TEST,
  dateDebut: null,
  dateFin: null,
})
