import type { Notice } from '../decision/faits-decision.ts'
import type { TraitCompare } from '../ecarts/ecart.ts'

/** The questions a notice answers, in reading order. */
export const QUESTIONS = {
  constat: 'Ce que nous avons constaté',
  importance: 'Pourquoi c’est important',
  demarche: 'Ce que vous pouvez faire',
  adresse: 'À qui vous adresser',
} as const

/** Traits in the words of a birth certificate. */
export const TRAITS_EN_CLAIR: Readonly<Record<TraitCompare, string>> = {
  nomNaissance: 'Votre nom de naissance',
  prenomsNaissance: 'Vos prénoms de naissance',
  sexe: 'Votre sexe',
  dateNaissance: 'Votre date de naissance',
  lieuNaissance: 'Votre lieu de naissance',
}

export const SEXES: Readonly<Record<string, string>> = { F: 'féminin', M: 'masculin', I: 'indéterminé' }

interface Phrases {
  readonly titre: string
  readonly introuvable: string
  readonly different: string
  readonly importance: readonly string[]
  readonly demarche: readonly string[]
}

const INTROUVABLE = 'Nous n’avons pas retrouvé votre identité dans le fichier national d’état civil.'

/** Plain French, short sentences: the patient may read with difficulty, or have it read to him. Source: DX-08, DX-09, DX-11. */
export const PHRASES_NOTICE: Readonly<Record<Notice, Phrases>> = {
  insee: {
    titre: 'Votre état civil est à vérifier auprès de l’Insee',
    introuvable: INTROUVABLE,
    different:
      'Nous avons comparé votre pièce d’identité avec le fichier national d’état civil. Voici ce qui est différent :',
    importance: [
      'Votre identité nationale de santé évite de confondre votre dossier avec celui d’une autre personne.',
      'Nous ne pouvons pas l’utiliser tant que cette différence existe. Vos soins continuent normalement.',
    ],
    demarche: [
      'Vérifiez ce qui est écrit sur votre acte de naissance.',
      'Si l’acte de naissance est juste, demandez à l’Insee de corriger le fichier national.',
      'Vous seul pouvez faire cette demande. L’hôpital ne peut pas la faire à votre place.',
      'Demandez quels documents fournir. Gardez cette feuille.',
      'À votre prochaine venue, signalez la correction à l’accueil.',
    ],
  },
  piece: {
    titre: 'Votre pièce d’identité est à vérifier',
    introuvable: INTROUVABLE,
    different:
      'Votre pièce d’identité et le fichier national d’état civil ne disent pas la même chose. Voici ce qui est différent :',
    importance: [
      'Votre identité nationale de santé évite de confondre votre dossier avec celui d’une autre personne.',
      'Nous ne pouvons pas l’utiliser avec cette pièce d’identité. Vos soins continuent normalement.',
    ],
    demarche: [
      'Vérifiez ce qui est écrit sur votre acte de naissance.',
      'Si la pièce d’identité est fausse, demandez une nouvelle pièce au service qui la délivre.',
      'Vous seul pouvez faire cette demande. L’hôpital ne peut pas la faire à votre place.',
      'Demandez quels documents fournir. Gardez cette feuille.',
      'À votre prochaine venue, présentez la nouvelle pièce à l’accueil.',
    ],
  },
}
