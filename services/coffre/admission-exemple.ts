import { ouvrirAdmission, type Admission } from '#domain/admission/admission.ts'
import { appliquer } from '#domain/admission/appliquer.ts'
import type { Acte, Evenement } from '#domain/admission/evenement.ts'
import { cleDe } from '#domain/identite/matricule.ts'
import { succes } from '#domain/result.ts'

/** Marks that belong to nobody, to be searched for where nothing may be in clear. */
export const MARQUES = {
  nom: 'ZZYVANNEQUEUX',
  prenoms: 'XANTHIPPE WILHELMINE',
  nir: `2991299345678${cleDe('2991299345678')}`,
} as const

const JOUR = '2026-11-22'

const TRAITS_EXEMPLE = {
  nomNaissance: MARQUES.nom,
  prenomsNaissance: MARQUES.prenoms,
  premierPrenom: 'XANTHIPPE',
  sexe: 'F',
  dateNaissance: '1999-12-31',
  lieuNaissance: '99345',
} as const

/** A whole invented admission, up to the qualified status: each state it went through, and every act to journal. */
export function parcoursExemple(id: string, agent = 'agent-1'): { etats: Admission[]; actes: Acte[] } {
  const depart = ouvrirAdmission({
    id,
    ouverteLe: '2026-11-22T08:00:00.000Z',
    agent,
    ipp: '1000000001',
    nda: '5000000001',
  })
  const etats = [depart]
  const actes: Acte[] = []
  for (const evenement of EVENEMENTS) {
    const issue = appliquer(etats.at(-1) ?? depart, evenement, JOUR)
    if (!issue.ok) throw new Error(`${evenement.type}: ${issue.error.code}`)
    etats.push(issue.value.admission)
    actes.push(...issue.value.effets.flatMap((effet) => (effet.type === 'journaliser' ? [effet.acte] : [])))
  }
  return { etats, actes }
}

/** The last state of the example before it is closed: qualified, with its INS. */
export function admissionQualifiee(id: string, agent?: string): Admission {
  const admission = parcoursExemple(id, agent).etats.at(-2)
  if (!admission) throw new Error('The example has several states.')
  return admission
}

const EVENEMENTS: readonly Evenement[] = [
  { type: 'trait-saisi', trait: 'nomNaissance', brut: TRAITS_EXEMPLE.nomNaissance.toLowerCase() },
  { type: 'trait-saisi', trait: 'prenomsNaissance', brut: TRAITS_EXEMPLE.prenomsNaissance },
  { type: 'trait-saisi', trait: 'premierPrenom', brut: TRAITS_EXEMPLE.premierPrenom },
  { type: 'trait-saisi', trait: 'sexe', brut: TRAITS_EXEMPLE.sexe },
  { type: 'trait-saisi', trait: 'dateNaissance', brut: '31/12/1999' },
  { type: 'trait-saisi', trait: 'lieuNaissance', brut: TRAITS_EXEMPLE.lieuNaissance },
  { type: 'piece-enregistree', piece: { type: 'PA', date: JOUR } },
  { type: 'insi-demandee', appelId: 'appel-1' },
  {
    type: 'insi-repondue',
    appelId: 'appel-1',
    resultat: succes({
      messageId: 'urn:uuid:1',
      reponse: {
        codeCR: '00',
        identite: {
          actif: {
            numero: MARQUES.nir.slice(0, 13),
            cle: MARQUES.nir.slice(13),
            oid: '1.2.250.1.213.1.4.10',
            dateDebut: null,
            dateFin: null,
          },
          historique: [],
          traits: {
            nomNaissance: TRAITS_EXEMPLE.nomNaissance,
            prenomsNaissance: TRAITS_EXEMPLE.prenomsNaissance,
            sexe: TRAITS_EXEMPLE.sexe,
            dateNaissance: TRAITS_EXEMPLE.dateNaissance,
            lieuNaissance: TRAITS_EXEMPLE.lieuNaissance,
          },
          avertissements: [],
        },
      },
    }),
  },
  { type: 'insi-acceptee', motif: 'patient-confirme' },
  { type: 'document-imprime', document: 'planche', lot: 'L-1' },
  { type: 'close' },
]
