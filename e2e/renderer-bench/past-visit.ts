import { ouvrirAdmission, type Admission } from '#domain/admission/admission.ts'
import { appliquer } from '#domain/admission/appliquer.ts'
import type { Evenement } from '#domain/admission/evenement.ts'

/** A patient who came before: Solène Kervadoc, her document seen on a day. */
export function dejaVenue(ipp: string, nom = 'Kervadoc', vueLe = '2024-03-05'): Admission {
  const neuve = ouvrirAdmission({
    id: `00000000-0000-4000-8000-0000${ipp}`,
    ouverteLe: `${vueLe}T10:00:00.000Z`,
    agent: 'camille',
    ipp,
    nda: '26010001',
  })
  const evenements: readonly Evenement[] = [
    { type: 'trait-saisi', trait: 'nomNaissance', brut: nom },
    { type: 'trait-saisi', trait: 'prenomsNaissance', brut: 'Solène Louise' },
    { type: 'trait-saisi', trait: 'sexe', brut: 'F' },
    { type: 'trait-saisi', trait: 'dateNaissance', brut: '27/02/1981' },
    { type: 'trait-saisi', trait: 'lieuNaissance', brut: '35238' },
    { type: 'piece-enregistree', piece: { type: 'CN', date: vueLe } },
    { type: 'close' },
  ]
  return evenements.reduce((admission, evenement) => {
    const issue = appliquer(admission, evenement, '2026-11-22')
    if (!issue.ok) throw new Error(issue.error.code)
    return issue.value.admission
  }, neuve)
}
