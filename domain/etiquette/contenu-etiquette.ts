import { ecrireJour } from '../identite/date-naissance.ts'
import type { Identite } from '../identite/identite.ts'
import type { Sexe } from '../identite/sexe.ts'
import type { TraitsStricts, TraitsUtilises } from '../identite/traits.ts'
import {
  avertissementDe,
  texteImprimable,
  tracabilite,
  type ContexteImpression,
} from './contexte-impression.ts'
import { mentionStatut, type MentionStatut } from './mention-statut.ts'
import { prenomsSuivants } from './prenoms-suivants.ts'

/** Words of a patient label, in reading order. It never holds the matricule INS, whatever the status. */
export interface ContenuEtiquette {
  readonly nomNaissance: string
  readonly premierPrenom: string
  readonly prenomsSuivants: readonly string[]
  readonly naissance: string
  readonly utilises: string | null
  readonly mention: MentionStatut
  readonly sejour: string
  readonly ipp: string
  readonly nda: string
  readonly trace: string
  readonly avertissement: string | null
}

const NAISSANCE: Readonly<Record<Sexe, string>> = { F: 'Née le', M: 'Né le', I: 'Né(e) le' }

/** Content of a patient label. The symbol INS goes on documents, never on labels. Source: INS, EXI DIF 02. */
export function contenuEtiquette(identite: Identite, contexte: ContexteImpression): ContenuEtiquette {
  const { traits, utilises } = identite
  return {
    nomNaissance: texteImprimable(traits.nomNaissance),
    premierPrenom: texteImprimable(traits.premierPrenom),
    prenomsSuivants: prenomsSuivants(traits.premierPrenom, traits.prenomsNaissance).map(texteImprimable),
    naissance: `${NAISSANCE[traits.sexe]} ${ecrireJour(traits.dateNaissance)} · Sexe ${traits.sexe}`,
    utilises: traitsUtilises(traits, utilises),
    mention: mentionStatut(identite),
    sejour: sejourEnClair(contexte),
    ipp: contexte.ipp,
    nda: contexte.nda,
    trace: tracabilite(contexte),
    avertissement: avertissementDe(contexte.environnement),
  }
}

function traitsUtilises(traits: TraitsStricts, utilises: TraitsUtilises): string | null {
  const nom = utilises.nomUtilise === traits.nomNaissance ? null : utilises.nomUtilise
  const prenom = utilises.prenomUtilise === traits.premierPrenom ? null : utilises.prenomUtilise
  const lignes = [nom && `Nom utilisé ${nom}`, prenom && `Prénom utilisé ${prenom}`].filter((ligne) => ligne)
  return lignes.length === 0 ? null : texteImprimable(lignes.join(' · '))
}

const sejourEnClair = ({ entree, service }: ContexteImpression): string =>
  texteImprimable(
    [`Entrée ${ecrireJour(entree.slice(0, 10))}`, service].filter((partie) => partie).join(' · '),
  )
