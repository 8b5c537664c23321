import { LIEU_INCONNU } from '../identite/lieu-naissance.ts'
import { motsDe } from '../identite/premier-prenom.ts'
import type { CodeRefus } from '../refus/refus.ts'
import type { DemandeInsi } from './demande.ts'

/** How a call differs from the first one. */
export type Variante = 'initiale' | 'ecriture-prenom' | 'ecriture-nom' | 'prenom' | 'prenoms-joints' | 'lieu'

/** One unit call that was made: what it asked, and how it ended; null while it runs. */
export interface Essai {
  readonly variante: Variante
  readonly demande: DemandeInsi
  readonly issue: '00' | '01' | '02' | CodeRefus | null
}

/** The next lawful call: one key, one unit call, announced as « Essai 2/4 : prénom CATARINA ». */
export interface Relance {
  readonly variante: Variante
  readonly demande: DemandeInsi
  readonly rang: number
  readonly sur: number
  readonly libelle: string
}

/** What the ladder is built from. */
export interface BaseRelances {
  /** The first call: first given name, no birth place. */
  readonly initiale: DemandeInsi
  readonly prenomsNaissance: string | null
  readonly lieuNaissance: string | null
  readonly essais: readonly Essai[]
  readonly essaisMax: number
}

/** A call of the ladder, and how it is announced. */
type Barreau = Pick<Relance, 'variante' | 'demande'> & { readonly nom: string }

/**
 * The next call of the ladder, or null once it is climbed. While INSi finds nobody (01): the same names with their hyphens written the
 * other way, since the base lost some; each given name alone in the order of the document; then all of them joined. Once it finds several
 * (02): all given names joined, then the birth place; never another given name alone, which could select a twin. A call that failed or was
 * cancelled counts for nothing. Source: CNDA 2.07, esante-bretagne (02), RNIV (INSi separates given names by spaces).
 */
export function proposerRelance(base: BaseRelances): Relance | null {
  const faits = essaisConcluants(base)
  const plusieurs = faits.findLast(({ issue }) => issue === '02')
  const barreaux = plusieurs ? apresPlusieurs(base, plusieurs.demande) : apresAucune(base)
  const restants = barreaux.filter(
    ({ demande }) => !faits.some((essai) => memeDemande(essai.demande, demande)),
  )
  const [suivant] = restants
  if (!suivant || faits.length >= base.essaisMax) return null
  const rang = faits.length + 1
  const sur = Math.min(faits.length + restants.length, base.essaisMax)
  const { variante, demande, nom } = suivant
  return { variante, demande, rang, sur, libelle: `Essai ${rang}/${sur} : ${nom}` }
}

/** The calls already answered 01 or 02 for these very traits. */
export function essaisConcluants(base: BaseRelances): readonly Essai[] {
  const { sexe, dateNaissance } = base.initiale
  const ecrites = [base.initiale, ...ecritures(base)]
  const noms = ecrites.map(({ nomNaissance }) => nomNaissance)
  const prenoms = [...ecrites, ...prenomsSeuls(base), prenomsJoints(base)].map(({ prenom }) => prenom)
  return base.essais.filter(
    ({ demande, issue }) =>
      (issue === '01' || issue === '02') &&
      demande.sexe === sexe &&
      demande.dateNaissance === dateNaissance &&
      noms.includes(demande.nomNaissance) &&
      prenoms.includes(demande.prenom),
  )
}

/** All given names joined stays the last call, however long the list. */
function apresAucune(base: BaseRelances): readonly Barreau[] {
  const debut = [prenomSeul('initiale', base.initiale), ...autresEcritures(base)]
  const seuls = prenomsSeuls(base).map((demande) => prenomSeul('prenom', demande))
  const joints = seuls.length === 0 ? [] : [tousLesPrenoms(base)]
  return [...debut, ...seuls.slice(0, base.essaisMax - debut.length - 1), ...joints]
}

/** A hyphen more or less selects nobody else, where another given name might. */
function autresEcritures(base: BaseRelances): readonly Barreau[] {
  return ecritures(base).map((demande) => {
    const surLeNom = demande.prenom === base.initiale.prenom
    const ecrit = surLeNom ? demande.nomNaissance : demande.prenom
    const trait = ecrit.includes('-') ? 'avec' : 'sans'
    return {
      variante: surLeNom ? 'ecriture-nom' : 'ecriture-prenom',
      demande,
      nom: `${surLeNom ? 'nom' : 'prénom'} ${ecrit}, ${trait} trait d’union`,
    }
  })
}

/** A compound first given name loses its hyphens or gains them; a birth name only loses them, since a space may follow a particle. */
function ecritures({ initiale }: BaseRelances): readonly DemandeInsi[] {
  const { nomNaissance, prenom } = initiale
  const autrePrenom = prenom.includes('-') ? prenom.replaceAll('-', ' ') : prenom.replaceAll(' ', '-')
  const autreNom = nomNaissance.replace(/-+/g, ' ')
  return [
    ...(autrePrenom === prenom ? [] : [{ ...initiale, prenom: autrePrenom }]),
    ...(autreNom === nomNaissance ? [] : [{ ...initiale, nomNaissance: autreNom }]),
  ]
}

/** The birth place is added to the last call that found several. */
function apresPlusieurs(base: BaseRelances, plusieurs: DemandeInsi): readonly Barreau[] {
  const { lieuNaissance } = base
  const { nomNaissance } = plusieurs
  const joints = tousLesPrenoms({ ...base, initiale: { ...base.initiale, nomNaissance } })
  if (lieuNaissance === null || lieuNaissance === LIEU_INCONNU) return [joints]
  const demande = { ...plusieurs, lieuNaissance }
  return [joints, { variante: 'lieu', demande, nom: `avec le lieu de naissance ${lieuNaissance}` }]
}

const prenomSeul = (variante: 'initiale' | 'prenom', demande: DemandeInsi): Barreau => ({
  variante,
  demande,
  nom: `prénom ${demande.prenom}`,
})

function tousLesPrenoms(base: BaseRelances): Barreau {
  const demande = prenomsJoints(base)
  return { variante: 'prenoms-joints', demande, nom: `prénoms ${demande.prenom}` }
}

/** The given names after the first one, each alone; a compound name is one given name. */
function prenomsSeuls(base: BaseRelances): readonly DemandeInsi[] {
  const { initiale } = base
  let dansLePremier = motsDe(initiale.prenom).length
  const suivants = prenomsJoints(base)
    .prenom.split(' ')
    .filter((prenom) => {
      const dedans = dansLePremier > 0
      if (dedans) dansLePremier -= motsDe(prenom).length
      return !dedans && prenom !== initiale.prenom
    })
  return [...new Set(suivants)].map((prenom) => ({ ...initiale, prenom }))
}

/** The whole list, or the first given name while the list is not known. */
const prenomsJoints = ({ initiale, prenomsNaissance }: BaseRelances): DemandeInsi => ({
  ...initiale,
  prenom: prenomsNaissance ?? initiale.prenom,
})

const memeDemande = (une: DemandeInsi, autre: DemandeInsi): boolean =>
  une.nomNaissance === autre.nomNaissance &&
  une.prenom === autre.prenom &&
  une.sexe === autre.sexe &&
  une.dateNaissance === autre.dateNaissance &&
  une.lieuNaissance === autre.lieuNaissance
