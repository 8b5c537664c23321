import type { Lieu } from './lieu.ts'

/** Why a code is shown for what was typed, when the name alone does not say it; `nom` is the other name, or the one it had then. */
export type RaisonLieu =
  | {
      readonly raison: 'ancien-nom' | 'nom-ulterieur' | 'devenue' | 'ancien-code' | 'absorbee'
      readonly nom: string
    }
  | { readonly raison: 'deleguee' | 'associee'; readonly nom: string }
  | { readonly raison: 'code-postal' | 'code-postal-saisi'; readonly nom: string }
  | ({ readonly raison: 'hors-periode' } & Pick<Lieu, 'nom' | 'debut' | 'fin'>)
  | { readonly raison: 'arrondissement' | 'code-inconnu' }

/** The reason as an agent reads it, without capital nor full stop. */
export function phraseRaison(raison: RaisonLieu): string {
  switch (raison.raison) {
    case 'ancien-nom':
      return `s’appelait ${raison.nom}`
    case 'nom-ulterieur':
      return `aujourd’hui ${raison.nom}`
    case 'devenue':
      return `ancienne commune, aujourd’hui ${raison.nom}`
    case 'ancien-code':
      return `code de l’époque, aujourd’hui ${raison.nom}`
    case 'absorbee':
      return `comprend l’ancienne commune ${raison.nom}`
    case 'deleguee':
      return `commune déléguée : ${raison.nom}`
    case 'associee':
      return `commune associée : ${raison.nom}`
    case 'code-postal':
      return `code postal ${raison.nom}`
    case 'code-postal-saisi':
      return `code absent du COG, code postal de ${raison.nom}`
    case 'hors-periode':
      return 'code hors de sa période'
    case 'arrondissement':
      return 'arrondissement municipal'
    case 'code-inconnu':
      return 'code absent du COG'
  }
}

/** A place with its code, as a reason quotes it. */
export const nomEtCode = ({ nom, code }: Lieu): string => `${nom} (${code})`
