import { LIEU_INCONNU } from '../identite/lieu-naissance.ts'
import { motsDe } from '../identite/premier-prenom.ts'
import type { CodeRefus } from '../refus/refus.ts'
import type { DemandeInsi } from './demande.ts'

/** How a call differs from the first one. */
export type Variante = 'initiale' | 'prenom' | 'prenoms-joints' | 'lieu'

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
 * The next call of the ladder, or null once it is climbed. While INSi finds nobody (01): each given name alone in the order of the
 * document, then all of them joined. Once it finds several (02): all given names joined, then the birth place; never another given
 * name alone, which could select a twin. A call that failed or was cancelled counts for nothing. Source: CNDA 2.07, esante-bretagne (02).
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
  const { nomNaissance, sexe, dateNaissance } = base.initiale
  const possibles = [base.initiale, ...prenomsSeuls(base), prenomsJoints(base)].map(({ prenom }) => prenom)
  return base.essais.filter(
    ({ demande, issue }) =>
      (issue === '01' || issue === '02') &&
      demande.nomNaissance === nomNaissance &&
      demande.sexe === sexe &&
      demande.dateNaissance === dateNaissance &&
      possibles.includes(demande.prenom),
  )
}

/** All given names joined stays the last call, however long the list. */
function apresAucune(base: BaseRelances): readonly Barreau[] {
  const seuls = prenomsSeuls(base).map((demande) => prenomSeul('prenom', demande))
  const joints = seuls.length === 0 ? [] : [tousLesPrenoms(base)]
  return [prenomSeul('initiale', base.initiale), ...seuls.slice(0, base.essaisMax - 2), ...joints]
}

/** The birth place is added to the last call that found several. */
function apresPlusieurs(base: BaseRelances, plusieurs: DemandeInsi): readonly Barreau[] {
  const { lieuNaissance } = base
  const joints = tousLesPrenoms(base)
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
