import type { Saisie } from '../admission/admission.ts'
import type { Notice } from '../decision/faits-decision.ts'
import type { TraitCompare } from '../ecarts/ecart.ts'
import {
  avertissementDe,
  ecrireMoment,
  texteImprimable,
  type ContexteImpression,
} from '../etiquette/contexte-impression.ts'
import { ecrireJour } from '../identite/date-naissance.ts'
import type { FaitsNotice } from './faits-notice.ts'
import { PHRASES_NOTICE, QUESTIONS, SEXES, TRAITS_EN_CLAIR } from './phrases-notice.ts'
import type { ReglagesNotices, Service } from './reglages-notice.ts'

/** A line of a notice: a sentence, or a step after its mark (`1.`, `•`). */
export interface LigneNotice {
  readonly marque: string | null
  readonly texte: string
}

export interface SectionNotice {
  readonly titre: string
  readonly lignes: readonly LigneNotice[]
}

/** Words of a notice, in reading order. */
export interface ContenuNotice {
  readonly etablissement: string
  readonly date: string
  readonly titre: string
  readonly patient: string
  readonly sections: readonly SectionNotice[]
  readonly reference: string
  readonly avertissement: string | null
}

/** Who the notice is for: what the desk wrote, never what INSi answered. */
export type ContexteNotice = Pick<
  ContexteImpression,
  'lot' | 'emisLe' | 'environnement' | 'lieuNaissance'
> & { readonly saisie: Saisie; readonly reglages: ReglagesNotices }

/**
 * Content of a notice handed to the patient: no number of any kind, and only what the desk wrote, since at a major difference
 * the answer of INSi may be somebody else's. Source: DX-08, DX-09, DX-11.
 */
export function contenuNotice(faits: FaitsNotice, contexte: ContexteNotice): ContenuNotice {
  const { saisie, reglages } = contexte
  const phrases = PHRASES_NOTICE[faits.notice]
  return {
    etablissement: texteImprimable(reglages.etablissement ?? 'Votre établissement de santé'),
    date: `Le ${ecrireMoment(contexte.emisLe.slice(0, 10))}`,
    titre: phrases.titre,
    patient: texteImprimable(
      [saisie.nomNaissance, saisie.prenomsNaissance].map((champ) => champ?.valeur ?? '').join(' '),
    ),
    sections: [
      { titre: QUESTIONS.constat, lignes: constat(faits, contexte) },
      { titre: QUESTIONS.importance, lignes: phrases.importance.map(phrase) },
      {
        titre: QUESTIONS.demarche,
        lignes: phrases.demarche.map((texte, rang) => ({ marque: `${rang + 1}.`, texte })),
      },
      { titre: QUESTIONS.adresse, lignes: adresses(faits.notice, reglages) },
    ],
    reference: `Référence : ${texteImprimable(contexte.lot)}`,
    avertissement: avertissementDe(contexte.environnement),
  }
}

const phrase = (texte: string): LigneNotice => ({ marque: null, texte })

function constat({ notice, differents }: FaitsNotice, contexte: ContexteNotice): readonly LigneNotice[] {
  const { introuvable, different } = PHRASES_NOTICE[notice]
  if (differents.length === 0) return [phrase(introuvable)]
  return [
    phrase(different),
    ...differents.map((trait) => ({
      marque: '•',
      texte: `${TRAITS_EN_CLAIR[trait]}. Nous avons lu : ${lu(trait, contexte)}`,
    })),
  ]
}

/** A trait as the patient reads it on the document. */
function lu(trait: TraitCompare, { saisie, lieuNaissance }: ContexteNotice): string {
  const valeur = saisie[trait]?.valeur ?? ''
  if (trait === 'dateNaissance') return ecrireJour(valeur)
  if (trait === 'sexe') return SEXES[valeur] ?? valeur
  if (trait === 'lieuNaissance' && lieuNaissance !== null) return texteImprimable(lieuNaissance)
  return texteImprimable(valeur)
}

const adresses = (notice: Notice, { services, contact }: ReglagesNotices): readonly LigneNotice[] =>
  [services[notice], contact].map(adresse)

const adresse = ({ nom, lignes, url }: Service): LigneNotice => ({
  marque: '•',
  texte: [[nom, ...lignes].map(ponctuer).join(' '), ...(url === null ? [] : [url])]
    .map(texteImprimable)
    .join(' '),
})

const ponctuer = (texte: string): string => (/[.!?:]$/.test(texte.trim()) ? texte.trim() : `${texte.trim()}.`)
