import type { DemandeInsi } from '#domain/insi/demande.ts'
import type { DemandeVitale } from '#domain/insi/demande-vitale.ts'
import { escapeXml } from './escape-xml.ts'
import { ACTION_TRAITS, ACTION_VITALE, RECSANS, RECVIT } from './namespaces.ts'

/** One operation of the service as one message asks it: its action, its body, and what the beneficiary context holds. */
export interface Operation {
  readonly action: string
  readonly corps: string
  /** Content of COUVERTURE in the context BAM. */
  readonly couverture: string
}

/** The search by traits; elements in the order of the xsd:sequence. Source: INSi_RECSANS_INS.xsd. */
export const operationTraits = (demande: DemandeInsi): Operation => ({
  action: ACTION_TRAITS,
  couverture: '',
  corps:
    `<RECSANSVITALE xmlns="${RECSANS}">` +
    element('NomNaissance', demande.nomNaissance) +
    element('Prenom', demande.prenom) +
    element('Sexe', demande.sexe) +
    element('DateNaissance', demande.dateNaissance) +
    element('LieuNaissance', demande.lieuNaissance ?? null) +
    '</RECSANSVITALE>',
})

/** The search by Carte Vitale: the context names the insured person and the beneficiary. Source: INSi_RECVITALE_INS.xsd; SESAM-Vitale templates. */
export const operationVitale = ({ nirAssure, nirIndividuel, ...demande }: DemandeVitale): Operation => ({
  action: ACTION_VITALE,
  couverture:
    `<ctxbam:ASSURE><ctxbam:Id>${bam('Num', nirAssure)}</ctxbam:Id></ctxbam:ASSURE><ctxbam:BENEFICIAIRE>` +
    (nirIndividuel === null ? '' : `<ctxbam:Nir>${bam('Num', nirIndividuel)}</ctxbam:Nir>`) +
    `${bam('DateNai', demande.dateNaissance)}${bam('Rang', String(demande.rang))}</ctxbam:BENEFICIAIRE>`,
  corps:
    `<RECVITALE xmlns="${RECVIT}">` +
    matricule('MatriculeIndividu', nirIndividuel) +
    matricule('MatriculeOD', nirAssure) +
    element('NomNaissance', demande.nomNaissance) +
    element('DateNaissance', demande.dateNaissance) +
    element('RangNaissance', String(demande.rang)) +
    '</RECVITALE>',
})

const element = (nom: string, texte: string | null): string =>
  texte === null ? '' : `<${nom}>${escapeXml(texte)}</${nom}>`

const matricule = (nom: string, nir: string | null): string =>
  nir === null ? '' : `<${nom}>${element('NumIdentifiant', nir)}</${nom}>`

const bam = (nom: string, texte: string): string => element(`ctxbam:${nom}`, texte)
