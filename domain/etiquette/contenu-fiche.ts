import { forcentProvisoire } from '../identite/attributs.ts'
import { ecrireJour } from '../identite/date-naissance.ts'
import { identiteDiffusable, type Identite } from '../identite/identite.ts'
import { LIEU_INCONNU } from '../identite/lieu-naissance.ts'
import { ecrireMatricule, OIDS } from '../identite/matricule.ts'
import { typePiece } from '../identite/piece.ts'
import type { Statut } from '../identite/statut.ts'
import {
  avertissementDe,
  ecrireMoment,
  texteImprimable,
  tracabilite,
  type ContexteImpression,
} from './contexte-impression.ts'
import { mentionStatut, type MentionStatut } from './mention-statut.ts'

/** A named value of the sheet; null when it was never collected. */
export interface LigneFiche {
  readonly libelle: string
  readonly valeur: string | null
}

/** The INS in clear of a qualified identity, or why it is absent. */
export type BlocIns =
  | { readonly diffusable: true; readonly matricule: string; readonly nature: string; readonly oid: string }
  | { readonly diffusable: false; readonly raison: string; readonly conduite: string }

/** Words of an admission sheet, in reading order. */
export interface ContenuFiche {
  readonly titre: string
  readonly entete: string
  readonly mention: MentionStatut
  readonly nomNaissance: string
  readonly prenomsNaissance: string
  readonly details: readonly LigneFiche[]
  readonly ins: BlocIns
  readonly controles: readonly LigneFiche[]
  readonly ipp: string
  readonly nda: string
  readonly trace: string
  readonly avertissement: string | null
}

const SEXES = { F: 'Féminin', M: 'Masculin', I: 'Indéterminé' } as const

type Absence = readonly [raison: string, conduite: string]

const ABSENCES: Readonly<Record<Statut | 'interdite', Absence>> = {
  interdite: [
    'Cette identité est signalée douteuse ou fictive : le matricule INS ne peut pas être utilisé.',
    'Saisissez la cellule d’identitovigilance : aucun appel à INSi n’est permis d’ici là.',
  ],
  provisoire: [
    'L’identité est provisoire : le matricule INS ne peut pas être utilisé.',
    'Demandez une pièce d’identité, puis interrogez INSi avant tout échange de données.',
  ],
  recuperee: [
    'L’identité vient d’INSi, sans contrôle d’une pièce : le matricule INS ne peut pas être diffusé.',
    'Contrôlez une pièce d’identité à haut niveau de confiance pour qualifier l’identité.',
  ],
  validee: [
    'L’identité est contrôlée sur pièce, sans réponse d’INSi : aucun matricule INS ne lui est associé.',
    'Interrogez INSi pour qualifier l’identité.',
  ],
  qualifiee: [
    'Le matricule INS de cette identité n’a pu être relu : il ne peut pas être utilisé.',
    'Interrogez INSi à nouveau avant tout échange de données.',
  ],
}

/** Content of an admission sheet; the matricule only when the identity is qualified. Source: EXI SI 08, EXI DIF 02. */
export function contenuFiche(identite: Identite, contexte: ContexteImpression): ContenuFiche {
  const mention = mentionStatut(identite)
  return {
    titre: 'Fiche d’admission',
    entete: entete(contexte),
    mention,
    nomNaissance: texteImprimable(identite.traits.nomNaissance),
    prenomsNaissance: texteImprimable(identite.traits.prenomsNaissance),
    details: details(identite, contexte.lieuNaissance),
    ins: blocIns(identite, mention.statut),
    controles: controles(identite),
    ipp: contexte.ipp,
    nda: contexte.nda,
    trace: tracabilite(contexte),
    avertissement: avertissementDe(contexte.environnement),
  }
}

const entete = ({ etablissement, service, entree }: ContexteImpression): string =>
  texteImprimable(
    [etablissement, service, `Entrée le ${ecrireMoment(entree)}`].filter((partie) => partie).join(' · '),
  )

function details({ traits, utilises }: Identite, lieu: string | null): readonly LigneFiche[] {
  const lignes: readonly (readonly [string, string | null])[] = [
    ['Premier prénom', traits.premierPrenom],
    ['Date de naissance', ecrireJour(traits.dateNaissance)],
    ['Sexe', SEXES[traits.sexe]],
    ['Lieu de naissance (code INSEE)', lieuEnClair(traits.lieuNaissance, lieu)],
    ['Nom utilisé', utilises.nomUtilise],
    ['Prénom utilisé', utilises.prenomUtilise],
  ]
  return lignes.map(([libelle, valeur]) => ({
    libelle,
    valeur: valeur === null ? null : texteImprimable(valeur),
  }))
}

const lieuEnClair = (code: string, libelle: string | null): string =>
  code === LIEU_INCONNU ? `${code} (inconnu)` : [code, libelle].filter((partie) => partie).join(' ')

function blocIns(identite: Identite, statut: Statut): BlocIns {
  const diffusable = identiteDiffusable(identite)
  if (diffusable.ok) {
    const { matricule, oid } = diffusable.value.ins
    return { diffusable: true, matricule: ecrireMatricule(matricule), nature: OIDS[oid], oid }
  }
  const [raison, conduite] = absence(identite, statut)
  return { diffusable: false, raison, conduite }
}

function absence({ attributs }: Identite, statut: Statut): Absence {
  if (forcentProvisoire(attributs)) return ABSENCES.interdite // EXI SI 09
  return ABSENCES[statut]
}

function controles({ piece, insi, attributs }: Identite): readonly LigneFiche[] {
  const appel = forcentProvisoire(attributs) ? 'Appel interdit' : 'Sans réponse acceptée'
  return [
    {
      libelle: 'Pièce d’identité',
      valeur: piece
        ? `${texteImprimable(typePiece(piece.type)?.libelle ?? piece.type)}, contrôle du ${ecrireJour(piece.date)}`
        : 'Aucune pièce contrôlée',
    },
    {
      libelle: 'Téléservice INSi',
      valeur: insi ? `Réponse acceptée le ${ecrireJour(insi.date)}` : appel,
    },
  ]
}
