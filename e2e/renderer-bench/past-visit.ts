import { ouvrirAdmission, type Admission } from '#domain/admission/admission.ts'
import { appliquer } from '#domain/admission/appliquer.ts'
import type { Evenement } from '#domain/admission/evenement.ts'
import { SAISIE_SOLENE, TRAITS_SOLENE, trouvee } from './people.ts'

/** A patient who came before: Solène Kervadoc, her document seen on a day. */
export const dejaVenue = (ipp: string, nom = 'Kervadoc', vueLe = '2024-03-05'): Admission =>
  venuePassee({ ipp, jour: vueLe, nom })

/** The same patient, qualified at the desk on a day. */
export const qualifieeLe = (jour: string): Admission =>
  venuePassee({ ipp: '80030007', jour, nom: 'Kervadoc' }, [
    { type: 'insi-demandee', appelId: 'a' },
    { type: 'insi-repondue', appelId: 'a', resultat: trouvee(TRAITS_SOLENE) },
    { type: 'insi-acceptee', motif: null },
  ])

interface Venue {
  readonly ipp: string
  readonly jour: string
  readonly nom: string
}

/** A visit of a day, closed: her traits under this name, her document, then these acts. */
function venuePassee({ ipp, jour, nom }: Venue, actes: readonly Evenement[] = []): Admission {
  const neuve = ouvrirAdmission({
    id: `00000000-0000-4000-8000-0000${ipp}`,
    ouverteLe: `${jour}T10:00:00.000Z`,
    agent: 'camille',
    ipp,
    nda: '26010001',
  })
  const evenements: readonly Evenement[] = [
    ...SAISIE_SOLENE.map(([trait, brut]) => ({ type: 'trait-saisi', trait, brut }) as const),
    { type: 'trait-saisi', trait: 'nomNaissance', brut: nom },
    { type: 'piece-enregistree', piece: { type: 'CN', date: jour } },
    ...actes,
    { type: 'close' },
  ]
  return evenements.reduce((admission, evenement) => {
    const issue = appliquer(admission, evenement, jour)
    if (!issue.ok) throw new Error(issue.error.code)
    return issue.value.admission
  }, neuve)
}
